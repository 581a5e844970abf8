import type { FolderState, ListState, Progress, SidebarStrings } from '../../protocol/sidebar'
import { counted, format, number, percent, shortNumber } from '../shared/format'
import type { SectionId } from './treeNodes'

interface SummaryViewProps {
  readonly state: ListState | FolderState
  readonly strings: SidebarStrings
  readonly onSection: (section: SectionId) => void
}

/** Above the lists: the article's headline, how much of it is quoted, and the way to each section. */
export function SummaryView({ state, strings, onSection }: SummaryViewProps) {
  const { summary } = state
  const { locale } = strings
  const [actors, places, quotes, links] = countsOf(state)
  const figures: readonly (readonly [SectionId, number, string])[] = [
    ['actors', actors, strings.actors],
    ['places', places, strings.places],
    ['quotes', quotes, strings.quotes],
    ['links', links, strings.links]
  ]
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
      <div class="title" title={summary.title}>
        <bdi>{summary.title}</bdi>
      </div>
      <div class="details" title={facts.join(' \u00B7 ')}>
        <bdi>{facts.join(' \u00B7 ')}</bdi>
      </div>
      <div class="figures">
        {figures.map(([id, count, label]) => (
          <button key={id} type="button" disabled={count === 0} onClick={() => onSection(id)}>
            <b>{shortNumber(count, locale)}</b> <span>{label}</span>
          </button>
        ))}
      </div>
      {state.decided && <ProgressView progress={state.decided.progress} strings={strings} />}
    </div>
  )
}

/** How much of it somebody has decided about, in words and as a thin bar. */
function ProgressView({
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

/** Of the whole scope, whatever the filter leaves. */
function countsOf(
  state: ListState | FolderState
): readonly [actors: number, places: number, quotes: number, links: number] {
  if (state.kind === 'folder')
    return [
      state.tallies.actors.total,
      state.tallies.places.total,
      state.tallies.quotes.total,
      state.tallies.links.total
    ]
  const places = state.entities.filter(({ kind }) => kind === 'place').length
  return [state.entities.length - places, places, state.distinctQuotes, state.links.length]
}
