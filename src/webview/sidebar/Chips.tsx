import type { SidebarStrings } from '../../protocol/sidebar'
import { conditionLabel } from '../shared/conditionLabel'
import { format, number } from '../shared/format'
import { Icon } from '../shared/Icon'
import { isArticleCondition } from './filterText'

interface ChipsProps {
  readonly conditions: readonly string[]
  readonly strings: SidebarStrings
  readonly onRemove: (conditions: readonly string[]) => void
}

/** More chosen articles than that are one chip. */
const mostArticles = 2

interface Chip {
  readonly label: string
  readonly title: string
  readonly conditions: readonly string[]
}

/** The conditions of the filter, each to be removed. */
export function Chips({ conditions, strings, onRemove }: ChipsProps) {
  if (conditions.length === 0) return null
  return (
    <ul class="filter-chips" aria-label={strings.filters}>
      {chipsOf(conditions, strings).map(({ label, title, conditions: removed }) => (
        <li key={label}>
          <button
            type="button"
            title={title}
            aria-label={format(strings.removeFilter, label)}
            onClick={() => onRemove(removed)}
          >
            <bdi>{label}</bdi>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}

function chipsOf(conditions: readonly string[], strings: SidebarStrings): readonly Chip[] {
  const articles = conditions.filter(isArticleCondition)
  const isMany = articles.length > mostArticles
  const single = conditions.filter((condition) => !isMany || !isArticleCondition(condition))
  return [
    ...(isMany
      ? [
          {
            label: format(strings.chipArticles, number(articles.length, strings.locale)),
            title: articles.map((condition) => conditionLabel(condition, strings)).join('\n'),
            conditions: articles
          }
        ]
      : []),
    ...single.map((condition) => ({
      label: conditionLabel(condition, strings),
      title: condition,
      conditions: [condition]
    }))
  ]
}
