import { anchorsOf, mapAnchors, type Anchor, type Decision, type DecisionEdit } from '../../annotations'

/**
 * The edit with the places that its decision has now. Taking back an earlier edit would put it where its words were before the
 * text was edited.
 */
export function asPlacedNow(edit: DecisionEdit, present: Decision | undefined): DecisionEdit {
  const { before, after } = edit
  if (!before || !after || !present || before === present) return edit
  const [earlier, now] = [anchorsOf(before), anchorsOf(present)]
  if (now.length !== earlier.length) return edit
  const places = new Map<string, Anchor>()
  earlier.forEach((anchor, index) => {
    const one = now[index]!
    if ((one.was ?? one.exact) === (anchor.was ?? anchor.exact)) places.set(placeOf(anchor), one)
  })
  const moved = (anchor: Anchor): Anchor => {
    const one = places.get(placeOf(anchor))
    return one && anchor.was !== undefined ? { ...one, was: anchor.was } : (one ?? anchor)
  }
  return { before, after: mapAnchors(after, moved) }
}

function placeOf({ start, end, exact }: Anchor): string {
  return `${start} ${end} ${exact}`
}
