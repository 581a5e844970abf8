/** Markup. Only `markup` makes it, so that no text of others becomes a part of a page unescaped. */
export interface Html {
  readonly html: string
}

/** `false`, `null` and `undefined` are nothing. */
export type HtmlValue = string | number | Html | readonly (Html | Nothing)[] | Nothing
type Nothing = null | undefined | false

/** Markup with values between: what is not markup itself is escaped. Attributes' values have to be in double quotation marks. */
export function markup(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { html: strings.reduce((before, string, index) => `${before}${rendered(values[index - 1])}${string}`) }
}

/** Pieces of markup with something between each two. */
export function joined(pieces: readonly Html[], between: string): Html {
  return { html: pieces.map((piece) => piece.html).join(escaped(between)) }
}

/** A text with markup in the place `{0}` that a translation left open, wherever it stands. */
export function around(text: string, inside: Html): Html {
  const [before = '', after = ''] = text.split('{0}', 2)
  return markup`${before}${inside}${after}`
}

function rendered(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map(rendered).join('')
}

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(forbidden, '\uFFFD')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** How many characters of a text HTML forbids: each is written as U+FFFD. */
export function countForbidden(text: string): number {
  return text.match(forbidden)?.length ?? 0
}

/** Controls but for tab and line feed, lone surrogates, noncharacters: parse errors, or lost. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu
