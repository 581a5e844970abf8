/** Text of the article, as the format has it: its own rules, which are not those of values. */
export function escapeText(text: string): string {
  return text.replace(/[\\\t\n\f\r\b]/g, (character) => textEscapes[character]!)
}

const textEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '\b': '\\b'
}

/** The value of a feature. */
export function escapeValue(value: string): string {
  return value
    .replace(/->|[\\[\]|_;*]/g, '\\$&')
    .replace(/\t/g, '\\t')
    .replace(/\r\n?|\n/g, '\\n')
}
