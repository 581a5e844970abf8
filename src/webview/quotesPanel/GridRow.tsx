import type { Column, PanelRow, PanelStrings } from '../../protocol/quotesPanel'
import { shownDate } from '../shared/dates'
import { format, number } from '../shared/format'
import { Icon } from '../shared/Icon'

interface GridRowProps {
  readonly row: PanelRow | undefined
  readonly index: number
  readonly top: number
  readonly shown: readonly Column[]
  readonly template: string
  readonly strings: PanelStrings
  readonly isFocused: boolean
  readonly isSelected: boolean
}

/** A line of the concordance. Its place and the width of its columns are set on the element; texts are text nodes. */
export function GridRow({ row, index, top, shown, template, strings, isFocused, isSelected }: GridRowProps) {
  return (
    <div
      class={`row${isSelected ? ' selected' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isFocused ? 0 : -1}
      data-row={index}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
    >
      {shown.map((column) => (
        <Cell key={column} column={column} row={row} strings={strings} />
      ))}
    </div>
  )
}

function Cell({
  column,
  row,
  strings
}: {
  readonly column: Column
  readonly row: PanelRow | undefined
  readonly strings: PanelStrings
}) {
  if (!row)
    return (
      <span class={`cell ${column}`} role="gridcell">
        {column === 'keyword' ? strings.loading : ''}
      </span>
    )
  return (
    <span
      class={`cell ${column}${column === 'keyword' && row.kind ? ` ${row.kind}` : ''}`}
      role="gridcell"
      title={wholeText(column, row, strings)}
    >
      {contentOf(column, row, strings)}
    </span>
  )
}

/** What is cut where a cell is narrow; the status says itself. */
function wholeText(column: Column, row: PanelRow, { kinds, nobody, locale }: PanelStrings): string | undefined {
  switch (column) {
    case 'place':
    case 'status':
      return undefined
    case 'source':
      return named(row) || (row.kind === '' ? undefined : nobody)
    case 'kind':
      return row.kind === '' ? undefined : kinds[row.kind]
    case 'date':
      return shownDate(row.date, locale) || undefined
    case 'codes':
      return row.codes.map(({ name }) => name).join(', ') || undefined
    case 'left':
    case 'keyword':
    case 'right':
    case 'article':
    case 'outlet':
      return row[column] || undefined
  }
}

function contentOf(column: Column, row: PanelRow, strings: PanelStrings) {
  switch (column) {
    case 'place':
      return row.line > 0 ? number(row.line, strings.locale) : ''
    case 'left':
      return <bdi>{row.left}</bdi>
    case 'keyword':
      return <bdi>{row.keyword}</bdi>
    case 'right':
      return <bdi>{row.right}</bdi>
    case 'source':
      if (row.source === '') return row.kind === '' ? '' : <span class="nobody">{strings.nobody}</span>
      if (!row.named) return <bdi class="unnamed">{row.source}</bdi>
      return (
        <>
          <bdi>{row.source}</bdi>
          {row.sourceNote && (
            <>
              {' '}
              <bdi class="note">{row.sourceNote}</bdi>
            </>
          )}
        </>
      )
    case 'article':
      return <bdi>{row.article}</bdi>
    case 'date':
      return shownDate(row.date, strings.locale)
    case 'outlet':
      return <bdi>{row.outlet}</bdi>
    case 'kind':
      return row.kind === '' ? '' : strings.kinds[row.kind]
    case 'codes':
      return row.codes.map(({ name, color }) => (
        <span class="code" key={name}>
          <span class="dot" style={{ background: color }} />
          <bdi>{name}</bdi>
        </span>
      ))
    case 'status':
      return (
        <span class={`state ${row.status}`} title={strings.states[row.status]}>
          {row.status === 'review' && <Icon name="flag" />}
          <span class="unseen">{strings.states[row.status]}</span>
        </span>
      )
  }
}

/** A source with what tells it from others of its name. */
function named({ source, sourceNote }: PanelRow): string {
  return [source, sourceNote].filter(Boolean).join(', ')
}

/** What a screen reader is told of a row that was moved to. */
export function rowLabel(row: PanelRow, strings: PanelStrings): string {
  const source = row.kind === '' ? named(row) : named(row) || strings.nobody
  return [row.keyword, source, row.article, format(strings.line, number(row.line, strings.locale))]
    .filter(Boolean)
    .join(', ')
}
