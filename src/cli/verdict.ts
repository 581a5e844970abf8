import type { ArticleReason, ArticleVerdict, ReasonKind, Resemblance } from '../article'

/** Why a text is no article, for the line on standard error: "looks like a change log (12 of 40 lines tell of a change)". */
export function describeVerdict({ resembles, reasons }: ArticleVerdict): string {
  const seen = reasons.map(describeReason).join(', ')
  return `looks like ${resembles ? resemblances[resembles] : 'something else than an article'} (${seen})`
}

const resemblances: Readonly<Record<Resemblance, string>> = {
  log: 'a log',
  'change-log': 'a change log',
  licence: 'a licence',
  'read-me': 'a README',
  requirements: 'a list of requirements',
  code: 'source code',
  settings: 'a file of settings',
  table: 'a table',
  list: 'a list',
  manual: 'a manual'
}

function describeReason({ kind, count, of }: ArticleReason): string {
  if (kind === 'little-prose') return `${count} sentences in ${of} lines`
  if (kind === 'legal-words') return `${count} of ${of} words are of licences`
  if (kind === 'technical-words') return `${count} of ${of} words are of programs`
  return `${count} of ${of} lines ${ofLines[kind]}`
}

const ofLines: Readonly<Record<Exclude<ReasonKind, 'little-prose' | 'legal-words' | 'technical-words'>, string>> = {
  'time-stamps': 'begin with a time stamp',
  changes: 'tell of a change',
  versions: 'have a version number',
  settings: 'set a value',
  code: 'look like code',
  tables: 'are rows of a table',
  bullets: 'are items of a list',
  addresses: 'have an address or a path',
  'single-words': 'are one word',
  commands: 'have a command',
  markup: 'are markup'
}
