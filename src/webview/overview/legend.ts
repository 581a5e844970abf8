import type { EntityKind, Picture } from '../../protocol/overview'
import { actorKinds } from '../../protocol/common'
import { colorOfKind } from './colors'
import { glyph } from './glyph'
import type { Shape } from './scene'
import type { Texts } from './texts'

/** A swatch of 16 by 16 pixels, and what it means. */
export interface LegendItem {
  readonly shapes: readonly Shape[]
  readonly text: string
}

/** What the marks of a picture mean; of colours only those that are in it. */
export function legendOf(picture: Picture, { strings, kind }: Texts): readonly LegendItem[] {
  switch (picture.kind) {
    case 'matrix':
    case 'timeline':
      return [
        ...kindItems(picture.sources, kind),
        { text: strings.legendMarked, shapes: [dot('dim', 1)] },
        { text: strings.legendUnmarked, shapes: [dot('dim', 0.22)] }
      ]
    case 'network':
      return [
        ...kindItems(picture.nodes, kind),
        { text: strings.legendSpeaks, shapes: [dot('dim', 0.85)] },
        { text: strings.legendSpokenOf, shapes: [dot('dim', 0)] }
      ]
    case 'map':
      return [
        { text: strings.legendCity, shapes: [dot('place', 0.35)] },
        {
          text: strings.legendCountry,
          shapes: [
            {
              kind: 'rect',
              x: 3,
              y: 3,
              width: 10,
              height: 10,
              round: 2,
              fill: 'place',
              fillOpacity: 0.35,
              stroke: 'place',
              strokeWidth: 1.5
            }
          ]
        }
      ]
    case 'reuse':
      return [
        { text: strings.legendMarked, shapes: [dot('quote', 1)] },
        { text: strings.legendUnmarked, shapes: [dot('quote', 0.22)] }
      ]
  }
}

function kindItems(
  entries: readonly { readonly kind: EntityKind; readonly named: boolean }[],
  name: Texts['kind']
): readonly LegendItem[] {
  return actorKinds
    .filter((kind) => entries.some((entry) => entry.kind === kind))
    .map((kind) => ({ text: name(kind), shapes: [glyph(kind, 8, 8, 4.6, { fill: colorOfKind(kind) })] }))
}

function dot(color: 'dim' | 'quote' | ReturnType<typeof colorOfKind>, fillOpacity: number): Shape {
  return { kind: 'circle', x: 8, y: 8, r: 5, fill: color, fillOpacity, stroke: color, strokeWidth: 1.25 }
}
