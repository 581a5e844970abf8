/** Pictures as data: drawn on the page by `SceneView`, and written to a file by `exportScene`. */

/** What a shape is coloured by; `colors.ts` says which theme colour that is. */
export type Color =
  | 'person'
  | 'organization'
  | 'group'
  | 'place'
  | 'actingPlace'
  | 'text'
  | 'dim'
  | 'rule'
  | 'quote'
  | 'land'
  | 'border'
  | 'ground'

export interface Paint {
  readonly fill?: Color
  readonly fillOpacity?: number
  readonly stroke?: Color
  readonly strokeWidth?: number
  readonly strokeOpacity?: number
  readonly dash?: string
}

/** Pixels; y grows downwards. `turn` of a text: degrees around its own beginning. */
export type Shape =
  | (Paint & { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number })
  | (Paint & {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly round?: number
    })
  | (Paint & { readonly kind: 'path'; readonly d: string })
  | (Paint & {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size?: number
      readonly bold?: boolean
      readonly italic?: boolean
      readonly anchor?: 'start' | 'middle' | 'end'
      readonly turn?: number
      /** A rim in the ground's colour, for words on top of a drawing. */
      readonly rim?: boolean
    })

/** What a mark does: it leads to its text, and may narrow the filter. */
export interface Mark {
  readonly key: string
  /** Where it is in the scene's pane: the place that a pointer or a key hits. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** For a screen reader, and the first line of what is told of it. */
  readonly label: string
  /** What else is told of it. */
  readonly details: readonly string[]
  readonly shapes: readonly Shape[]
  /** Where a pointer hits it, as a path of so many pixels across; otherwise its box. */
  readonly hit?: { readonly d: string; readonly across: number }
  readonly door: Door
  /** Conditions of the filter that say what it shows. */
  readonly conditions: readonly string[]
}

/** Where a mark leads. */
export type Door =
  | { readonly kind: 'quote'; readonly article: string; readonly quote: number }
  | { readonly kind: 'article'; readonly article: string }
  /** The quotes, or mentions, that the conditions leave; `words` are looked for besides. */
  | { readonly kind: 'list'; readonly show: 'quotes' | 'mentions'; readonly words?: string }

/** A part of a picture; the head stays above and the side beside the body when this is scrolled. */
export interface Pane {
  readonly shapes: readonly Shape[]
  readonly marks: readonly Mark[]
}

export interface Scene {
  /** Of the body. */
  readonly width: number
  readonly height: number
  /** 0 where there is none. */
  readonly sideWidth: number
  readonly headHeight: number
  readonly head: Pane
  readonly side: Pane
  readonly body: Pane
}

export const emptyPane: Pane = { shapes: [], marks: [] }

/** The width of a text in pixels, of the page's font in a size. */
export type Measure = (text: string, size: number, bold?: boolean) => number
