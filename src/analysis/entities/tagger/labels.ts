/** The types the tagger tells apart. `other` is what is named but neither: nationalities, events, works. */
export const taggedTypes = ['person', 'organization', 'place', 'other'] as const

/** Labels: 0 is outside; then for each type begin, inside, last, single (BILOU). */
export const labelCount = 17
export const enum Part {
  Begin,
  Inside,
  Last,
  Single
}

export function labelOf(type: number, part: Part): number {
  return 1 + type * 4 + part
}

/** For each label the labels that may follow it; after "begin" and "inside" of a type come its "inside" and "last". */
export const followers: readonly Int32Array[] = Array.from({ length: labelCount }, (_, label) => {
  const part = (label - 1) % 4
  const open = label > 0 && (part === Number(Part.Begin) || part === Number(Part.Inside))
  const type = Math.floor((label - 1) / 4)
  if (open) return Int32Array.of(labelOf(type, Part.Inside), labelOf(type, Part.Last))
  return Int32Array.from(
    [0, ...[0, 1, 2, 3].flatMap((next) => [labelOf(next, Part.Begin), labelOf(next, Part.Single)])].sort(
      (a, b) => a - b
    )
  )
})

/** For each label the labels that may come before it. */
export const leaders: readonly Int32Array[] = Array.from({ length: labelCount }, (_, label) =>
  Int32Array.from(followers.flatMap((next, from) => (next.includes(label) ? [from] : [])))
)

/** Whether a sentence may begin (or end) with the label. */
export function mayBegin(label: number): boolean {
  return label === 0 || (label - 1) % 4 === Number(Part.Begin) || (label - 1) % 4 === Number(Part.Single)
}

export function mayEnd(label: number): boolean {
  return label === 0 || (label - 1) % 4 === Number(Part.Last) || (label - 1) % 4 === Number(Part.Single)
}
