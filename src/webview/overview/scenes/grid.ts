import type { EntityKind } from '../../../protocol/overview'
import { glyph } from '../glyph'
import type { Color, Door, Mark, Measure, Scene, Shape } from '../scene'
import { cut, wrapped } from '../words'

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

/** What a mark says and does, whatever it looks like. */
export interface Told {
  readonly label: string
  readonly details: readonly string[]
  readonly door: Door
  readonly conditions: readonly string[]
}

export interface GridRow {
  readonly name: string
  /** At the end of the row's name. */
  readonly count: string
  readonly color: Color
  /** Its form says who somebody is. */
  readonly form: EntityKind
  /** Drawn dashed: nobody knows the name. */
  readonly dashed: boolean
  readonly told: Told
}

export interface GridColumn {
  readonly name: string
  /** Below the name: a date. */
  readonly note: string
  /** The height of its bar. */
  readonly weight: number
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
const small = 11
const lineHeight = 15
const gap = 8
/** From this width on a column's name is written across. */
const acrossFrom = 84
const titleLines = 5
const alongHeight = 150
const barHeight = 56
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
  const lines = wrapped(row.name, sideWidth - 22 - countWidth - gap, rowLines, (text) => measure(text, font))
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
        fill: 'text'
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

type Head = Scene['head'] & { readonly height: number }

function titleHead({ columns, columnWidth }: Grid, measure: Measure): Head {
  const isAcross = columnWidth >= acrossFrom
  const inFont = (text: string) => measure(text, small)
  const height = isAcross ? (titleLines + 1) * lineHeight + gap * 2 : alongHeight + lineHeight + gap
  const mark = (column: GridColumn, place: number, shapes: readonly Shape[]): Mark => ({
    ...column.told,
    key: `column ${place}`,
    x: place * columnWidth + 1,
    y: 1,
    width: columnWidth - 2,
    height: height - 2,
    shapes
  })
  if (isAcross)
    return {
      height,
      shapes: [],
      marks: columns.map((column, place) => {
        const x = (place + 0.5) * columnWidth
        const lines = wrapped(column.name, columnWidth - 12, titleLines, inFont)
        const top = height - gap - (lines.length + 1) * lineHeight + 11
        return mark(column, place, [
          ...lines.map((text, line): Shape => ({
            kind: 'text',
            x,
            y: top + line * lineHeight,
            text,
            size: small,
            fill: 'text',
            anchor: 'middle'
          })),
          { kind: 'text', x, y: height - gap, text: column.note, size: small, fill: 'dim', anchor: 'middle' }
        ])
      })
    }
  const lines = columnWidth >= 30 ? 2 : 1
  return {
    height,
    shapes: notes(columns, columnWidth, height, measure),
    marks: columns.map((column, place) => {
      const middle = (place + 0.5) * columnWidth
      const parts = wrapped(column.name, alongHeight - gap, lines, inFont)
      return mark(
        column,
        place,
        parts.map((text, line): Shape => ({
          kind: 'text',
          x: middle + 4 + (line - (parts.length - 1) / 2) * 13,
          y: alongHeight,
          text,
          size: small,
          fill: 'text',
          turn: -90
        }))
      )
    })
  }
}

/** The columns' notes where they change, as far as there is room for them. */
function notes(
  columns: readonly GridColumn[],
  columnWidth: number,
  height: number,
  measure: Measure
): readonly Shape[] {
  let free = 0
  let last = ''
  return columns.flatMap(({ note }, place) => {
    const x = place * columnWidth + 4
    if (note === last || x < free) return []
    last = note
    free = x + measure(note, small) + 14
    return [{ kind: 'text', x, y: height - gap, text: note, size: small, fill: 'dim' } as const]
  })
}

function timeHead({ columns, columnWidth }: Grid, measure: Measure): Head {
  const height = barHeight + lineHeight + gap * 2
  const heaviest = columns.reduce((most, { weight }) => Math.max(most, weight), 1)
  const widest = columns.reduce((most, { note }) => Math.max(most, measure(note, small)), 0)
  const step = Math.max(1, Math.ceil((widest + 12) / columnWidth))
  return {
    height,
    shapes: columns.flatMap(({ note }, place) =>
      place % step === 0
        ? [
            {
              kind: 'text',
              x: (place + 0.5) * columnWidth,
              y: height - gap,
              text: cut(note, step * columnWidth, (text) => measure(text, small)),
              size: small,
              fill: 'dim',
              anchor: 'middle'
            } as const
          ]
        : []
    ),
    marks: columns.flatMap((column, place): readonly Mark[] => {
      if (column.weight === 0) return []
      const tall = Math.max(2, (column.weight / heaviest) * barHeight)
      return [
        {
          ...column.told,
          key: `column ${place}`,
          x: place * columnWidth,
          y: 1,
          width: columnWidth,
          height: height - lineHeight - gap,
          shapes: [
            {
              kind: 'rect',
              x: place * columnWidth + 1,
              y: gap + barHeight - tall,
              width: Math.max(2, columnWidth - 2),
              height: tall,
              fill: 'quote',
              fillOpacity: 0.75
            }
          ]
        }
      ]
    })
  }
}
