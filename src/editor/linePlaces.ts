/** A place in a text, both numbers from 0; `character` counts UTF-16 units. */
export interface LinePlace {
  readonly line: number
  readonly character: number
}

/** Where offsets of a text are, for texts that are not open in VS Code. Lines end at LF, CR or CRLF, as there. */
export function linePlaces(text: string): (offset: number) => LinePlace {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { line: low, character: offset - starts[low]! }
  }
}
