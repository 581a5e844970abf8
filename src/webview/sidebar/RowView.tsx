import type { SidebarStrings } from '../../protocol/sidebar'
import type { Filter } from '../shared/filter'
import { Icon } from '../shared/Icon'
import { rowLabel, rowTitle } from './labels'
import { RowContent } from './RowContent'
import { rowContext } from './rowContext'
import { indent, isMeasured } from './rowHeights'
import type { Row } from './rows'
import { decidable } from './statusLabels'
import { StatusMark } from './StatusMark'

interface RowViewProps {
  readonly row: Row
  /** Pixels from the top of the list. */
  readonly top: number
  /** Pixels; without it the row is as high as what it shows. */
  readonly height?: number | undefined
  /** Takes the row's element, to learn how high it is. */
  readonly measure?: ((element: HTMLElement | null) => void) | undefined
  readonly index?: number
  readonly strings: SidebarStrings
  readonly filter: Filter
  readonly isFocused: boolean
  readonly isCurrent: boolean
  readonly onClick: (event: MouseEvent) => void
  readonly onFocus?: () => void
}

export function RowView(props: RowViewProps) {
  const { row, top, height, strings, filter, isFocused, isCurrent, onClick, onFocus } = props
  const { node, level, position, siblings, expanded } = row
  const decided = decidable(node.content)
  const classes = ['row', node.content.kind, isCurrent && 'current', decided && 'decidable', isMeasured(node) && 'tall']
    .filter(Boolean)
    .join(' ')
  const item = {
    role: 'treeitem' as const,
    tabIndex: isFocused ? 0 : -1,
    'aria-level': level,
    'aria-posinset': position,
    'aria-setsize': siblings,
    'aria-label': rowLabel(node.content, strings),
    ...(expanded === undefined ? {} : { 'aria-expanded': expanded }),
    ...(isCurrent ? { 'aria-current': 'location' as const } : {})
  }
  return (
    <div
      {...item}
      ref={props.measure ?? null}
      data-index={props.index}
      data-vscode-context={rowContext(node)}
      class={classes}
      title={rowTitle(node.content, strings)}
      onClick={onClick}
      onFocus={onFocus}
      style={{
        transform: `translateY(${top}px)`,
        ...(height === undefined ? {} : { height: `${height}px` }),
        paddingInlineStart: `${(level - 1) * indent + 2}px`
      }}
    >
      <span class="twistie" aria-hidden="true">
        {expanded !== undefined && <Icon name={expanded ? 'chevron-down' : 'chevron-right'} />}
      </span>
      <span class="content" aria-hidden="true">
        <RowContent content={node.content} strings={strings} filter={filter} />
        {decided && <StatusMark status={decided.status} strings={strings} />}
      </span>
    </div>
  )
}
