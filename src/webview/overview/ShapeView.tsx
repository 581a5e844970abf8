import type { JSX } from 'preact'
import { css } from './colors'
import type { Paint, Shape } from './scene'

/** A shape as an element of SVG; its colours follow the theme. */
export function ShapeView({ shape }: { readonly shape: Shape }): JSX.Element {
  const paint = paintOf(shape)
  switch (shape.kind) {
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.r} {...paint} />
    case 'rect':
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx={shape.round ?? 0} {...paint} />
    case 'path':
      return <path d={shape.d} {...paint} />
    case 'text': {
      const { x, y, text, size = 12, bold, italic, anchor = 'start', turn, rim } = shape
      return (
        <text
          x={x}
          y={y}
          font-size={size}
          text-anchor={anchor}
          {...(bold && { 'font-weight': 600 })}
          {...(italic && { 'font-style': 'italic' })}
          {...(turn !== undefined && { transform: `rotate(${turn} ${x} ${y})` })}
          {...paint}
          {...(rim && { stroke: css.ground, 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' })}
        >
          {text}
        </text>
      )
    }
  }
}

function paintOf({ fill, fillOpacity, stroke, strokeWidth, strokeOpacity, dash }: Paint) {
  return {
    fill: fill ? css[fill] : 'none',
    ...(fillOpacity !== undefined && { 'fill-opacity': fillOpacity }),
    ...(stroke && { stroke: css[stroke] }),
    ...(strokeWidth !== undefined && { 'stroke-width': strokeWidth }),
    ...(strokeOpacity !== undefined && { 'stroke-opacity': strokeOpacity }),
    ...(dash !== undefined && { 'stroke-dasharray': dash })
  }
}
