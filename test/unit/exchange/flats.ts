import type { FlatDocument, FlatSpan } from '../../../src/exchange/flat/flatDocument'

/** What is to be equal after a round trip: ids are the file's own, so that spans are called by their place in the list. */
export function comparable(flat: FlatDocument | undefined) {
  if (!flat) return undefined
  const numbers = new Map(flat.spans.map(({ id }, index) => [id, index]))
  return {
    spans: flat.spans.map(({ layer, label, pieces, features, note }) => ({
      layer,
      label,
      pieces: pieces.map(({ start, end }) => `${start}-${end}`).join(' '),
      features: Object.fromEntries(Object.entries(features).sort(([a], [b]) => (a < b ? -1 : 1))),
      note: note ?? null
    })),
    relations: flat.relations
      .map(({ label, from, to }) => `${label} ${numbers.get(from)} ${numbers.get(to)}`)
      .sort((a, b) => (a < b ? -1 : 1))
  }
}

/** The flat document without those spans, and without the relations from and to them. */
export function without(flat: FlatDocument, isLost: (span: FlatSpan) => boolean): FlatDocument {
  const spans = flat.spans.filter((span) => !isLost(span))
  const kept = new Set(spans.map(({ id }) => id))
  return { spans, relations: flat.relations.filter(({ from, to }) => kept.has(from) && kept.has(to)) }
}
