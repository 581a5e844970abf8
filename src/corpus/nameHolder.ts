import type { ArticleSummary, EntitySummary } from './summary'

/** Somebody or something with a name, as far as the members found so far say: a group that is being built. */
export interface NameHolder {
  /** Of what a person gave an identity: all of its members have it, or none. */
  readonly identity: string | null
  /** The first member that a person or a full name tells who it is. */
  readonly named: EntitySummary
  readonly members: EntitySummary[]
  /** The positions of the members among the candidates. */
  readonly orders: number[]
  readonly descriptionWords: Set<string>
  readonly offices: Set<string>
  readonly nations: Set<string>
  /** Full names in the articles of the first `membersRead` members; see `sharedNames`. */
  readonly fullNames: Set<string>
  membersRead: number
  gender: 'male' | 'female' | null
  country: string | null
}

// More words than these would not distinguish a holder better, but cost memory and time.
const fullNamesKept = 400
const wordsKept = 200

/** Adds a candidate to a known holder or to a new one, and gives that. */
export function join(
  candidate: EntitySummary,
  order: number,
  known: NameHolder | null,
  holders: NameHolder[]
): NameHolder {
  const { traits } = candidate
  const holder: NameHolder = known ?? {
    identity: traits.identity,
    named: candidate,
    members: [],
    orders: [],
    descriptionWords: new Set(),
    offices: new Set(),
    nations: new Set(),
    fullNames: new Set(),
    membersRead: 0,
    gender: null,
    country: null
  }
  if (!known) holders.push(holder)
  holder.members.push(candidate)
  holder.orders.push(order)
  holder.gender ??= traits.gender
  holder.country ??= traits.country
  if (holder.descriptionWords.size < wordsKept)
    for (const word of traits.descriptionWords) holder.descriptionWords.add(word)
  if (holder.offices.size < wordsKept) for (const office of traits.offices) holder.offices.add(office)
  if (holder.nations.size < wordsKept) for (const nation of traits.nations) holder.nations.add(nation)
  return holder
}

/** How many other full names an article has in common with a holder's. */
export function sharedNames(name: string, { fullNames }: ArticleSummary, holder: NameHolder): number {
  const known = fullNamesOf(holder)
  let shared = 0
  for (const other of fullNames.slice(0, fullNamesKept)) if (other !== name && known.has(other)) shared++
  return shared
}

/** Read when they are asked for, as they seldom are: each member's article may have very many. */
function fullNamesOf(holder: NameHolder): ReadonlySet<string> {
  const { members, fullNames } = holder
  for (; holder.membersRead < members.length && fullNames.size < fullNamesKept; holder.membersRead++) {
    const { summary, traits } = members[holder.membersRead]!
    for (const other of summary.fullNames.slice(0, fullNamesKept)) if (other !== traits.key.full) fullNames.add(other)
  }
  return fullNames
}
