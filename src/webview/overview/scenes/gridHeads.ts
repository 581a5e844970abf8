import type { Door, Mark, Measure, Scene, Shape } from '../scene'
import { cut, wrapped } from '../words'

/** What a mark says and does, whatever it looks like. */
export interface Told {
  readonly label: string
  readonly details: readonly string[]
  readonly door: Door
  readonly conditions: readonly string[]
}

export interface GridColumn {
  readonly name: string
  /** Below the name: a date. */
  readonly note: string
  /** The note on two lines, of a date whose day is known. */
  readonly day?: { readonly text: string; readonly year: string } | undefined
  /** The height of its bar, and the same as it is written above it. */
  readonly weight: number
  readonly figure: string
  readonly told: Told
}

/** Pixels of small text, of its lines, and between things. */
export const small = 11
export const lineHeight = 15
export const gap = 8

/** From this width on a column's name is written across. */
const acrossFrom = 84
const titleLines = 5
const alongHeight = 150
const barHeight = 56
/** Of the figure above the tallest bar. */
const figureHeight = 13

interface HeadedColumns {
  readonly columns: readonly GridColumn[]
  readonly columnWidth: number
}

type Head = Scene['head'] & { readonly height: number }

/** The columns' names, along or across, with their notes. */
export function titleHead({ columns, columnWidth }: HeadedColumns, measure: Measure): Head {
  const isAcross = columnWidth >= acrossFrom
  const inFont = (text: string) => measure(text, small)
  const noteLines = isAcross || columns.every(({ note }) => inFont(note) + noteGap <= columnWidth) ? 1 : 2
  const height = isAcross ? (titleLines + 1) * lineHeight + gap * 2 : alongHeight + noteLines * lineHeight + gap
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
    shapes: noteLines === 1 ? notes(columns, columnWidth, measure) : dayNotes(columns, columnWidth, measure),
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

/** Where a column's note stands when its name is written along. */
const noteTop = alongHeight + lineHeight
/** Between two notes beside each other. */
const noteGap = 6

/** Each column's note under its middle. */
function notes(columns: readonly GridColumn[], columnWidth: number, measure: Measure): readonly Shape[] {
  return columns.map(({ note }, place) => noteShape(note, place, columnWidth, noteTop, measure))
}

/** Days under the middle of their columns, as far as there is room, and below them the years where they change. */
function dayNotes(columns: readonly GridColumn[], columnWidth: number, measure: Measure): readonly Shape[] {
  let free = 0
  let lastYear = ''
  return columns.flatMap(({ note, day }, place) => {
    const text = day?.text ?? note
    const year = day?.year ?? ''
    const width = measure(text, small)
    const shape = noteShape(text, place, columnWidth, noteTop, measure)
    if (shape.x - width / 2 < free) return []
    free = shape.x + width / 2 + noteGap
    const isNew = year !== lastYear
    lastYear = year
    return isNew && year !== '' ? [shape, noteShape(year, place, columnWidth, noteTop + lineHeight, measure)] : [shape]
  })
}

function noteShape(text: string, place: number, columnWidth: number, y: number, measure: Measure) {
  // Narrow columns are not as wide as their date: what stands left of the first one is not seen.
  const x = Math.max((place + 0.5) * columnWidth, measure(text, small) / 2)
  return { kind: 'text', x, y, text, size: small, fill: 'dim', anchor: 'middle' } as const
}

/** Bars of the columns' weights above their notes, with the figures where there is room for them. */
export function timeHead({ columns, columnWidth }: HeadedColumns, measure: Measure): Head {
  const floor = gap + figureHeight + barHeight
  const height = floor + lineHeight + gap
  const heaviest = columns.reduce((most, { weight }) => Math.max(most, weight), 1)
  const widest = columns.reduce((most, { note }) => Math.max(most, measure(note, small)), 0)
  const step = Math.max(1, Math.ceil((widest + 12) / columnWidth))
  const tallOf = ({ weight }: GridColumn) => (weight === 0 ? 0 : Math.max(2, (weight / heaviest) * barHeight))
  const figured = figuredColumns(columns, columnWidth, measure)
  return {
    height,
    shapes: columns.flatMap(({ note }, place) => {
      if (place % step !== 0) return []
      const text = cut(note, step * columnWidth, (shown) => measure(shown, small))
      return [noteShape(text, place, columnWidth, height - gap, measure)]
    }),
    marks: columns.flatMap((column, place): readonly Mark[] => {
      if (column.weight === 0) return []
      const tall = tallOf(column)
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
              y: floor - tall,
              width: Math.max(2, columnWidth - 2),
              height: tall,
              fill: 'quote',
              fillOpacity: 0.75
            },
            ...(figured.has(place)
              ? [
                  {
                    kind: 'text',
                    x: (place + 0.5) * columnWidth,
                    y: floor - tall - 3,
                    text: column.figure,
                    size: small,
                    fill: 'text',
                    anchor: 'middle'
                  } as const
                ]
              : [])
          ]
        }
      ]
    })
  }
}

/** The columns whose figures fit above their bars: the heaviest first, none on another or on a taller bar beside it. */
function figuredColumns(columns: readonly GridColumn[], columnWidth: number, measure: Measure): ReadonlySet<number> {
  const figured = new Set<number>()
  const taken = new Set<number>()
  const ranked = [...columns.keys()].sort((a, b) => columns[b]!.weight - columns[a]!.weight || a - b)
  for (const place of ranked) {
    const { weight, figure } = columns[place]!
    if (weight === 0) break
    const reach = Math.max(0, Math.ceil((measure(figure, small) + 2 - columnWidth) / 2 / columnWidth))
    const from = Math.max(0, place - reach)
    const own = columns.slice(from, place + reach + 1).map((_, index) => from + index)
    if (own.some((other) => taken.has(other) || columns[other]!.weight > weight)) continue
    figured.add(place)
    for (const other of own) taken.add(other)
  }
  return figured
}
