import type { CodeEntry, EntryStatus } from '../../protocol/common'
import { hasConditions, meetsConditions, readQuery, type FilterQuery, type Judged } from '../../util/filterQuery'
import { foldLetters, hasAllWords } from '../../util/folding'

/** What the reader looks for: every word has to occur, in any order, and every condition has to be true. */
export type Filter = FilterQuery

/** Half open, UTF-16 units of the text that was looked through. */
export interface Match {
  readonly start: number
  readonly end: number
}

/** Words without regard to case, accents and other marks on letters, ligatures, and the kind of quotation marks. */
export function readFilter(typed: string): Filter {
  return readQuery(typed)
}

export function isActive(filter: Filter): boolean {
  return filter.words.length > 0 || hasConditions(filter)
}

/** Whether what researchers have said of an entry is what the filter asks for. */
export function meets(filter: Filter, status: EntryStatus | undefined, codes: ReadonlyMap<string, CodeEntry>): boolean {
  return !hasConditions(filter) || meetsConditions(filter, judged(status, codes))
}

function judged(status: EntryStatus | undefined, codes: ReadonlyMap<string, CodeEntry>): Judged {
  if (!status) return { state: 'suggested', hasMemo: false, codes: [], people: [] }
  return {
    state: status.state,
    hasMemo: status.memo !== '',
    codes: status.codes.map((id) => codes.get(id)?.path ?? []),
    people: [...status.by, ...status.markedBy]
  }
}

/** Whether all words occur in the texts together. */
export function matches(filter: Filter, texts: readonly string[]): boolean {
  if (filter.words.length === 0) return true
  return hasAllWords(fold(texts.join('\n')), filter.words)
}

/** Where the words occur in a text, in order, without overlaps; whole letters, also where folding makes two of one. */
export function matchesIn(filter: Filter, text: string): readonly Match[] {
  if (filter.words.length === 0) return []
  const folded = fold(text)
  const places = folded.length === text.length ? undefined : foldedPlaces(text)
  // Where folding the whole text gives something else than folding it letter by letter, the places are unknown: no marks.
  if (places && places.folded !== folded) return []
  const found = filter.words
    .flatMap((word) => occurrences(folded, word))
    .map(({ start, end }): Match =>
      places ? { start: places.starts[start]!, end: places.ends[end - 1]! } : { start, end }
    )
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Match[] = []
  for (const match of found) {
    const last = merged.at(-1)
    if (last && match.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, match.end) }
    else merged.push(match)
  }
  return merged
}

const foldedOf = new Map<string, string>()
const mostFolded = 50_000

/** Cached, because a filter looks through the same texts at every keystroke. */
function fold(text: string): string {
  const known = foldedOf.get(text)
  if (known !== undefined) return known
  const folded = foldLetters(text)
  if (foldedOf.size >= mostFolded) foldedOf.clear()
  foldedOf.set(text, folded)
  return folded
}

/** Which letter of the text each unit of its folding comes from. */
function foldedPlaces(text: string): {
  readonly folded: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
} {
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  let at = 0
  for (const letter of text) {
    const plain = foldLetters(letter)
    folded += plain
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(at)
      ends.push(at + letter.length)
    }
    at += letter.length
    // A combining accent folds to nothing: it belongs to the letter before it.
    if (plain === '' && ends.length > 0) ends[ends.length - 1] = at
  }
  return { folded, starts, ends }
}

function occurrences(folded: string, word: string): readonly Match[] {
  const found: Match[] = []
  for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + word.length))
    found.push({ start, end: start + word.length })
  return found
}
