type Piece = readonly [start: number, end: number]

/** A line of the PolNeAR files: each of the three roles is a list of spans, and a span a list of pieces. */
export interface PolnearArticle {
  readonly id: string
  readonly annotator: string
  readonly text: string
  readonly attributions: readonly {
    readonly sources: readonly (readonly Piece[])[]
    readonly cues: readonly (readonly Piece[])[]
    readonly contents: readonly (readonly Piece[])[]
  }[]
}
