/** Puts values in the places `{0}`, `{1}` of a text. */
export function format(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place))
}

/** One or many, in the reader's language. */
export function counted(count: number, one: string, many: string, locale: string): string {
  return count === 1 ? one : format(many, number(count, locale))
}

export function number(count: number, locale: string): string {
  return formatter(locale, 'decimal').format(count)
}

/** Compact from 10,000 on ("20K"), for places with little room. */
export function shortNumber(count: number, locale: string): string {
  return count < 10_000 ? number(count, locale) : formatter(locale, 'compact').format(count)
}

/** `part` is 0 to 1. Anything above 0 is shown as 1 % at least. */
export function percent(part: number, locale: string): string {
  return formatter(locale, 'percent').format(part > 0 && part < 0.01 ? 0.01 : part)
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: string, style: 'decimal' | 'percent' | 'compact'): Intl.NumberFormat {
  const key = `${locale} ${style}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(supported(locale), {
    ...(style === 'compact' ? { notation: 'compact' } : { style }),
    maximumFractionDigits: 0
  })
  formatters.set(key, made)
  return made
}

/** VS Code's display language may be a pseudo-language that Intl does not know. */
export function supported(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
