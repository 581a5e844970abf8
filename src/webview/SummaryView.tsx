import type { ListState, SidebarStrings } from '../sidebar/protocol'
import { counted, format, number, percent, shortNumber } from './format'
import type { SectionId } from './treeNodes'

interface SummaryViewProps {
  readonly state: ListState
  readonly strings: SidebarStrings
  readonly onSection: (section: SectionId) => void
}

/** The article at a glance: its headline, how much of it is quoted, and the way to each section. */
export function SummaryView({ state, strings, onSection }: SummaryViewProps) {
  const { summary, entities } = state
  const { locale } = strings
  const actors = entities.filter(({ kind }) => kind !== 'place').length
  const figures: readonly (readonly [SectionId, number, string])[] = [
    ['actors', actors, strings.actors], ['places', entities.length - actors, strings.places], ['quotes', state.distinctQuotes, strings.quotes], ['links', state.links.length, strings.links]
  ]
  const facts = [
    ...summary.details,
    ...(state.scope === 'folder' ? [counted(state.articles.length, strings.oneArticle, strings.manyArticles, locale)] : []),
    format(strings.wordsQuoted, number(summary.words, locale), percent(summary.words === 0 ? 0 : summary.quotedWords / summary.words, locale))
  ]
  return (
    <div class="summary">
      <div class="title" title={summary.title}><bdi>{summary.title}</bdi></div>
      <div class="details" title={facts.join(' \u00B7 ')}><bdi>{facts.join(' \u00B7 ')}</bdi></div>
      <div class="figures">
        {figures.map(([id, count, label]) => (
          <button key={id} type="button" disabled={count === 0} onClick={() => onSection(id)}><b>{shortNumber(count, locale)}</b> <span>{label}</span></button>
        ))}
      </div>
    </div>
  )
}
