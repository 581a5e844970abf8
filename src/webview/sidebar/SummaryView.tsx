import type { FolderState, ListState, Progress, SidebarStrings } from '../../protocol/sidebar'
import { counted, format, number, percent } from '../shared/format'

interface SummaryViewProps {
  readonly state: ListState | FolderState
  readonly strings: SidebarStrings
}

/** Above the lists: the article's headline or the folder's name, and how much of it is quoted. */
export function SummaryView({ state, strings }: SummaryViewProps) {
  const { summary } = state
  const { locale } = strings
  const facts = [
    ...(state.decided?.isArticle === false ? [strings.noArticle] : []),
    ...summary.details,
    ...(state.kind === 'folder' ? [counted(state.articles, strings.oneArticle, strings.manyArticles, locale)] : []),
    format(
      strings.wordsQuoted,
      number(summary.words, locale),
      percent(summary.words === 0 ? 0 : summary.quotedWords / summary.words, locale)
    )
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
