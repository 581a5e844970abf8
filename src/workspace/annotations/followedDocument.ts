import { followDecisions, joinedDecisions, listOf, type Decision } from '../../annotations'
import type { Steps } from '../../util/steps'
import type { TextEdit } from '../openTexts'
import type { Kept } from './keptDecisions'
import { hasItsWords, isAsItWas, onTheirWords, onTheirWordsInSteps } from './onTheirWords'

/** The decisions on an article while its document is open: those that follow its edits, and those that are off their words. */
export interface FollowedDocument {
  /** The present text. */
  readonly text: () => string
  /** The document was edited. */
  edited(edits: readonly TextEdit[]): void
  /** All decisions as they are now, in the order of `kept`. */
  decisions(): readonly Decision[]
  kept(): readonly Kept[]
  /** Those that are followed. */
  followed(): { readonly kept: readonly Kept[]; readonly decisions: readonly Decision[] }
  /** Writes the places that decisions have now into them: into all, or those with some ids. */
  collect(ids?: ReadonlySet<string>): void
  /**
   * Other decisions than before are there. Those that are not where all is as it was stay as they are, to be placed again in every
   * text: following them would move what they are not on. `findMore` looks closer.
   */
  begin(all: readonly Kept[]): void
  /** Those of some ids are other decisions than before, or none: the rest is followed as it was. */
  change(ids: ReadonlySet<string>, present: readonly Kept[]): void
  /** Follows those off their words that are where all is as it was now. Whether there are any. */
  followMore(): boolean
  /**
   * Follows those that have their words where they are supposed to be, among other ones, if nothing else can be meant. Whether there
   * are any. To find that out takes long where many words are alike; what is edited meanwhile ends it.
   */
  findMore(): Steps<boolean>
}

export function followedDocument(text: () => string): FollowedDocument {
  let places = followDecisions([])
  /** In the order of `places`. */
  let followed: readonly Kept[] = []
  /** Those that are not on their words. */
  let others: readonly Kept[] = []
  /** The followed decisions as they were taken last. */
  let collected: readonly Decision[] | undefined

  const presentOf = ({ present }: Kept) => present!

  /** Follows some of the others, which are on their words. */
  function follow(found: readonly Decision[]): void {
    const areFound = new Set(found)
    const isFound = (one: Kept) => areFound.has(presentOf(one))
    const more = others.filter(isFound)
    places.change(text(), () => false, more.map(presentOf))
    followed = [...followed, ...more]
    others = others.filter((one) => !isFound(one))
  }

  /** Those of which nothing has changed but their places: they are on their words because they have been followed there. */
  function stillFollowed(all: readonly Kept[], now: string): ReadonlySet<Decision> {
    const present = new Set(all.map(presentOf))
    return new Set(places.decisions(now).filter((one) => present.has(one) && hasItsWords(now, one)))
  }

  return {
    text,
    edited: (edits) => places.edit(edits),
    decisions: () => joinedDecisions([places.decisions(text()), others.map(presentOf)]),
    kept: () => [...followed, ...others],
    followed: () => ({ kept: followed, decisions: places.decisions(text()) }),
    collect(ids) {
      const now = places.decisions(text())
      if (now === collected) return
      if (!ids) collected = now
      const { at } = listOf(now)
      followed.forEach((one, index) => {
        if (!ids || ids.has(one.present!.id)) one.present = at(index)
      })
    },
    begin(all) {
      const now = text()
      const sure = stillFollowed(all, now)
      const isFollowed = (one: Kept) => sure.has(presentOf(one)) || isAsItWas(now, presentOf(one))
      followed = all.filter(isFollowed)
      others = all.filter((one) => !isFollowed(one))
      places = followDecisions(followed.map(presentOf))
    },
    change(ids, present) {
      const now = text()
      const found = new Set(onTheirWords(now, present.map(presentOf)))
      const isEnded = (one: Kept) => one.present === undefined || ids.has(one.present.id)
      places.change(now, (index) => isEnded(followed[index]!), [...found])
      const isFound = (one: Kept) => found.has(presentOf(one))
      followed = [...followed.filter((one) => !isEnded(one)), ...present.filter(isFound)]
      others = [...others.filter((one) => !isEnded(one)), ...present.filter((one) => !isFound(one))]
    },
    followMore() {
      const now = text()
      const found = others.map(presentOf).filter((one) => isAsItWas(now, one))
      if (found.length > 0) follow(found)
      return found.length > 0
    },
    *findMore() {
      const now = text()
      const found = yield* onTheirWordsInSteps(now, others.map(presentOf))
      if (text() !== now) return false
      const present = new Set(others.map(presentOf))
      const more = found.filter((one) => present.has(one))
      if (more.length > 0) follow(more)
      return more.length > 0
    }
  }
}
