import type { EntityTraits } from './summary'

/** Somebody or something with a name, as far as the members found so far say: a group that is being built. */
export interface NameHolder {
  /** Of what a person gave an identity: all of its members have it, or none. */
  readonly identity: string | null
  /** What the first member states; of an identity's members the first with a full name. */
  named: EntityTraits
  /** The number of its members. */
  size: number
  readonly descriptionWords: Set<string>
  readonly offices: Set<string>
  readonly nations: Set<string>
  /** The other full names in the articles of its first members. */
  readonly otherNames: OtherNames
  gender: 'male' | 'female' | null
  country: string | null
}

/** The full names of an article's other entities. Called when they are needed, as they seldom are: an article may have very many. */
export type NamesBeside = () => readonly string[]

// More words than these would not distinguish a holder better, but cost memory and time.
const fullNamesKept = 400
const wordsKept = 200

/** The first so many of the article's full names, without the entity's own. */
export function namesBeside({ key }: EntityTraits, fullNames: readonly string[]): readonly string[] {
  return fullNames.slice(0, fullNamesKept).filter((other) => other !== key.full)
}

export function nameHolder(first: EntityTraits): NameHolder {
  return {
    identity: first.identity,
    named: first,
    size: 0,
    descriptionWords: new Set(),
    offices: new Set(),
    nations: new Set(),
    otherNames: new OtherNames(),
    gender: null,
    country: null
  }
}

/** Adds a member to a holder. */
export function join(holder: NameHolder, traits: EntityTraits, beside: NamesBeside): void {
  holder.size++
  holder.otherNames.add(beside)
  holder.gender ??= traits.gender
  holder.country ??= traits.country
  if (holder.descriptionWords.size < wordsKept)
    for (const word of traits.descriptionWords) holder.descriptionWords.add(word)
  if (holder.offices.size < wordsKept) for (const office of traits.offices) holder.offices.add(office)
  if (holder.nations.size < wordsKept) for (const nation of traits.nations) holder.nations.add(nation)
}

/** How many other full names an article has in common with a holder's. */
export function sharedNames(beside: NamesBeside, { otherNames }: NameHolder): number {
  const known = otherNames.read()
  let shared = 0
  for (const other of beside()) if (known.has(other)) shared++
  return shared
}

/** Names are read when they are asked for, or when so many articles wait to be read that keeping them costs more than their names. */
class OtherNames {
  readonly #names = new Set<string>()
  #unread: NamesBeside[] = []

  add(beside: NamesBeside): void {
    if (this.#names.size >= fullNamesKept) return
    this.#unread.push(beside)
    if (this.#unread.length >= mostUnread) this.read()
  }

  read(): ReadonlySet<string> {
    for (const beside of this.#unread) {
      if (this.#names.size >= fullNamesKept) break
      for (const other of beside()) this.#names.add(other)
    }
    if (this.#unread.length > 0) this.#unread = []
    return this.#names
  }
}

const mostUnread = 64
