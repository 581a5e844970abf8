/** Undefined ones are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>

/** XML 1.0 in pieces, an element a line, indented; names are ours, values are anybody's. */
export interface XmlWriter {
  readonly declaration: string
  /** An element that others go into. */
  readonly open: (name: string, attributes?: XmlAttributes) => string
  /** The end of the element that was opened last. */
  readonly close: () => string
  /** A whole element in a line; its text, if any, is exact. */
  readonly leaf: (name: string, attributes?: XmlAttributes, text?: string) => string
  /** Without line or indentation, for text with elements in it. */
  readonly start: (name: string, attributes?: XmlAttributes) => string
  readonly empty: (name: string, attributes?: XmlAttributes) => string
  readonly end: (name: string) => string
  readonly text: (text: string) => string
}

/** `forbidden` hears how many characters of a value XML cannot have: each is written as U+FFFD. */
export function xmlWriter(forbidden: (count: number) => void = () => {}): XmlWriter {
  const opened: string[] = []
  const allowed = (value: string) => {
    const count = countForbidden(value)
    if (count === 0) return value
    forbidden(count)
    return withoutForbidden(value)
  }
  const text = (value: string) => escapeXmlText(allowed(value))
  const tag = (name: string, attributes: XmlAttributes) =>
    name +
    Object.entries(attributes)
      .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXmlAttribute(allowed(String(value)))}"`))
      .join('')
  const indent = () => '  '.repeat(opened.length)
  return {
    declaration: '<?xml version="1.0" encoding="UTF-8"?>\n',
    open(name, attributes = {}) {
      const line = `${indent()}<${tag(name, attributes)}>\n`
      opened.push(name)
      return line
    },
    close() {
      const name = opened.pop()
      if (name === undefined) throw new Error('No element is open')
      return `${indent()}</${name}>\n`
    },
    leaf: (name, attributes = {}, content) =>
      content === undefined
        ? `${indent()}<${tag(name, attributes)}/>\n`
        : `${indent()}<${tag(name, attributes)}>${text(content)}</${name}>\n`,
    start: (name, attributes = {}) => `<${tag(name, attributes)}>`,
    empty: (name, attributes = {}) => `<${tag(name, attributes)}/>`,
    end: (name) => `</${name}>`,
    text
  }
}

/** What XML 1.0 has no way to say, not even with a reference: most control characters, halves of pairs, two non-characters. */
const forbiddenCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Surrogate}\uFFFE\uFFFF]/gu

export function countForbidden(value: string): number {
  return value.match(forbiddenCharacters)?.length ?? 0
}

/** One for one, so that offsets stay. */
export function withoutForbidden(value: string): string {
  return value.replace(forbiddenCharacters, '\uFFFD')
}

/** A reader makes a line feed of a carriage return that is no reference. */
export function escapeXmlText(value: string): string {
  return value.replace(/[&<>\r]/g, (character) => references[character]!)
}

/** A reader makes blanks of tabs and line ends that are no references. */
export function escapeXmlAttribute(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, (character) => references[character]!)
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}
