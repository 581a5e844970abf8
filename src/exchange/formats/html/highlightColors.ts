import { paletteColors, type PaletteColors } from '../../../util/paletteColors'

const variables = {
  person: paletteColors.person,
  organization: paletteColors.organization,
  group: paletteColors.group,
  place: paletteColors.place,
  source: paletteColors.source,
  direct: paletteColors.directQuote,
  mixed: paletteColors.mixedQuote,
  indirect: paletteColors.indirectQuote
} as const

/** The palette on light or dark paper, as variables of a style sheet. */
export function highlights(ground: keyof Pick<PaletteColors, 'light' | 'dark'>): string {
  const colors = Object.entries(variables).map(([name, known]) => `--${name}: ${known[ground]};`)
  return [...colors, quoteGrounds(ground)].join(' ')
}

/** Behind quotes; what is quoted within a quote stands on more of the same. */
function quoteGrounds(ground: 'light' | 'dark'): string {
  const color = paletteColors.quoteBackground[ground]
  const alpha = parseInt(color.slice(7), 16)
  const deeper = Math.min(255, Math.round(2.5 * alpha))
  return `--quote: ${color}; --quote-in: ${color.slice(0, 7)}${deeper.toString(16).padStart(2, '0')};`
}
