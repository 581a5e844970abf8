import type { ComponentChildren } from 'preact'
import type { Filter } from '../shared/filter'
import { Highlighted } from '../shared/Highlighted'

interface WordsAndFactsProps {
  /** What kind of words they are, as a class. */
  readonly kind: string
  readonly words: string
  /** What the article is called that they are in; "" where that is known. */
  readonly article: string
  readonly who: ComponentChildren
  /** At the end of the second line. */
  readonly facts: ComponentChildren
  /** Below. */
  readonly children?: ComponentChildren
  readonly filter: Filter
}

/** Words of an article on at most two lines, and below them what is to be said of them. */
export function WordsAndFacts({ kind, words, article, who, facts, children, filter }: WordsAndFactsProps) {
  return (
    <span class={`quote ${kind}`}>
      {article && (
        <span class="quote-article">
          <bdi>{article}</bdi>
        </span>
      )}{' '}
      <span class="words">
        <bdi>
          <Highlighted text={words} filter={filter} />
        </bdi>
      </span>{' '}
      <span class="facts">
        <span class="who">
          <bdi>{who}</bdi>
        </span>{' '}
        {facts}
      </span>
      {children}
    </span>
  )
}
