import { decisionKey, newId, type Decision, type DecisionEdit } from '../../annotations'

export interface LayerEdits {
  readonly edits: readonly DecisionEdit[]
  /** How many decisions the layer has already. */
  readonly known: number
  /** How many gave way to a later one of the import about the same question. */
  readonly replaced: number
}

/**
 * What makes a layer hold decisions: of those about the same question the imported one takes the place of the one that is
 * there, under its id; one that says the same changes nothing. No id is used twice, whatever the files say.
 */
export function layerEdits(layer: readonly Decision[], imported: readonly Decision[], now: string): LayerEdits {
  const byQuestion = new Map(layer.map((decision) => [question(decision), decision]))
  const taken = new Set(layer.map(({ id }) => id))
  const wanted = new Map<string, Decision>()
  for (const decision of imported) wanted.set(question(decision), decision)
  const edits: DecisionEdit[] = []
  let known = 0
  for (const [key, decision] of wanted) {
    const before = byQuestion.get(key)
    if (before && content(before) === content(decision)) known++
    else if (before)
      edits.push({ before, after: { ...decision, id: before.id, created: before.created, modified: now } })
    else if (layer.some(({ id, kind }) => id === decision.id && kind === decision.kind))
      known++ // which has been moved to other words since
    else {
      edits.push({ after: taken.has(decision.id) ? { ...decision, id: newId() } : decision })
      taken.add(decision.id)
    }
  }
  return { edits, known, replaced: imported.length - wanted.size }
}

/** Decisions that have lost their words may have the same places as others. */
function question(decision: Decision): string {
  return JSON.stringify([decisionKey(decision), ...decision.target.map(({ exact }) => exact)])
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
