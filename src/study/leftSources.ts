import type { Steps } from '../util/steps'
import type { FolderIndex, LinkRow } from './folderIndex'
import type { LeftQuotes } from './leftQuotes'

/** A source with its quotes that match the filter: all of them where the source itself matches. */
export interface SourceRow {
  /** Index of `FolderIndex.links`. */
  readonly link: number
  /** Numbers of the `QuoteTable`. */
  readonly quotes: readonly number[]
  /** Number of these, reused ones counted once. */
  readonly count: number
}

/**
 * The sources that have quotes which are left. Of those that match themselves, by index of `Corpus.entities`, all quotes are listed.
 *
 * @param left by a quote's number, 1 where it is left
 */
export function* leftSources(
  { links, linkOf }: FolderIndex,
  left: Uint8Array,
  { ofSources, distinctOfSources }: LeftQuotes,
  matching: Uint8Array | undefined
): Steps<readonly SourceRow[]> {
  const all = wholeSources(links)
  const wanted = matching ? withAllOf(matching, linkOf, ofSources) : ofSources
  const sources: SourceRow[] = []
  for (let link = 0; link < links.length; link += 4096) {
    yield
    addSources(link, Math.min(links.length, link + 4096))
  }
  return sources

  function addSources(from: number, to: number): void {
    for (let link = from; link < to; link++) {
      if (wanted[link] === 0) continue
      if (wanted[link]! >= all.sizes[link]!) sources.push(all.rows[link]!)
      else sources.push(new LeftSource(link, links[link]!, left, distinctOfSources[link]!))
    }
  }
}

/** More quotes than any source has. */
const ofAll = 2 ** 32 - 1

function withAllOf(matching: Uint8Array, linkOf: Int32Array, counts: Uint32Array): Uint32Array {
  const wanted = counts.slice()
  for (let entity = 0; entity < matching.length; entity++)
    if (matching[entity] === 1 && linkOf[entity]! >= 0) wanted[linkOf[entity]!] = ofAll
  return wanted
}

/** By link, the row of a source whose quotes are all left, the same under any filter, and how many it has. */
interface WholeSources {
  readonly rows: readonly SourceRow[]
  readonly sizes: Uint32Array
}

const known = new WeakMap<FolderIndex['links'], WholeSources>()

function wholeSources(links: FolderIndex['links']): WholeSources {
  const made = known.get(links) ?? {
    rows: links.map((row, link) => new LeftSource(link, row, undefined, row.distinct)),
    sizes: Uint32Array.from(links, ({ quotes }) => quotes.length)
  }
  known.set(links, made)
  return made
}

/**
 * Its quotes are listed when they are looked at: every letter of a filter makes ten thousand rows, and few are looked at. Those whose
 * quotes are all left are of the same class, because V8 compiles anew what gets to see another one.
 */
class LeftSource implements SourceRow {
  readonly link: number
  readonly count: number
  readonly #row: LinkRow
  /** Undefined where all are left. */
  readonly #left: Uint8Array | undefined
  #quotes: readonly number[] | undefined

  constructor(link: number, row: LinkRow, left: Uint8Array | undefined, count: number) {
    this.link = link
    this.count = count
    this.#row = row
    this.#left = left
  }

  get quotes(): readonly number[] {
    const left = this.#left
    return (this.#quotes ??= left ? this.#row.quotes.filter((number) => left[number] === 1) : this.#row.quotes)
  }
}
