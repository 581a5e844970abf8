/** Texts by key, in one language. */
export type Texts = Readonly<Record<string, string>>

/**
 * What is wrong with a translation, a line each: texts that are missing, left over, empty, or left in English, and those that lose a
 * place of a value, a line end, an icon, or the target of a link.
 * @param english the texts of `original`'s keys; of a bundle the keys themselves
 * @param alike texts that read the same in that language
 */
export function translationFaults(english: Texts, translated: Texts, alike: ReadonlySet<string>): readonly string[] {
  const missing = Object.keys(english).filter((key) => !Object.hasOwn(translated, key))
  const left = Object.keys(translated).filter((key) => !Object.hasOwn(english, key))
  return [
    ...missing.map((key) => `missing: ${key}`),
    ...left.map((key) => `left over: ${key}`),
    ...Object.entries(translated).flatMap(([key, text]) => {
      const original = english[key]
      const wrong = original === undefined ? undefined : wrongIn(original, text, alike)
      return wrong === undefined ? [] : [`${wrong}: ${key}: ${text}`]
    })
  ]
}

/** Texts whose English has changed since they were translated, a line each. */
export function outdatedTexts(english: Texts, translated: Texts): readonly string[] {
  return Object.keys(english)
    .filter((key) => english[key] !== translated[key])
    .map((key) => `changed since it was translated: ${key}`)
}

function wrongIn(original: string, text: string, alike: ReadonlySet<string>): string | undefined {
  if (text.trim() === '') return 'empty'
  // Short ones read alike in two languages ("1 article"), or have nothing but places and marks.
  if (text === original && partsOf(original, /\p{L}{2,}/gu).split(' ').length > 2 && !alike.has(original))
    return 'in English'
  if (partsOf(original, /\{\d+\}/g) !== partsOf(text, /\{\d+\}/g)) return 'other places of values'
  if (
    partsOf(original, /\$\([\w-]+\)|\(command:[\w.]+\)|https?:\S+/g) !==
    partsOf(text, /\$\([\w-]+\)|\(command:[\w.]+\)|https?:\S+/g)
  )
    return 'other icons or links'
  if (partsOf(original, /\n/g) !== partsOf(text, /\n/g)) return 'other line ends'
  if (/^\s/.test(original) !== /^\s/.test(text) || /\s$/.test(original) !== /\s$/.test(text)) return 'other edges'
  if (original.endsWith('\u2026') !== text.endsWith('\u2026')) return 'with or without the dots of a question to come'
  return undefined
}

function partsOf(text: string, pattern: RegExp): string {
  return (text.match(pattern) ?? []).sort().join(' ')
}
