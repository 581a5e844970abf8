import type { ExchangeFormat, ExportInput } from '../../format'
import { documentsWithout } from '../../leftOut'
import { countProjectMemos } from '../../projectMemos'
import { articleCiter, type CitedArticle } from './citedArticle'
import type { PersonName } from './personName'

export const bibtex: ExchangeFormat = {
  id: 'bibtex',
  label: 'BibTeX',
  description: 'The articles as a bibliography, for LaTeX, JabRef and Zotero',
  suffix: '',
  extension: 'bib',
  cannotHold: ['quote', 'code', 'memo', 'project-memo', 'rejected', 'character'],
  writer: { kind: 'file', write: writeBibtex }
}

async function* writeBibtex(input: ExportInput): AsyncGenerator<string> {
  countProjectMemos(input)
  const cited = articleCiter((count) => input.lost('character', count))
  let isFirst = true
  for await (const document of documentsWithout(['quote', 'code', 'memo', 'rejected'], input)) {
    yield `${isFirst ? '' : '\n'}${entry(cited(document))}`
    isFirst = false
  }
}

/** An entry that BibTeX and BibLaTeX both understand: of what an agency sent the agency is the journal. */
function entry({ key, title, authors, agency, date, writtenDate, file }: CitedArticle): string {
  const [year, month, day] = date
  const fields = [
    // Braces within: the capitals of a headline are kept.
    ['title', `{{${escaped(title)}}}`],
    ['author', authors.length > 0 && `{${authors.map(nameOf).join(' and ')}}`],
    ['journal', agency !== null && `{${escaped(agency)}}`],
    ['entrysubtype', agency !== null && '{newspaper}'],
    ['year', year !== undefined && `{${year}}`],
    ['month', month !== undefined && months[month - 1]],
    ['day', day !== undefined && `{${day}}`],
    ['note', writtenDate !== null && `{${escaped(writtenDate)}}`],
    ['annote', `{${escaped(file)}}`]
  ] as const
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []))
  return `@${agency === null ? 'misc' : 'article'}{${key},\n${lines.join(',\n')}\n}\n`
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "van der Berg, Jr., Ludwig". Braces keep one word what would part names. */
function nameOf({ family, given, particle, suffix }: PersonName): string {
  const last = [particle, family].flatMap((part) => (part === undefined ? [] : namePart(part))).join(' ')
  const parts = [last, suffix, given].flatMap((part) => (part === undefined ? [] : part))
  return [parts[0], ...parts.slice(1).map(namePart)].join(', ')
}

function namePart(part: string): string {
  return /(?:^|\s)and(?:\s|$)/i.test(part) ? `{${escaped(part)}}` : escaped(part)
}

/**
 * What TeX and BibTeX take for commands and groups as the letters that they are, and apart what TeX joins into one. A brace must be a
 * command: BibTeX counts braces, also those behind a backslash.
 */
function escaped(text: string): string {
  return text.replace(/[\\{}~^&%$#_"]|(?<=(['`\-<>,]))\1|(?<=[?!])`/g, (character) =>
    isJoined(character) ? `{${character}}` : (commands[character] ?? `\\${character}`)
  )
}

function isJoined(character: string): boolean {
  return "'`-<>,".includes(character)
}

const commands: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '"': '{\\textquotedbl}'
}
