/** One spelling for look-ups: lower case, no accents, no full stops, plain apostrophes, no leading "the". */
export function foldName(name: string): string {
  return foldText(name.includes('\n') ? name.replaceAll('\n', ' ') : name)
    .trim()
    .replace(/^the /, '')
}

/** `foldName` of each line, in a few passes over all of them: names of places come by the ten thousand. */
export function foldLines(lines: string): readonly string[] {
  return foldText(lines)
    .split('\n')
    .map((line) => {
      const name = line.startsWith(' ') || line.endsWith(' ') ? line.trim() : line
      return name.startsWith('the ') ? name.slice(4) : name
    })
}

function foldText(text: string): string {
  const plain = /[\u0080-\uffff]/.test(text)
    ? text
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[\u2018\u2019\u02bb\u02bc]/g, "'")
    : text
  return plain
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/(?:[^\S\n]|[-\u2010-\u2015])+/g, ' ')
}
