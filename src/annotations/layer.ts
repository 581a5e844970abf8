import { layersOfPeople } from './assistantLayers'
import type { Decision } from './decision'
import { allIndexes, joinedDecisions, listOf, orderedIndexes, pickedDecisions, type DecisionList } from './decisionList'

/** All decisions of one annotator on one article, in the order in which they are on disk. */
export interface Layer {
  readonly annotator: string
  readonly decisions: readonly Decision[]
}

/**
 * The decisions of several layers that hold: of those of one kind on one target (the same places and words; of codes and memos also the
 * same content) the one that was made or modified last, of equally old ones that of the annotator whose name comes last. In
 * order of the text, then of id. `from` is no part of the target. Layers of assistants decide nothing.
 */
export function mergedDecisions(layers: readonly Layer[]): readonly Decision[] {
  const all = joinedDecisions(layersOfPeople(layers).map(({ decisions }) => decisions))
  const list = listOf(all)
  const { starts, ends } = list
  const indexes = orderedIndexes(list, allIndexes(starts.length))
  const holding = new Uint32Array(indexes.length)
  let count = 0
  for (let first = 0, next: number; first < indexes.length; first = next) {
    const index = indexes[first]!
    next = first + 1
    while (next < indexes.length && starts[indexes[next]!] === starts[index] && ends[indexes[next]!] === ends[index])
      next++
    if (next === first + 1) holding[count++] = index
    else for (const held of holdingAmong(list, [...indexes.subarray(first, next)])) holding[count++] = held
  }
  return pickedDecisions(all, holding.subarray(0, count))
}

/** Of so few, each is compared with each before names are made of what they are about. */
const few = 8

/** Those that hold of some at one place, in the same order. */
function holdingAmong(list: DecisionList, indexes: readonly number[]): readonly number[] {
  const areOthers = (one: number, index: number) =>
    indexes.every((other, at) => at <= index || isAnotherQuestion(list.base(one), list.base(other)))
  if (indexes.length <= few && indexes.every(areOthers)) return indexes
  const holding = new Map<string, number>()
  for (const index of indexes) {
    const decision = list.at(index)
    // A layer may be of an earlier text: the same offsets are other words then, and another question.
    const key = [decisionKey(decision), ...decision.target.map(({ exact }) => exact)].join('\n')
    const known = holding.get(key)
    if (known === undefined || isNewer(decision, list.at(known))) holding.set(key, index)
  }
  const held = new Set(holding.values())
  return indexes.filter((index) => held.has(index))
}

/** By the first place, those of the whole article first, then by id. */
export function inTextOrder(a: Decision, b: Decision): number {
  return (
    (a.target[0]?.start ?? -1) - (b.target[0]?.start ?? -1) ||
    (a.target.at(-1)?.end ?? -1) - (b.target.at(-1)?.end ?? -1) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/**
 * What a decision is about, as a name: of two decisions of one layer with the same key only one can be. Accepting and rejecting
 * answer the same question, and so do they and what replaces a suggestion, and giving a code and saying that it does not apply.
 */
export function decisionKey(decision: Decision): string {
  // Deleted words have a place without extent, which others may share.
  const places = decision.target
    .map(({ start, end, prefix, exact }) => (start < end ? `${start}-${end}` : `${start} ${prefix}|${exact}`))
    .join(' ')
  const content = contentOf(decision)
  return `${questionOf(decision)} ${places}${content === undefined ? '' : ` ${content}`}`
}

/** Whether two decisions answer different questions, wherever they are. */
function isAnotherQuestion(a: Decision, b: Decision): boolean {
  return questionOf(a) !== questionOf(b) || contentOf(a) !== contentOf(b)
}

function questionOf(decision: Decision): string {
  const { kind } = decision
  if (kind === 'accept' || kind === 'reject') return decision.from?.about ?? 'mention'
  return kind === 'noCode' ? 'code' : kind
}

/** What else is part of the question: there may be several codes on one target, and notes of several people. */
function contentOf(decision: Decision): string | undefined {
  if (decision.kind === 'code' || decision.kind === 'noCode') return decision.code
  return decision.kind === 'memo' ? decision.creator : undefined
}

function isNewer(a: Decision, b: Decision): boolean {
  const [madeA, madeB] = [a.modified ?? a.created, b.modified ?? b.created]
  return madeA === madeB ? a.creator > b.creator : madeA > madeB
}
