import { decisionKey, type Decision, type DecisionEdit } from '../../annotations'

export interface LayerEdits {
  readonly edits: readonly DecisionEdit[]
  /** How many decisions the layer has already. */
  readonly known: number
}

/**
 * What makes a layer hold decisions: of those about the same question the imported one takes the place of the one that is
 * there, under its id; one that says the same changes nothing.
 */
export function layerEdits(layer: readonly Decision[], imported: readonly Decision[], now: string): LayerEdits {
  const byKey = new Map(layer.map((decision) => [decisionKey(decision), decision]))
  const ids = new Set(layer.map(({ id }) => id))
  const edits = new Map<string, DecisionEdit>()
  let known = 0
  for (const decision of imported) {
    const key = decisionKey(decision)
    const before = byKey.get(key)
    if (before && content(before) === content(decision)) {
      known++
      edits.delete(key)
    } else if (before)
      edits.set(key, { before, after: { ...decision, id: before.id, created: before.created, modified: now } })
    else if (!ids.has(decision.id)) edits.set(key, { after: decision })
  }
  return { edits: [...edits.values()], known }
}

/** What a decision says, without who and when. The keys are sorted: they come from different hands. */
function content({
  id: _,
  creator: _creator,
  created: _created,
  modified: _modified,
  from: _from,
  ...said
}: Decision): string {
  const { target, ...rest } = said
  const places = target.map(({ start, end }) => [start, end])
  return JSON.stringify([places, rest], (key, value: unknown) =>
    isAnchor(value)
      ? [value.start, value.end]
      : typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value
  )
}

function isAnchor(value: unknown): value is { readonly start: number; readonly end: number } {
  return typeof value === 'object' && value !== null && 'start' in value && 'exact' in value && 'end' in value
}
