/**
 * The colours of the palette (`protocol/common/palette`), "#rrggbb" with a translucent "#rrggbbaa" for what is behind words. The
 * manifest contributes the same as theme colours; a report for people, which no theme reaches, takes them from here.
 */
export const paletteColors = {
  person: colors('#0a62bd', '#719fff', '#004bab', '#86aeff'),
  organization: colors('#5a2382', '#dec4ff', '#3a1054', '#e6cfff'),
  group: colors('#a23a12', '#f0895f', '#8a2a05', '#ff9a6e'),
  place: colors('#17726a', '#7fe3b4', '#0c5c52', '#6ff0bb'),
  actingPlace: colors('#17726a', '#7fe3b4', '#0c5c52', '#6ff0bb'),
  directQuote: colors('#6b4700', '#e6b450', '#3d2800', '#ffe08a'),
  mixedQuote: colors('#9c6b00', '#b98a2c', '#6e4a00', '#d9a640'),
  indirectQuote: colors('#b88315', '#8f7440', '#936a1c', '#a37c35'),
  attitude: colors('#5d7021', '#a9b665', '#465510', '#c8d47a'),
  source: colors('#55606e', '#a8b3c0', '#3a4450', '#dfe6ee'),
  cue: colors('#7b8794', '#7d8894', '#59646f', '#aeb8c2'),
  review: colors('#b3125f', '#ff7ab2', '#8f0a4a', '#ff8fc0'),
  decided: colors('#1a7f37', '#56d364', '#0f5c26', '#6be37b'),
  quoteBackground: colors('#e0a3001f', '#e6b45017', '#e0a30026', '#ffd05a2a'),
  quoteEdge: colors('#00000000', '#00000000', '#3d2800', '#ffe08a'),
  leftOut: colors('#6b6b6b', '#949494', '#454545', '#c8c8c8')
} as const

/** On each ground. */
export interface PaletteColors {
  readonly light: string
  readonly dark: string
  readonly highContrastLight: string
  readonly highContrast: string
}

function colors(light: string, dark: string, highContrastLight: string, highContrast: string): PaletteColors {
  return { light, dark, highContrastLight, highContrast }
}
