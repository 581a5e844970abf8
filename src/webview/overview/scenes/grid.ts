import type { EntityKind } from '../../../protocol/overview'
import { glyph } from '../glyph'
import type { Color, Mark, Measure, Scene, Shape } from '../scene'
import { cut, wrapped } from '../words'
import { gap, lineHeight, small, timeHead, titleHead, type GridColumn, type Told } from './gridHeads'

/** A picture of dots in rows and columns. */
export interface Grid {
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly dots: readonly GridDot[]
  readonly sideWidth: number
  readonly rowHeight: number
  /** The lines of a row's name. */
  readonly rowLines: number
  readonly columnWidth: number
  readonly head: GridHead
  /** The dots of a row are joined by a line, and all of one size. */
  readonly joinsDots: boolean
}

/** `titles`: the columns' names, along or across; `time`: bars of their weights above an axis. */
export type GridHead = 'titles' | 'time'

export interface GridRow {
  readonly name: string
  /** On a line of its own below the name. */
  readonly note?: string
  /** At the end of the row's name. */
  readonly count: string
  readonly color: Color
  /** Its form says who somebody is. */
  readonly form: EntityKind
  /** Drawn dashed: nobody knows the name. */
  readonly dashed: boolean
  readonly told: Told
}

export interface GridDot {
  readonly row: number
  readonly column: number
  readonly size: number
  /** How much of it is filled, 0 to 1. */
  readonly filled: number
  readonly told: Told
}

const font = 12
const edge = 24

export function gridScene(grid: Grid, measure: Measure): Scene {
  const { rows, columns, rowHeight, columnWidth, sideWidth, head } = grid
  const width = columns.length * columnWidth + edge
  const height = rows.length * rowHeight + gap
  const headScene = head === 'time' ? timeHead(grid, measure) : titleHead(grid, measure)
  return {
    width,
    height,
    sideWidth,
    headHeight: headScene.height,
    head: headScene,
    side: {
      shapes: rows.map((_, row) => rule(0, (row + 1) * rowHeight, sideWidth)),
      marks: rows.map((row, place) => rowMark(grid, row, place, measure))
    },
    body: {
      shapes: [...rows.map((_, row) => rule(0, (row + 1) * rowHeight, width)), ...(grid.joinsDots ? joined(grid) : [])],
      marks: dotMarks(grid)
    }
  }
}

function rule(x: number, y: number, width: number): Shape {
  return { kind: 'rect', x, y: y - 0.5, width, height: 1, fill: 'rule', fillOpacity: 0.5 }
}

function rowMark({ rowHeight, rowLines, sideWidth }: Grid, row: GridRow, place: number, measure: Measure): Mark {
  const top = place * rowHeight
  const middle = top + rowHeight / 2
  const countWidth = row.count === '' ? 0 : measure(row.count, small) + gap
  const room = sideWidth - 22 - countWidth - gap
  const inFont = (text: string) => measure(text, font)
  const note = row.note ? [cut(row.note, room, inFont)] : []
  const lines = [...wrapped(row.name, room, Math.max(1, rowLines - note.length), inFont), ...note]
  const noteFrom = lines.length - note.length
  const first = middle - ((lines.length - 1) * lineHeight) / 2 + 4
  return {
    ...row.told,
    key: `row ${place}`,
    x: 0,
    y: top + 1,
    width: sideWidth - 2,
    height: rowHeight - 2,
    shapes: [
      glyph(row.form, 11, middle, 4.2, {
        stroke: row.color,
        strokeWidth: 1.25,
        ...(row.dashed ? { dash: '2 1.6' } : { fill: row.color })
      }),
      ...lines.map((text, line): Shape => ({
        kind: 'text',
        x: 22,
        y: first + line * lineHeight,
        text,
        size: font,
        fill: line < noteFrom ? 'text' : 'dim'
      })),
      {
        kind: 'text',
        x: sideWidth - gap,
        y: middle + 4,
        text: row.count,
        size: small,
        fill: 'dim',
        anchor: 'end'
      }
    ]
  }
}

function dotMarks({ dots, rows, rowHeight, columnWidth, joinsDots }: Grid): readonly Mark[] {
  const largest = dots.reduce((most, { size }) => Math.max(most, size), 1)
  const room = Math.min(rowHeight, columnWidth, 44) / 2 - 1.5
  return dots.map(({ row, column, size, filled, told }): Mark => {
    const x = (column + 0.5) * columnWidth
    const y = (row + 0.5) * rowHeight
    const r = joinsDots ? Math.min(7, room) : Math.max(3, room * Math.sqrt(size / largest))
    const color = rows[row]?.color ?? 'text'
    return {
      ...told,
      key: `dot ${row} ${column}`,
      x: x - Math.min(columnWidth, rowHeight) / 2 + 1,
      y: row * rowHeight + 1,
      width: Math.min(columnWidth, rowHeight) - 2,
      height: rowHeight - 2,
      shapes: [
        { kind: 'circle', x, y, r, fill: color, fillOpacity: 0.22, stroke: color, strokeWidth: 1.25 },
        ...(filled > 0 ? [{ kind: 'circle', x, y, r: r * Math.sqrt(filled), fill: color } as const] : [])
      ]
    }
  })
}

/** Under the dots of each row: from the first to the last. */
function joined({ dots, rows, rowHeight, columnWidth }: Grid): readonly Shape[] {
  return rows.flatMap(({ color }, row) => {
    const own = dots.filter((dot) => dot.row === row).map(({ column }) => (column + 0.5) * columnWidth)
    const from = Math.min(...own)
    const to = Math.max(...own)
    return to > from
      ? [
          {
            kind: 'rect',
            x: from,
            y: (row + 0.5) * rowHeight - 1,
            width: to - from,
            height: 2,
            fill: color,
            fillOpacity: 0.6
          } as const
        ]
      : []
  })
}
