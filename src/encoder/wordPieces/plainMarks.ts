/** The text with typewriter's marks, one unit for one unit, so that offsets stay: the encoder was taught on such texts. */
export function withPlainMarks(text: string): string {
  return text.replace(otherMarks, (mark) => plainMarks.get(mark) ?? mark)
}

const plainMarks: ReadonlyMap<string, string> = new Map([
  ...[...'\u201c\u201d\u201e\u00ab\u00bb'].map((mark) => [mark, '"'] as const),
  ...[...'\u2018\u2019'].map((mark) => [mark, "'"] as const),
  ...[...'\u2011\u2013\u2014\u2212'].map((mark) => [mark, '-'] as const),
  ...[...'\u00a0\u2009\u202f'].map((mark) => [mark, ' '] as const)
])

const otherMarks = new RegExp(`[${[...plainMarks.keys()].join('')}]`, 'g')
