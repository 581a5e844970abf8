/**
 * What Article Annotator highlights, the same in editor, icons, lists, pictures and walkthrough. The colours themselves are
 * theme colours of the manifest, for light, dark and both high contrast themes: an editor asks for them by `color`, a page
 * gets them as `css`.
 */

/** What can be switched on and off, each a setting `articleAnnotator.highlight.<id>`; in the order of a legend. */
export const highlightIds = ['persons', 'organizations', 'groups', 'places', 'quotes', 'sources'] as const

export type HighlightId = (typeof highlightIds)[number]

/** How a line looks; `none` is no line. */
export type PaletteLine = 'none' | 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy'

export interface PaletteEntry {
  /** The id of the theme colour. */
  readonly color: string
  /** The CSS variable of the same colour in a webview and in the pictures of the walkthrough. */
  readonly css: string
  /** The line under the words: tells the highlight from its neighbours without the colour. */
  readonly line: PaletteLine
  /** How a bar, a dot or a cell of a picture is filled, which does the same. */
  readonly fill: 'solid' | 'striped' | 'outlined'
  /** Which switch shows it; null for what no switch hides but that of all highlights. */
  readonly highlight: HighlightId | null
}

export const palette = {
  person: entry('person', 'none', 'solid', 'persons'),
  organization: entry('organization', 'solid', 'solid', 'organizations'),
  group: entry('group', 'double', 'solid', 'groups'),
  place: entry('place', 'dotted', 'outlined', 'places'),
  /** A place that acts: the colour of places, the fill of actors. */
  actingPlace: entry('actingPlace', 'dashed', 'solid', 'places'),
  directQuote: entry('directQuote', 'none', 'solid', 'quotes'),
  mixedQuote: entry('mixedQuote', 'dashed', 'striped', 'quotes'),
  indirectQuote: entry('indirectQuote', 'dotted', 'outlined', 'quotes'),
  /** What somebody believes, wants or fears: lined, never shaded. */
  attitude: entry('attitude', 'dotted', 'outlined', 'quotes'),
  source: entry('source', 'solid', 'solid', 'sources'),
  cue: entry('cue', 'dotted', 'outlined', 'sources'),
  review: entry('review', 'wavy', 'striped', null),
  decided: entry('decided', 'none', 'solid', null)
} as const satisfies Readonly<Record<string, PaletteEntry>>

export type PaletteId = keyof typeof palette

/** Behind the words of every quote. */
export const quoteShade = {
  color: 'articleAnnotator.quoteBackground',
  css: '--vscode-articleAnnotator-quoteBackground'
} as const

/** Below the words of direct quotes: to be seen in high contrast, where a shade is nearly none. No other part of a quote has its line. */
export const quoteEdge = {
  color: 'articleAnnotator.quoteEdge',
  css: '--vscode-articleAnnotator-quoteEdge',
  line: 'double',
  /** Pixels: two lines and what is between them. */
  width: 3
} as const

/** The words of paragraphs that are no prose of the article: softer than its text, and slanted. */
export const leftOutTone = {
  color: 'articleAnnotator.leftOut',
  css: '--vscode-articleAnnotator-leftOut'
} as const

function entry<Name extends string, Highlight extends HighlightId | null>(
  name: Name,
  line: PaletteLine,
  fill: PaletteEntry['fill'],
  highlight: Highlight
) {
  return {
    color: `articleAnnotator.${name}`,
    css: `--vscode-articleAnnotator-${name}`,
    line,
    fill,
    highlight
  } as const
}
