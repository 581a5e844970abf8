import { env, l10n as translations } from 'vscode'

/**
 * VS Code's translations (`l10n/`), with numbers among the values written as the user's language writes them: "1,204" is "1.204" in
 * German. Line numbers and what else is no figure are given as strings.
 */
export const l10n = {
  t: (text: string, ...values: readonly (string | number)[]): string =>
    translations.t(text, ...values.map((value) => (typeof value === 'number' ? shownNumber(value) : value)))
}

/** A number as the user's language writes it. */
export function shownNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(shownLocale(), options).format(value)
}

/** The day of a time (ISO 8601) as the user's language writes it: "20 Nov 2026"; what is no time as it is. */
export function shownDay(time: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return time
  return new Intl.DateTimeFormat(shownLocale(), { dateStyle: 'medium' }).format(date)
}

/** VS Code's display language; English for one that `Intl` does not know, as a pseudo-language. */
export function shownLocale(): string {
  try {
    return Intl.getCanonicalLocales(env.language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
