import type { Span } from '../../../article'
import type { FlatSpan } from '../../flat/flatDocument'
import { labelled, knownFeatures } from '../../reading/foreign'
import { isJsonObject, ownList, ownValue } from '../../reading/jsonLines'

/** A span with one piece of text, as doccano and Prodigy know it; `id` is the file's own. */
export interface LabelledSpan extends Span {
  readonly id: string
  readonly label: string
}

/**
 * What doccano and Prodigy have no place for, as JSON: label and pieces of each span, by which it is known again, its features and note.
 * Both programs keep what they do not know of a line, but number annotations anew.
 */
export function detailsJson({ label, features, note }: FlatSpan, pieces: readonly Span[]): unknown {
  return {
    label,
    pieces: pieces.map(({ start, end }) => [start, end]),
    ...features,
    ...(note !== undefined && { note })
  }
}

/**
 * Spans with their details: pieces of one annotation are one again. Those without details are as their label says. The second value
 * is the id of the whole for that of each piece.
 */
export function withDetails(
  spans: readonly LabelledSpan[],
  found: readonly unknown[]
): { readonly spans: readonly FlatSpan[]; readonly wholeOf: ReadonlyMap<string, string> } {
  const left = new Map<string, LabelledSpan[]>()
  for (const span of spans) {
    const key = keyOf(span.label, span.start, span.end)
    left.set(key, [...(left.get(key) ?? []), span])
  }
  const wholeOf = new Map<string, string>()
  const whole: FlatSpan[] = []
  for (const [index, details] of found.entries()) {
    if (!isJsonObject(details)) continue
    const label = ownValue(details, 'label')
    const pairs = ownList(details, 'pieces')
    if (typeof label !== 'string') continue
    const pieces = pairs.flatMap((pair): readonly LabelledSpan[] => {
      const [start, end] = Array.isArray(pair) ? (pair as readonly unknown[]) : []
      return left.get(keyOf(label, start, end))?.splice(0, 1) ?? []
    })
    if (pieces.length === 0 && pairs.length > 0) continue
    const features = knownFeatures(details)
    const note = ownValue(details, 'note')
    const id = pieces[0]?.id ?? `details ${index}`
    for (const piece of pieces) wholeOf.set(piece.id, id)
    whole.push({
      id,
      ...(features['code'] === undefined ? labelled(label) : { layer: 'code', label }),
      pieces: pieces.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start),
      features,
      ...(typeof note === 'string' && { note })
    })
  }
  for (const { id, label, start, end } of spans) {
    if (wholeOf.has(id)) continue
    wholeOf.set(id, id)
    whole.push({ id, ...labelled(label), pieces: [{ start, end }], features: {} })
  }
  return { spans: whole, wholeOf }
}

function keyOf(label: string, start: unknown, end: unknown): string {
  return `${String(start)} ${String(end)} ${label}`
}
