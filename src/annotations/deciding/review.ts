import type { Analysis } from '../../analysis'
import type { Decided } from '../decided'
import { isDecided, piecesOf, type Deciding, type Fact } from './facts'

type Reviewed = Pick<Deciding, 'article'>

export interface ReviewOptions {
  /** Also what people believe, want and fear. */
  readonly attitudes: boolean
}

/** The suggestions about which nobody has decided: the least certain first, of equally certain ones in order of the text. */
export function undecidedFacts(deciding: Reviewed, options: ReviewOptions): readonly Fact[] {
  return reviewedFacts(deciding.article.analysis, options)
    .filter((fact) => !isDecided(deciding, fact))
    .map((fact) => ({ fact, order: orderOf(deciding, fact) }))
    .sort((a, b) => compared(a.order, b.order))
    .map(({ fact }) => fact)
}

export interface ReviewProgress {
  readonly decided: number
  readonly total: number
}

/** How many of an article's facts somebody has decided about. What was rejected counts, too. */
export function reviewProgress(deciding: Reviewed, options: ReviewOptions): ReviewProgress {
  const facts = reviewedFacts(deciding.article.analysis, options)
  const shown = facts.filter((fact) => isDecided(deciding, fact)).length
  const rejected = rejectedCount(deciding.article.decided, options)
  return { decided: shown + rejected, total: facts.length + rejected }
}

/** Where a review stands: what comes after it is less doubtful, or as doubtful and later in the text. */
export interface ReviewPlace {
  readonly confidence: number
  readonly start: number
  readonly end: number
}

export function reviewPlace(deciding: Reviewed, fact: Fact): ReviewPlace {
  const [confidence, start, end] = orderOf(deciding, fact)
  return { confidence, start, end }
}

/**
 * The undecided fact after a place of the review, or before it; behind the last one comes the first again. Undefined when
 * everything is decided.
 */
export function nextUndecided(
  deciding: Reviewed,
  from: ReviewPlace | undefined,
  direction: 'forward' | 'backward',
  options: ReviewOptions
): Fact | undefined {
  const facts = undecidedFacts(deciding, options)
  if (!from) return direction === 'forward' ? facts[0] : facts.at(-1)
  const place: Order = [from.confidence, from.start, from.end]
  const isBeyond = (fact: Fact) => {
    const order = compared(orderOf(deciding, fact), place)
    return direction === 'forward' ? order > 0 : order < 0
  }
  return direction === 'forward' ? (facts.find(isBeyond) ?? facts[0]) : (facts.findLast(isBeyond) ?? facts.at(-1))
}

/** The facts of one kind that wait for a decision. */
export type FactGroup =
  'person' | 'organization' | 'group' | 'place' | 'acting' | 'references' | 'direct' | 'indirect' | 'mixed'

/** The undecided facts by kind: names by their type, descriptions and pronouns, quotes by their kind. No kind is empty. */
export function undecidedGroups(deciding: Reviewed, options: ReviewOptions): ReadonlyMap<FactGroup, readonly Fact[]> {
  const groups = new Map<FactGroup, Fact[]>()
  for (const fact of undecidedFacts(deciding, options)) {
    const group = groupOf(deciding.article.analysis, fact)
    groups.set(group, [...(groups.get(group) ?? []), fact])
  }
  return groups
}

function groupOf({ mentions, quotes }: Analysis, { about, index }: Fact): FactGroup {
  if (about === 'quote') return quotes[index]!.kind
  const { form, type, acting } = mentions[index]!
  if (form !== 'name') return 'references'
  return type === 'place' && acting ? 'acting' : type
}

function reviewedFacts({ mentions, quotes }: Analysis, { attitudes }: ReviewOptions): readonly Fact[] {
  return [
    ...mentions.map((_, index): Fact => ({ about: 'mention', index })),
    ...quotes.flatMap(({ act }, index): readonly Fact[] =>
      attitudes || act === 'speech' ? [{ about: 'quote', index }] : []
    )
  ]
}

function rejectedCount(decided: Decided | undefined, { attitudes }: ReviewOptions): number {
  const rejected = decided?.decisions.filter(
    ({ decision: { kind, from }, isInText }) =>
      kind === 'reject' && isInText && (attitudes || from?.about !== 'quote' || from.act === 'speech')
  )
  return rejected?.length ?? 0
}

type Order = readonly [confidence: number, start: number, end: number]

function orderOf(deciding: Reviewed, fact: Fact): Order {
  const { mentions, quotes } = deciding.article.analysis
  const confidence = (fact.about === 'mention' ? mentions : quotes)[fact.index]?.confidence ?? 1
  const pieces = piecesOf(deciding, fact)
  return [confidence, pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0]
}

function compared(a: Order, b: Order): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}
