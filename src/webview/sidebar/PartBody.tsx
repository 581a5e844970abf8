import { useMemo } from 'preact/hooks'
import type { CursorPlace, FolderState, ListState, NameType } from '../../protocol/sidebar'
import { hasConditions } from '../../util/filterQuery'
import { isActive } from '../shared/filter'
import { format } from '../shared/format'
import { cursorRows } from './cursorRows'
import { NameTypes } from './NameTypes'
import { ProgressView } from './SummaryView'
import type { Part } from './treeNodes'
import { TreeView, type TreeViewProps } from './TreeView'

interface PartBodyProps extends Omit<TreeViewProps, 'label' | 'current' | 'reveal'> {
  readonly part: Part
  readonly state: ListState | FolderState
  readonly types: readonly NameType[]
  readonly cursor: CursorPlace | undefined
  readonly onTypes: (types: readonly NameType[]) => void
}

/** What is in an open part: what belongs to its list, and the list. */
export function PartBody({ part, state, types, cursor, onTypes, ...tree }: PartBodyProps) {
  const { rows, strings, filter } = tree
  const at = useMemo(() => cursorRows(cursor, rows), [cursor, rows])
  const revealed = useMemo(() => (cursor?.reveal && at.reveal ? { key: at.reveal } : undefined), [cursor])
  const noMatch = hasConditions(filter) ? strings.filterNoneLeft : format(strings.filterNoMatch, filter.words.join(' '))
  const isFilteredOut = isActive(filter) && part.total > 0
  return (
    <>
      {part.types && part.total > 0 && (
        <NameTypes counts={part.types} shown={types} strings={strings} onShow={onTypes} />
      )}
      {part.id === 'marks' && state.decided && <ProgressView progress={state.decided.progress} strings={strings} />}
      {rows.length === 0 ? (
        <Nothing
          said={isFilteredOut ? noMatch : part.nothing}
          clear={isFilteredOut ? strings.clearWholeFilter : undefined}
          onClear={() => {
            tree.onEscape()
            tree.onFind()
          }}
        />
      ) : (
        <TreeView {...tree} label={part.label} current={at.current} reveal={revealed} />
      )}
    </>
  )
}

interface NothingProps {
  readonly said: string
  /** The button's label, where a filter is what leaves nothing. */
  readonly clear: string | undefined
  readonly onClear: () => void
}

/** In the place of a list without rows. The button goes with its list: the keyboard goes on in the search box. */
function Nothing({ said, clear, onClear }: NothingProps) {
  return (
    <div class="no-match">
      <p>{said}</p>
      {clear !== undefined && (
        <button type="button" onClick={onClear}>
          {clear}
        </button>
      )}
    </div>
  )
}
