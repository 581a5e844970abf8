import { sourceOrders, type SidebarStrings, type SourceOrder } from '../../protocol/sidebar'
import { Menu } from './Menu'

interface SortMenuProps {
  readonly order: SourceOrder
  readonly strings: SidebarStrings
  readonly onOrder: (order: SourceOrder) => void
}

/** What the sources are sorted by. */
export function SortMenu({ order, strings, onOrder }: SortMenuProps) {
  const labels: Readonly<Record<SourceOrder, string>> = {
    quotes: strings.sortQuotes,
    words: strings.sortWords,
    articles: strings.sortArticles,
    name: strings.sortName
  }
  return (
    <Menu
      label={strings.sort}
      icon="sort-precedence"
      isActive={order !== 'quotes'}
      isExclusive
      groups={[
        {
          label: strings.sort,
          choices: sourceOrders.map((id) => ({ id, label: labels[id], isChecked: id === order }))
        }
      ]}
      onChoose={(id) => onOrder(sourceOrders.find((known) => known === id) ?? 'quotes')}
    />
  )
}
