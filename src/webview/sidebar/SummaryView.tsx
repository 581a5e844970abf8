import type { FolderState, ListState, Progress, SidebarStrings } from '../../protocol/sidebar'
import { isActive, readFilter } from '../shared/filter'
import { counted, format, number, percent } from '../shared/format'

interface SummaryViewProps {
  readonly state: ListState | FolderState
  readonly strings: SidebarStrings
}

/**
 * Above the lists: the article's headline or the folder's name, and how much of it is quoted; under a filter in how many of the
 * folder's articles quotes match, for the words of all of them would be taken for those of the few.
 */
export function SummaryView({ state, strings }: SummaryViewProps) {
  const { summary } = state
  const { locale } = strings
  const facts = [
    ...(state.decided?.isArticle === false ? [strings.noArticle] : []),
    ...summary.details,
    ...(state.kind === 'folder' && isActive(readFilter(state.filter))
      ? [format(strings.quotesInArticles, number(state.articlesWithQuotes, locale), number(state.articles, locale))]
      : [...(state.kind === 'folder' ? [articlesOf(state, strings)] : []), wordsOf(state, strings)])
  ]
  return (
    <div class="summary">
      <div class="title" title={[summary.title, summary.file].filter(Boolean).join('\n')}>
        <bdi>{summary.title}</bdi>
      </div>
      <div class="details" title={facts.join(' \u00B7 ')}>
        <bdi>{facts.join(' \u00B7 ')}</bdi>
      </div>
    </div>
  )
}

function articlesOf({ articles }: FolderState, { oneArticle, manyArticles, locale }: SidebarStrings): string {
  return counted(articles, oneArticle, manyArticles, locale)
}

function wordsOf({ summary }: ListState | FolderState, { wordsQuoted, locale }: SidebarStrings): string {
  const share = summary.words === 0 ? 0 : summary.quotedWords / summary.words
  return format(wordsQuoted, number(summary.words, locale), percent(share, locale))
}

/** How much somebody has decided about, in words and as a thin bar. */
export function ProgressView({
  progress: { decided, total },
  strings
}: {
  readonly progress: Progress
  readonly strings: SidebarStrings
}) {
  const label = format(strings.progress, number(decided, strings.locale), number(total, strings.locale))
  return (
    <div class="reached">
      <div
        class="reached-bar"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={decided}
      >
        <span style={{ width: `${total === 0 ? 0 : Math.min(100, (100 * decided) / total)}%` }} />
      </div>
      <span aria-hidden="true">{label}</span>
    </div>
  )
}
