import type { LegendItem } from './legend'
import type { Color, Measure, Pane, Paint, Scene, Shape } from './scene'

/** A picture for a file: what stands above and below it, and what the colours are. */
export interface Exported {
  readonly scene: Scene
  readonly title: string
  /** Under the title: folder, filter. */
  readonly subtitle: string
  readonly legend: readonly LegendItem[]
  readonly color: (color: Color) => string
  readonly fontFamily: string
  readonly measure: Measure
}

interface Moved {
  readonly shape: Shape
  readonly left: number
  readonly top: number
}

const titleHeight = 56
const legendHeight = 36
const edge = 16
const svgNamespace = 'http://www.w3.org/2000/svg'

/** A file of SVG that needs nothing else. Words are text in it, never markup. */
export function svgFile(exported: Exported): string {
  const { width, height, shapes } = laidOut(exported)
  const file = document.implementation.createDocument(svgNamespace, 'svg')
  const element = (name: string, attributes: Readonly<Record<string, string | number>>, text?: string) => {
    const made = file.createElementNS(svgNamespace, name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
    if (text !== undefined) made.textContent = writable(text)
    return made
  }
  const root = file.documentElement
  for (const [key, value] of Object.entries({
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': exported.fontFamily,
    role: 'img'
  }))
    root.setAttribute(key, String(value))
  root.append(element('title', {}, exported.title), element('rect', { width, height, fill: exported.color('ground') }))
  for (const { shape, left, top } of shapes) root.append(svgShape(shape, left, top))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`

  function svgShape(shape: Shape, left: number, top: number): Element {
    const paint = svgPaint(shape, exported.color)
    switch (shape.kind) {
      case 'circle':
        return element('circle', { cx: shape.x + left, cy: shape.y + top, r: shape.r, ...paint })
      case 'rect': {
        const { x, y, width: wide, height: tall, round = 0 } = shape
        return element('rect', { x: x + left, y: y + top, width: wide, height: tall, rx: round, ...paint })
      }
      case 'path':
        return element('path', { d: shape.d, transform: `translate(${left} ${top})`, ...paint })
      case 'text': {
        const { size = 12, bold, anchor = 'start', turn, rim, text } = shape
        const x = shape.x + left
        const y = shape.y + top
        return element(
          'text',
          {
            x,
            y,
            'font-size': size,
            'text-anchor': anchor,
            ...(bold && { 'font-weight': 600 }),
            ...(turn !== undefined && { transform: `rotate(${turn} ${x} ${y})` }),
            ...paint,
            ...(rim && {
              stroke: exported.color('ground'),
              'stroke-width': 3,
              'paint-order': 'stroke',
              'stroke-linejoin': 'round'
            })
          },
          text
        )
      }
    }
  }
}

/** A PNG as base64, twice as fine as on the page where a canvas may be so large; undefined where it may not be large enough. */
export function pngFile(exported: Exported): string | undefined {
  const { width, height, shapes } = laidOut(exported)
  const fine = Math.min(2, largestSide / width, largestSide / height, Math.sqrt(largestArea / (width * height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * fine)
  canvas.height = Math.round(height * fine)
  const context = canvas.getContext('2d')
  if (!context || fine < 0.25) return undefined
  context.scale(fine, fine)
  context.fillStyle = exported.color('ground')
  context.fillRect(0, 0, width, height)
  for (const { shape, left, top } of shapes) {
    context.save()
    context.translate(left, top)
    draw(context, shape, exported)
    context.restore()
  }
  return /^data:image\/png;base64,(.+)$/.exec(canvas.toDataURL('image/png'))?.[1]
}

/** Of a canvas in Chromium, in pixels. */
const largestSide = 16_000
const largestArea = 100_000_000

function draw(context: CanvasRenderingContext2D, shape: Shape, { color, fontFamily }: Exported): void {
  const { fill, fillOpacity = 1, stroke, strokeWidth = 1, strokeOpacity = 1, dash } = shape
  const path = shape.kind === 'text' ? undefined : pathOf(shape)
  context.setLineDash(dash?.split(' ').map(Number) ?? [])
  if (path && fill) {
    context.globalAlpha = fillOpacity
    context.fillStyle = color(fill)
    context.fill(path)
  }
  if (path && stroke) {
    context.globalAlpha = strokeOpacity
    context.strokeStyle = color(stroke)
    context.lineWidth = strokeWidth
    context.stroke(path)
  }
  if (shape.kind !== 'text') return
  const { x, y, text, size = 12, bold, anchor = 'start', turn = 0, rim } = shape
  context.translate(x, y)
  context.rotate((turn * Math.PI) / 180)
  context.font = `${bold ? '600 ' : ''}${size}px ${fontFamily}`
  context.textAlign = anchor === 'middle' ? 'center' : anchor
  if (rim) {
    context.lineWidth = 3
    context.lineJoin = 'round'
    context.strokeStyle = color('ground')
    context.strokeText(text, 0, 0)
  }
  context.fillStyle = color(fill ?? 'text')
  context.fillText(text, 0, 0)
}

function pathOf(shape: Exclude<Shape, { readonly kind: 'text' }>): Path2D {
  const path = new Path2D(shape.kind === 'path' ? shape.d : undefined)
  if (shape.kind === 'circle') path.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI)
  if (shape.kind === 'rect') path.roundRect(shape.x, shape.y, shape.width, shape.height, shape.round ?? 0)
  return path
}

/** Title, panes and legend in one system of coordinates. */
function laidOut({ scene, title, subtitle, legend, measure }: Exported): {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Moved[]
} {
  const { head, side, body, sideWidth, headHeight } = scene
  const moved = (shapes: readonly Shape[], left: number, top: number): readonly Moved[] =>
    shapes.map((shape) => ({ shape, left: left + edge, top }))
  const all = ({ shapes, marks }: Pane) => [...shapes, ...marks.flatMap((mark) => mark.shapes)]
  const legendWidth = legend.reduce((sum, { text }) => sum + 38 + measure(text, 12), 0)
  const width = Math.ceil(
    Math.max(sideWidth + scene.width, legendWidth, measure(title, 16, true), measure(subtitle, 12)) + 2 * edge
  )
  const height = Math.ceil(titleHeight + headHeight + scene.height + legendHeight)
  let at = 0
  const legendShapes = legend.flatMap(({ text, shapes }) => {
    const left = at
    at += 38 + measure(text, 12)
    return [
      ...moved(shapes, left, height - 26),
      ...moved([{ kind: 'text', x: 20, y: 12, text, size: 12, fill: 'dim' }], left, height - 26)
    ]
  })
  return {
    width,
    height,
    shapes: [
      ...moved([{ kind: 'text', x: 0, y: 26, text: title, size: 16, bold: true, fill: 'text' }], 0, 0),
      ...moved([{ kind: 'text', x: 0, y: 45, text: subtitle, size: 12, fill: 'dim' }], 0, 0),
      ...moved(all(head), sideWidth, titleHeight),
      ...moved(all(side), 0, titleHeight + headHeight),
      ...moved(all(body), sideWidth, titleHeight + headHeight),
      ...legendShapes
    ]
  }
}

function svgPaint(
  { fill, fillOpacity, stroke, strokeWidth, strokeOpacity, dash }: Paint,
  color: (color: Color) => string
): Readonly<Record<string, string | number>> {
  return {
    fill: fill ? color(fill) : 'none',
    ...(fillOpacity !== undefined && { 'fill-opacity': fillOpacity }),
    ...(stroke && { stroke: color(stroke) }),
    ...(strokeWidth !== undefined && { 'stroke-width': strokeWidth }),
    ...(strokeOpacity !== undefined && { 'stroke-opacity': strokeOpacity }),
    ...(dash !== undefined && { 'stroke-dasharray': dash })
  }
}

/** XML has no place for control characters and halves of surrogate pairs. */
function writable(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
