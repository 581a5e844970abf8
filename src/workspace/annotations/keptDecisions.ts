import { inOrder, inTextOrder, type Decision, type Layer } from '../../annotations'

/**
 * A decision as it is on disk, and as it is in memory. Either may be missing: not written yet, deleted. With each keystroke
 * thousands are at other places, so they change in place.
 */
export interface Kept {
  readonly annotator: string
  stored?: Decision | undefined
  present?: Decision | undefined
}

/**
 * Lists what is in memory, by annotator and in order of the text, again and again as long as no decision is added or taken
 * away: then most often only their places are different, and their order is what it was.
 */
export function layersOf(kept: Iterable<Kept>): () => readonly Layer[] {
  const byAnnotator = new Map<string, Kept[]>()
  for (const one of kept) {
    if (!one.present) continue
    const known = byAnnotator.get(one.annotator)
    if (known) known.push(one)
    else byAnnotator.set(one.annotator, [one])
  }
  const all = [...byAnnotator].sort(([a], [b]) => (a < b ? -1 : 1))
  return () => all.map(([annotator, own]) => ({ annotator, decisions: presentIn(own) }))
}

/** In order of the text; what is given is put in this order, too, so that it need not be again. */
function presentIn(own: Kept[]): readonly Decision[] {
  const decisions = own.map(({ present }) => present!)
  const ordered = inOrder(decisions)
  if (ordered !== decisions) own.sort((a, b) => inTextOrder(a.present!, b.present!))
  return ordered
}
