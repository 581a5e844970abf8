import type { JSX } from 'preact'
import type { OverviewState } from '../../protocol/overview'
import { conditionsOf, withCondition } from '../../util/filterQuery'
import { conditionLabel } from '../shared/conditionLabel'
import { format } from '../shared/format'
import { Icon } from '../shared/Icon'
import { wordsOf } from './narrowed'
import type { Texts } from './texts'

export interface FiltersProps {
  readonly state: OverviewState
  readonly texts: Texts
  readonly canGoBack: boolean
  readonly onFilter: (filter: string) => void
  readonly onBack: () => void
}

/** What the pictures are of: the folder, or what the filter leaves of it; each condition can be taken away. */
export function Filters({ state, texts, canGoBack, onFilter, onBack }: FiltersProps): JSX.Element {
  const { folder, filter, articles, quotes } = state
  const { strings } = texts
  const words = wordsOf(filter)
  const chips = [
    ...conditionsOf(filter).map((condition) => ({
      text: conditionLabel(condition, strings.conditions),
      without: withCondition(filter, condition)
    })),
    ...(words === '' ? [] : [{ text: words, without: conditionsOf(filter).join(' ') }])
  ]
  return (
    <div class="filters">
      {folder !== '' && <strong>{folder}</strong>}
      {state.picture && (
        <span class="scope">
          {texts.quotes(quotes)} · {texts.articles(articles)}
        </span>
      )}
      {chips.length > 0 && (
        <ul aria-label={strings.filters}>
          {chips.map(({ text, without }) => (
            <li key={without} class="chip">
              <span>{text}</span>
              <button
                aria-label={format(strings.removeCondition, text)}
                title={format(strings.removeCondition, text)}
                onClick={() => onFilter(without)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {canGoBack && (
        <button class="text" onClick={onBack}>
          <Icon name="arrow-left" />
          <span>{strings.back}</span>
        </button>
      )}
      {chips.length > 0 && (
        <button class="text" onClick={() => onFilter('')}>
          <Icon name="clear-all" />
          <span>{strings.clearFilter}</span>
        </button>
      )}
    </div>
  )
}
