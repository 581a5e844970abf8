/** Where words are in a text, ascending. */
export interface Occurrences {
  readonly offsets: readonly number[]
  /** Whether these are all; a hostile text has no end of them. */
  readonly areAll: boolean
}

/** Finds words in one text, again and again. A search that costs too much ends early, and all further ones with it. */
export type FindOccurrences = (words: string) => Occurrences

/** Of one search. */
const mostOffsets = 20_000
/** Of all searches in a text, in places that are looked at. */
const mostVisits = 20_000_000
/** From so many searches on, an index of the text is worth its time. */
const searchesWithoutIndex = 32

export function occurrencesIn(text: string): FindOccurrences {
  const known = new Map<string, Occurrences>()
  let visits = 0
  let index: GramIndex | undefined
  return (words) => {
    const found = known.get(words)
    if (found) return found
    if (visits >= mostVisits) return nowhereToBeSeen
    if (known.size >= searchesWithoutIndex) index ??= gramIndex(text)
    const result = index && words.length >= gram ? byIndex(text, index, words) : byScan(text, words)
    visits += result.visits
    known.set(words, result)
    return result
  }
}

const nowhereToBeSeen: Occurrences = { offsets: [], areAll: false }

interface Search extends Occurrences {
  readonly visits: number
}

function byScan(text: string, words: string): Search {
  const offsets: number[] = []
  let at = words === '' ? -1 : text.indexOf(words)
  while (at >= 0 && offsets.length < mostOffsets) {
    offsets.push(at)
    at = text.indexOf(words, at + 1)
  }
  // An engine looks at some ten units in the time in which an index looks at one place.
  return { offsets, areAll: at < 0, visits: text.length / 10 + offsets.length }
}

/** Units whose places are listed together. */
const gram = 5

interface GramIndex {
  readonly heads: Int32Array
  readonly next: Int32Array
}

/** Lists of the places of all pieces of five units, by their hash. */
function gramIndex(text: string): GramIndex {
  const heads = new Int32Array(buckets).fill(-1)
  const next = new Int32Array(text.length)
  for (let at = text.length - gram; at >= 0; at--) {
    const hash = hashAt(text, at)
    next[at] = heads[hash]!
    heads[hash] = at
  }
  return { heads, next }
}

function byIndex(text: string, { heads, next }: GramIndex, words: string): Search {
  const offsets: number[] = []
  let visits = 0
  let at = heads[hashAt(words, 0)]!
  while (at >= 0 && offsets.length < mostOffsets && visits < mostVisits) {
    visits++
    if (text.startsWith(words, at)) {
      offsets.push(at)
      visits += words.length >> 3
    }
    at = next[at]!
  }
  return { offsets, areAll: at < 0, visits }
}

const buckets = 1 << 17

function hashAt(text: string, at: number): number {
  let hash = 0
  for (let unit = 0; unit < gram; unit++) hash = Math.imul(hash, 0x9e3779b1) + text.charCodeAt(at + unit)
  return (Math.imul(hash, 0x85ebca6b) >>> 15) & (buckets - 1)
}
