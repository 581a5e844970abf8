import type { Decision } from './decision'

/** All decisions of one annotator on one article, in the order in which they are on disk. */
export interface Layer {
  readonly annotator: string
  readonly decisions: readonly Decision[]
}

/**
 * The decisions of several layers that hold: of those of one kind on one target (the same places and words; of codes and memos also the
 * same content) the one that was made or modified last, of equally old ones that of the annotator whose name comes last. In
 * order of the text, then of id. `from` is no part of the target.
 */
export function mergedDecisions(layers: readonly Layer[]): readonly Decision[] {
  const all = inOrder(layers.length === 1 ? layers[0]!.decisions : layers.flatMap(({ decisions }) => decisions))
  const holding: Decision[] = []
  for (let first = 0, end: number; first < all.length; first = end) {
    end = first + 1
    while (end < all.length && isAtSamePlace(all[first]!, all[end]!)) end++
    if (end === first + 1) holding.push(all[first]!)
    else for (const decision of holdingAmong(all.slice(first, end))) holding.push(decision)
  }
  return holding
}

/** In order of the text; the same array where it is in order already, as it mostly is: a keystroke leaves the order as it was. */
export function inOrder(decisions: readonly Decision[]): readonly Decision[] {
  for (let index = 1; index < decisions.length; index++)
    if (inTextOrder(decisions[index - 1]!, decisions[index]!) > 0) return [...decisions].sort(inTextOrder)
  return decisions
}

function isAtSamePlace({ target: a }: Decision, { target: b }: Decision): boolean {
  return a[0]?.start === b[0]?.start && a.at(-1)?.end === b.at(-1)?.end
}

/** Of so few, each is compared with each before names are made of what they are about. */
const few = 8

/** Those that hold of some at one place, in the same order. */
function holdingAmong(decisions: readonly Decision[]): readonly Decision[] {
  const areOthers = (a: Decision, index: number) => decisions.every((b, at) => at <= index || isAnotherQuestion(a, b))
  if (decisions.length <= few && decisions.every(areOthers)) return decisions
  const holding = new Map<string, Decision>()
  for (const decision of decisions) {
    // A layer may be of an earlier text: the same offsets are other words then, and another question.
    const key = [decisionKey(decision), ...decision.target.map(({ exact }) => exact)].join('\n')
    const known = holding.get(key)
    if (!known || isNewer(decision, known)) holding.set(key, decision)
  }
  const held = new Set(holding.values())
  return decisions.filter((decision) => held.delete(decision))
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
  switch (kind) {
    case 'accept':
    case 'reject':
      return decision.from?.about ?? 'mention'
    case 'noCode':
      return 'code'
    default:
      return kind
  }
}

/** What else is part of the question: there may be several codes on one target, and notes of several people. */
function contentOf(decision: Decision): string | undefined {
  switch (decision.kind) {
    case 'code':
    case 'noCode':
      return decision.code
    case 'memo':
      return decision.creator
    default:
      return undefined
  }
}

function isNewer(a: Decision, b: Decision): boolean {
  const [madeA, madeB] = [a.modified ?? a.created, b.modified ?? b.created]
  return madeA === madeB ? a.creator > b.creator : madeA > madeB
}
