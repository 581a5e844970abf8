import type { Span } from '../../../article'
import type { AnnotationDocument } from '../../document'
import type { FlatDocument } from '../../flat/flatDocument'
import { tokensOf } from '../../flat/tokensOf'
import type { ExportInput } from '../../format'
import { escapeText, escapeValue } from './escaping'

type Layer = 'entity' | 'span'

interface Placed {
  readonly layer: Layer
  readonly values: readonly (string | undefined)[]
  /** Tokens, half open. */
  readonly first: number
  readonly end: number
  /** 0 where the place alone tells it from others. */
  id: number
}

/** One relation in the row of what it goes to. */
interface Incoming {
  readonly label: string
  readonly from: Placed
  readonly to: Placed
}

/** The lines of a document in pieces: head, then sentence for sentence. */
export function* tsvLines(
  document: AnnotationDocument,
  flat: FlatDocument,
  lost: ExportInput['lost']
): Generator<string> {
  const { text, tokens } = document
  const placed = placedSpans(document, flat, lost)
  const byToken = tokens.map((): Placed[] => [])
  for (const each of placed.all) for (let token = each.first; token < each.end; token++) byToken[token]!.push(each)
  numberWhereNeeded(placed.all, byToken)
  const incoming = relationsByToken(flat, placed.firstOf)
  const groups = sentencesApart(document)
  const addressOf = new Map(
    groups.flatMap(({ first, end }, sentence) =>
      Array.from({ length: end - first }, (_, index) => [first + index, `${sentence + 1}-${index + 1}`] as const)
    )
  )
  yield (
    '#FORMAT=WebAnno TSV 3.3\n' +
    '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n' +
    '#T_SP=custom.Span|label\n' +
    '#T_RL=custom.Relation|label|BT_custom.Span\n\n'
  )
  for (const { first, end } of groups) {
    const shown = text.slice(tokens[first]!.start, tokens[end - 1]!.end)
    const lines = shown.split('\n').map((line) => `#Text=${escapeText(line)}\n`)
    for (let token = first; token < end; token++) {
      const span = tokens[token]!
      const here = (layer: Layer) => byToken[token]!.filter((each) => each.layer === layer)
      const relations = incoming.get(token) ?? []
      const cells = [
        stacked(here('entity').map(({ values, id }) => valueCell(values[0], id))),
        stacked(here('entity').map(({ values, id }) => valueCell(values[1], id))),
        stacked(here('span').map(({ values, id }) => valueCell(values[0], id))),
        stacked(relations.map(({ label }) => escapeValue(label))),
        stacked(relations.map(({ from, to }) => `${addressOf.get(from.first)}${idPair(from, to)}`))
      ]
      const words = escapeText(text.slice(span.start, span.end))
      lines.push(`${[addressOf.get(token), `${span.start}-${span.end}`, words, ...cells].join('\t')}\t\n`)
    }
    yield `\n${lines.join('')}`
  }
}

function stacked(cells: readonly string[]): string {
  return cells.length === 0 ? '_' : cells.join('|')
}

function valueCell(value: string | undefined, id: number): string {
  return `${value === undefined || value === '' ? '*' : escapeValue(value)}${id > 0 ? `[${id}]` : ''}`
}

function idPair(from: Placed, to: Placed): string {
  return from.id > 0 || to.id > 0 ? `[${from.id}_${to.id}]` : ''
}

function placedSpans({ tokens }: AnnotationDocument, { spans }: FlatDocument, lost: ExportInput['lost']) {
  const all: Placed[] = []
  const firstOf = new Map<string, Placed>()
  for (const { id, layer, label, pieces, features } of spans) {
    const { ranges, isExact } = tokensOf(tokens, pieces)
    if (!isExact) lost('word-edges')
    if (ranges.length > 1) lost('discontinuous')
    const { identity } = features
    const entity = { layer: 'entity' as const, values: [identity === undefined ? undefined : String(identity), label] }
    const kind = layer === 'mention' ? entity : { layer: 'span' as const, values: [label] }
    const placed = ranges.map((range): Placed => ({ ...kind, ...range, id: 0 }))
    all.push(...placed)
    if (placed[0]) firstOf.set(id, placed[0])
  }
  return { all, firstOf }
}

/** What has several words, or is not alone of its layer on its word, has a number. */
function numberWhereNeeded(all: readonly Placed[], byToken: readonly (readonly Placed[])[]): void {
  let count = 0
  for (const placed of all) {
    const { layer, first, end } = placed
    const isAlone = byToken[first]!.every((other) => other === placed || other.layer !== layer)
    if (end - first > 1 || !isAlone) placed.id = ++count
  }
}

function relationsByToken({ relations }: FlatDocument, firstOf: ReadonlyMap<string, Placed>) {
  const byToken = new Map<number, Incoming[]>()
  for (const { label, from, to } of relations) {
    const ends = { from: firstOf.get(from), to: firstOf.get(to) }
    if (label === 'speaker' || !ends.from || !ends.to) continue
    byToken.set(ends.to.first, [...(byToken.get(ends.to.first) ?? []), { label, from: ends.from, to: ends.to }])
  }
  return byToken
}

/** Sentences as ranges of tokens. Readers put a line end between two: those that have nothing between them are one. */
function sentencesApart({ sentences, tokens }: AnnotationDocument): readonly { first: number; end: number }[] {
  const groups: { first: number; end: number }[] = []
  let token = 0
  for (const { end } of sentences) {
    const first = token
    while (token < tokens.length && tokens[token]!.start < end) token++
    if (token === first) continue
    const before = groups.at(-1)
    if (before && gap(tokens[before.end - 1]!, tokens[first]!) === 0) before.end = token
    else groups.push({ first, end: token })
  }
  return groups
}

function gap(before: Span, after: Span): number {
  return after.start - before.end
}
