import type { HostEvent } from '../protocol/sidebar'
import { atOnceOrInSlices } from '../util/slices'
import { sidebarListsInSteps } from './sidebarLists'
import type { SidebarInput, SidebarLists } from './sources'
import { isSameInput, type StateInput } from './stateInput'

/** The lists of one article: made in slices of time, and posted when they are there. */
export interface ArticleContent {
  /** Those that were posted last. */
  lists(): SidebarLists | undefined
  /** Whether an article is in them. */
  has(uri: string): boolean
  /** Whether lists of the same are under way, or posted. */
  isMade(input: StateInput): boolean
  /** Makes and posts them; calls `onLate` where that takes longer than a slice of time. */
  make(input: StateInput, wanted: SidebarInput, onLate: () => void): void
  /** What is under way is not posted any more. */
  giveUp(): void
  /** What was posted is not shown any more. */
  forget(): void
}

export interface ArticleContentOptions {
  readonly post: (event: HostEvent) => void
  readonly onPosted: () => void
  readonly onFailure: (error: unknown) => void
}

export function articleContent({ post, onPosted, onFailure }: ArticleContentOptions): ArticleContent {
  let lists: SidebarLists | undefined
  let postedInput: StateInput | undefined
  /** The lists under way are made of it. */
  let making: StateInput | undefined

  function postLists(made: SidebarLists, input: StateInput): void {
    if (making !== input) return
    making = undefined
    postedInput = input
    lists = made
    post({ kind: 'state', state: made.state })
    onPosted()
  }

  return {
    lists: () => lists,
    has: (uri) =>
      lists !== undefined && (lists.articles.some(({ id }) => id === uri) || lists.articleOf(uri) !== undefined),
    isMade: (input) =>
      making
        ? isSameInput(making, input)
        : lists !== undefined && postedInput !== undefined && isSameInput(postedInput, input),
    make(input, wanted, onLate) {
      making = input
      const made = atOnceOrInSlices(sidebarListsInSteps(wanted), () => making === input)
      if (!(made instanceof Promise)) return postLists(made, input)
      onLate()
      void made.then((late) => late && postLists(late, input)).catch(onFailure)
    },
    giveUp() {
      making = undefined
    },
    forget() {
      lists = postedInput = undefined
    }
  }
}
