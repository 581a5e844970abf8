import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { OverviewStrings } from '../../protocol/overview'
import type { Table, TableRow } from './table'

const rowsAtFirst = 200

export interface TableViewProps {
  readonly table: Table
  readonly caption: string
  readonly strings: OverviewStrings
  readonly onOpen: (row: TableRow) => void
}

/** A picture as a table: the same figures, the same doors. */
export function TableView({ table: { columns, rows }, caption, strings, onOpen }: TableViewProps): JSX.Element {
  const [shown, setShown] = useState(rowsAtFirst)
  return (
    <div class="tableArea">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, isNumber }) => (
              <th key={head} scope="col" class={isNumber ? 'number' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, index) => (
            <tr key={index}>
              {row.cells.map((cell, place) =>
                place === 0 ? (
                  <th key={place} scope="row">
                    <button class="link" onClick={() => onOpen(row)}>
                      {cell}
                    </button>
                  </th>
                ) : (
                  <td key={place} class={columns[place]?.isNumber ? 'number' : cell.length < 16 ? 'short' : ''}>
                    {cell}
                  </td>
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {shown < rows.length && (
        <button class="more" onClick={() => setShown(shown + rowsAtFirst)}>
          {strings.moreRows}
        </button>
      )}
    </div>
  )
}
