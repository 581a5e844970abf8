/** What the reader looks for: every word has to occur, in any order. */
export interface Filter {
  readonly words: readonly string[]
}

/** Half open, UTF-16 units of the text that was looked through. */
export interface Match {
  readonly start: number
  readonly end: number
}

/** Words without regard to case, accents and the kind of quotation marks. */
export function readFilter(typed: string): Filter {
  return { words: fold(typed).split(/\s+/u).filter(Boolean) }
}

export function isActive(filter: Filter): boolean {
  return filter.words.length > 0
}

/** Whether all words occur in the texts together. */
export function matches(filter: Filter, texts: readonly string[]): boolean {
  if (filter.words.length === 0) return true
  const folded = fold(texts.join('\n'))
  return filter.words.every((word) => folded.includes(word))
}

/** Where the words occur in a text, in order, without overlaps; empty for a text whose folding changes its length. */
export function matchesIn(filter: Filter, text: string): readonly Match[] {
  if (filter.words.length === 0) return []
  const folded = fold(text)
  if (folded.length !== text.length) return []
  const found = filter.words.flatMap((word) => occurrences(folded, word))
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Match[] = []
  for (const match of found) {
    const last = merged.at(-1)
    if (last && match.start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, match.end) }
    else merged.push(match)
  }
  return merged
}

const foldedOf = new Map<string, string>()
const mostFolded = 50_000

/** Remembered: a filter looks through the same texts at every keystroke. */
function fold(text: string): string {
  const known = foldedOf.get(text)
  if (known !== undefined) return known
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[\u2018\u2019\u02BC]/g, '\'').replace(/[\u201C\u201D\u00AB\u00BB]/g, '"').toLowerCase()
  if (foldedOf.size >= mostFolded) foldedOf.clear()
  foldedOf.set(text, folded)
  return folded
}

function occurrences(folded: string, word: string): readonly Match[] {
  const found: Match[] = []
  for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + word.length)) found.push({ start, end: start + word.length })
  return found
}
