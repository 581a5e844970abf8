import type { Dot, EntityKind, OverviewStrings, Picture } from '../../protocol/overview'
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
      return [
        ...kindItems(picture.sources, kind),
        ...unnamedItems(picture.sources, strings),
        ...markedItems(picture.dots, 'dim', strings)
      ]
    case 'timeline':
      return [
        ...kindItems(picture.sources, kind),
        ...unnamedItems(picture.sources, strings),
        ...markedItems(picture.dots, 'dim', strings),
        {
          text: strings.legendBars[picture.unit],
          shapes: [{ kind: 'rect', x: 4, y: 2, width: 8, height: 12, fill: 'quote', fillOpacity: 0.75 }]
        }
      ]
    case 'network':
      return [
        ...kindItems(picture.nodes, kind),
        ...unnamedItems(picture.nodes, strings, 0.85),
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
      return markedItems(picture.dots, 'quote', strings)
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

/** Somebody whose name is not known, as rows and nodes have them. */
function unnamedItems(
  entries: readonly { readonly named: boolean }[],
  strings: OverviewStrings,
  fillOpacity = 0
): readonly LegendItem[] {
  return entries.some(({ named }) => !named)
    ? [{ text: strings.unnamed, shapes: [{ ...dot('dim', fillOpacity), dash: '2 1.6' }] }]
    : []
}

/** How much of a dot is filled: the three ways in which dots look. */
function markedItems(
  dots: readonly Pick<Dot, 'quotes' | 'marked'>[],
  color: 'dim' | 'quote',
  strings: OverviewStrings
): readonly LegendItem[] {
  const pale = dot(color, 0.22)
  const some = dots.some(({ quotes, marked }) => marked > 0 && marked < quotes)
  return [
    { text: strings.legendMarked, shapes: [dot(color, 1)] },
    ...(some
      ? [{ text: strings.legendMixed, shapes: [pale, { kind: 'circle', x: 8, y: 8, r: 2.8, fill: color } as const] }]
      : []),
    { text: strings.legendUnmarked, shapes: [pale] }
  ]
}

function dot(color: 'dim' | 'quote' | ReturnType<typeof colorOfKind>, fillOpacity: number): Shape {
  return { kind: 'circle', x: 8, y: 8, r: 5, fill: color, fillOpacity, stroke: color, strokeWidth: 1.25 }
}
