import type { AnnotationDocument } from '../../document'
import type { FlatDocument } from '../../flat/flatDocument'
import { tokensOf } from '../../flat/tokensOf'
import type { ExportInput } from '../../format'

/** BIO2: every mention begins with B-. IOB1: only one that follows another of its own type at once. */
export type ConllScheme = 'bio2' | 'iob1'

/** Those of CoNLL-2003, and one more. */
const types: ReadonlyMap<string, string> = new Map([
  ['Person', 'PER'],
  ['Organization', 'ORG'],
  ['Place', 'LOC'],
  ['Group', 'GROUP']
])

/** The lines of a document in pieces: its name, and each of its sentences with a word in a line. */
export function* conllLines(
  document: AnnotationDocument,
  flat: FlatDocument,
  scheme: ConllScheme,
  lost: ExportInput['lost']
): Generator<string> {
  const { text, tokens, sentences } = document
  const mentions = mentionsOf(document, flat, lost)
  yield `-DOCSTART- ${encodeURIComponent(document.name.replace(/\p{Surrogate}/gu, '\uFFFD')) || '-X-'} -X- O\n\n`
  let index = 0
  for (const { end } of sentences) {
    const lines: string[] = []
    let before: Tagged | undefined
    for (; index < tokens.length && tokens[index]!.start < end; index++) {
      const token = tokens[index]!
      const mention = mentions[index]
      const begins = mention && mention !== before && (scheme === 'bio2' || mention.type === before?.type)
      if (mention && mention !== before && mention.first < index) lost('discontinuous') // it goes over the sentence's end
      const tag = mention ? `${begins ? 'B' : 'I'}-${mention.type}` : 'O'
      lines.push(`${wordOf(text.slice(token.start, token.end), lost)} _ O ${tag}\n`)
      before = mention
    }
    if (lines.length > 0) yield `${lines.join('')}\n`
  }
}

interface Tagged {
  readonly type: string
  readonly first: number
}

/** The mention of each token: of those that overlap the longest, then the first. */
function mentionsOf(
  { tokens }: AnnotationDocument,
  { spans }: FlatDocument,
  lost: ExportInput['lost']
): readonly (Tagged | undefined)[] {
  const found = spans.flatMap(({ layer, label, pieces }) => {
    if (layer !== 'mention') return []
    const { ranges, isExact } = tokensOf(tokens, pieces)
    if (!isExact) lost('word-edges')
    if (ranges.length > 1) lost('discontinuous')
    const [range] = ranges
    return range && ranges.length === 1 ? [{ ...range, type: types.get(label)! }] : []
  })
  const tagged: (Tagged | undefined)[] = tokens.map(() => undefined)
  for (const mention of found.sort((a, b) => b.end - b.first - (a.end - a.first) || a.first - b.first)) {
    if (tagged.slice(mention.first, mention.end).some((other) => other !== undefined)) lost('overlap')
    else tagged.fill(mention, mention.first, mention.end)
  }
  return tagged
}

/** A word is not a word any more where a blank or a line end is in it, and one is taken for the beginning of a document. */
function wordOf(word: string, lost: ExportInput['lost']): string {
  let count = 0
  const clean = word.replace(/[\s\p{Cc}\p{Z}]|^-DOCSTART-$/gu, (found) => {
    count++
    return found.length > 2 ? '_DOCSTART_' : '\uFFFD'
  })
  if (count > 0) lost('character', count)
  return clean
}
