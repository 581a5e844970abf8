import { conditionsOf, hasConditions, nameCondition, readQuery, withCondition } from '../../util/filterQuery'

/** A filter as the page shows it: conditions as chips, and the rest as the words of the search box. */
export interface FilterText {
  /** Each as it is typed, and once. */
  readonly conditions: readonly string[]
  /** As typed: there may be conditions in it that are not complete. */
  readonly words: string
}

export function readFilterText(filter: string): FilterText {
  return movedConditions([], filter, () => true)
}

/** The whole filter. */
export function wholeFilter({ conditions, words }: FilterText): string {
  return [...conditions, words.trim()].filter(Boolean).join(' ')
}

/** What is typed into the box: a condition becomes a chip once it is complete, by a blank or its second quotation mark. */
export function withTyped({ conditions }: FilterText, typed: string): FilterText {
  return movedConditions(conditions, typed, (condition) =>
    condition.includes('"') ? /".*"$/.test(condition) : typed.includes(`${condition} `)
  )
}

/** All that is a condition becomes a chip. */
export function withAllMoved({ conditions, words }: FilterText): FilterText {
  return movedConditions(conditions, words, () => true)
}

/** With a condition, or without it. */
export function toggled({ conditions, words }: FilterText, condition: string): FilterText {
  return {
    words,
    conditions: conditions.includes(condition)
      ? conditions.filter((known) => known !== condition)
      : [...conditions, condition]
  }
}

export function isArticleCondition(condition: string): boolean {
  return /^article:/i.test(condition)
}

/** A filter that leaves one article. */
export function withArticle(filter: string, title: string): string {
  const chosen = [...new Set(conditionsOf(filter).filter(isArticleCondition))]
  return withCondition(chosen.reduce(withCondition, filter), nameCondition('article', title))
}

function movedConditions(
  known: readonly string[],
  typed: string,
  isComplete: (condition: string) => boolean
): FilterText {
  const complete = [...new Set(conditionsOf(typed))].filter(
    (condition) => hasConditions(readQuery(condition)) && isComplete(condition)
  )
  return {
    conditions: [...new Set([...known, ...complete])],
    words: complete.length === 0 ? typed : complete.reduce(withCondition, typed)
  }
}
