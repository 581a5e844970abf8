import { listOf, orderedIndexes, pickedDecisions, type Decision, type Layer } from '../../annotations'

/** A decision as it is on disk, and as it is in memory. Either may be missing: not written yet, deleted. */
export interface Kept {
  readonly annotator: string
  stored?: Decision | undefined
  /** Of one that is followed as it was when all of them were asked for. */
  present?: Decision | undefined
}

/**
 * Makes layers of decisions, in order of annotator and of the text, again and again as long as they are of these annotators:
 * what is different is most often only their places, and their order is what it was.
 */
export function layersOf(annotators: readonly string[]): (decisions: readonly Decision[]) => readonly Layer[] {
  const byAnnotator = new Map<string, number[]>()
  annotators.forEach((annotator, index) => {
    const known = byAnnotator.get(annotator)
    if (known) known.push(index)
    else byAnnotator.set(annotator, [index])
  })
  const sorted = [...byAnnotator].sort(([a], [b]) => (a < b ? -1 : 1))
  const indexes = new Map<string, Uint32Array>(sorted.map(([annotator, own]) => [annotator, Uint32Array.from(own)]))
  return (decisions) =>
    [...indexes].map(([annotator, own]) => {
      const ordered = orderedIndexes(listOf(decisions), own)
      indexes.set(annotator, ordered)
      return { annotator, decisions: pickedDecisions(decisions, ordered) }
    })
}
