/** Markdown texts of about so many characters that take a careless reader more than its share of time. */
export const hostileMarkdown: Readonly<Record<string, (length: number) => string>> = {
  'one lazy paragraph in a quote': (length) => `> a\n${repeated('b\n', length)}`,
  'quotes of a word': (length) => repeated('> a\n\n', length),
  'quotes of a sentence': (length) => repeated('> The minister said that the talks would go on.\n\n', length),
  'a footnote each paragraph': (length) =>
    numbered(
      (number) => `The minister said so on Monday.[^${number}]\n\n[^${number}]: The clerk said so too.\n\n`,
      length
    ),
  'front matter that nothing closes': (length) => `---\n${repeated('a: b\n', length)}`,
  'nested quotes': (length) => repeated('> ', length),
  'nested lists, blank lines': (length) => `${repeated('- ', length / 2)}a\n${repeated('\n', length / 2)}`,
  'underlined headings': (length) => repeated('a\n===\n', length),
  'short paragraphs': (length) => repeated('a\n\n', length),
  'emphasis in short paragraphs': (length) => repeated('*a*\n\n', length),
  'emphasis in one paragraph': (length) => repeated('*_', length),
  'open brackets': (length) => repeated('[a', length),
  links: (length) => repeated('[a](b) ', length),
  definitions: (length) => numbered((number) => `[a${number}]: b\n`, length),
  'definitions and references': (length) => numbered((number) => `[a${number}]: b\n\nSee [a${number}].\n\n`, length),
  'definitions that only the parser knows': (length) => repeated('[a]: (b)\n===\n', length),
  'rows of a table': (length) => `|a|b|\n|-|-|\n${repeated('|c|d|\n', length)}`,
  'cells of a row': (length) => repeated('|a', length),
  'open HTML': (length) => repeated('<a b="', length)
}

function repeated(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length))
}

function numbered(partOf: (number: number) => string, length: number): string {
  const parts: string[] = []
  for (let written = 0; written < length; written += parts[parts.length - 1]!.length) parts.push(partOf(parts.length))
  return parts.join('')
}
