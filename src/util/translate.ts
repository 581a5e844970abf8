/**
 * Puts a text into the user's language, and values into its places `{0}`, `{1}`: VS Code's `l10n.t`, or `inEnglish`. The text is a
 * literal, so that `npm run l10n` finds it; one that is a value was marked as `translatable` where it was written.
 */
export type Translate = (text: string, ...values: readonly (string | number)[]) => string

/** The text as it is, with its values. */
export const inEnglish: Translate = (text, ...values) =>
  text.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place))

/** Marks a text of a room that knows no VS Code: `npm run l10n` takes it into the bundle, and who shows it translates it. */
export function translatable(text: string): string {
  return text
}

/** A text with its values, written in a room that knows no VS Code: shown in English by `inWords`, in the user's language by the host. */
export interface Said {
  readonly text: string
  readonly values: readonly (string | number | Said)[]
}

export function said(text: string, ...values: Said['values']): Said {
  return { text, values }
}

export function inWords({ text, values }: Said, translate: Translate = inEnglish): string {
  return translate(text, ...values.map((value) => (typeof value === 'object' ? inWords(value, translate) : value)))
}
