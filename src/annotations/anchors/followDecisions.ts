import type { Decision } from '../decision'
import { editedText, editRuns, isEditedText, type EditRun, type TextReplacement } from './editRuns'
import { findAgain } from './findAgain'
import { beginFollowing, loseWords, setAsideStrays, type Following } from './following'
import { followOthers } from './followOthers'
import { followRun } from './followedSpans'
import { newTextAfter } from './newText'
import { placeDecisions } from './placeDecisions'
import { renewDecisions } from './renewDecisions'

/** Decisions of a text while it is edited. */
export interface FollowedDecisions {
  /** Edits in the order in which an editor makes them, each meant in the text after the ones before it. */
  edit(edits: readonly TextReplacement[]): void
  /**
   * The decisions in the text as it is after all edits. One of which nothing moved is the same object, and so are all of
   * them together. What is put in at an end of its words stays outside. Where words were edited, `was` keeps those that were
   * decided about, until they are back. An anchor that lost its words keeps them and has the place where they were, without
   * extent; it gets them back when they are put in again: there, by an undo or a reload, or elsewhere, when nothing else can
   * be meant. What was in the text beside it before is never taken for its words.
   */
  decisions(text: string): readonly Decision[]
  /**
   * Ends to follow those at some indexes of `decisions`, and begins to follow others behind the ones that are left. They are on
   * their words in `text`, the present one.
   */
  change(text: string, isEnded: (index: number) => boolean, begun: readonly Decision[]): void
}

/**
 * Follows decisions through the edits of an open text. `text` is the one they are placed in, as `placeDecisions` gives them;
 * without it the first call of `decisions` says it, and what is edited before that counts as the decisions' words unseen.
 */
export function followDecisions(decisions: readonly Decision[], text?: string): FollowedDecisions {
  let following = beginFollowing(decisions)
  /** The text that is known, and what has been edited since. */
  let known = text
  let pending: EditRun[] = []
  if (text !== undefined) setAsideStrays(following, text)

  const textNow = () => {
    if (known !== undefined) known = pending.reduce(editedText, known)
    pending = []
    return known
  }
  /** Something was put in that lost words may be in; a single typed letter is none worth a search. */
  let isPutIn = false
  const follow = (run: EditRun, { spans, anchors }: Following) => {
    // Before the next edit, since what comes then may be like them.
    const before = isPutIn ? textNow() : undefined
    if (before !== undefined) findAgain(following, before)
    isPutIn = false
    following.newText = newTextAfter(following.newText, run, following.period)
    followRun(
      spans,
      run,
      (index) => anchors[index]!.exact,
      (index, start, end) => loseWords(following, index, { start, end }, textNow)
    )
    isPutIn = following.lostCount > 0 && run.edits.some(({ text }) => text.length > 1)
    pending.push(run)
  }

  function decisionsIn(now: string): readonly Decision[] {
    const isEdited = pending.length > 0
    if (known === undefined && !isEdited) setAsideStrays(following, now)
    const isHeard = known === undefined || isAfter(known, pending, now)
    known = now
    pending = []
    isPutIn = false
    if (!isHeard) {
      // Something was edited that nobody told: where the spans are says nothing.
      following = beginFollowing(placeDecisions(now, following.decisions).map(({ decision }) => decision))
      setAsideStrays(following, now)
    } else if (isEdited) {
      findAgain(following, now)
      renewDecisions(following, now)
    }
    return following.decisions
  }

  return {
    edit(edits) {
      for (const run of editRuns(edits)) follow(run, following)
    },
    decisions: decisionsIn,
    change(now, isEnded, begun) {
      decisionsIn(now)
      following = followOthers(following, isEnded, begun)
    }
  }
}

/** Whether a text becomes another one by some runs. */
function isAfter(text: string, runs: readonly EditRun[], now: string): boolean {
  const last = runs.at(-1)
  return last ? isEditedText(runs.slice(0, -1).reduce(editedText, text), last, now) : text === now
}
