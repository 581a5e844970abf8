/** An arrow between two things of a project, by the GUIDs that they have (`guidOf`). */
export interface Link {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** Links in the order in which they came. */
export interface LinkList extends Iterable<Link> {
  readonly add: (link: Link) => void
  readonly isEmpty: () => boolean
}

/**
 * They are written behind all sources, so that those of all articles wait: hundreds of thousands, as bytes. As strings they would take
 * ten times the memory.
 */
export function linkList(): LinkList {
  const names: string[] = []
  const chunks: Uint8Array[] = []
  let count = 0
  return {
    add({ name, from, to }) {
      const at = (count % linksOfChunk) * bytesOfLink
      if (at === 0) chunks.push(new Uint8Array(linksOfChunk * bytesOfLink))
      const known = names.indexOf(name)
      const bytes = chunks.at(-1)!
      // Few names: what relates two annotations is one of a handful.
      bytes.set([known < 0 ? names.push(name) - 1 : known, ...bytesOf(from), ...bytesOf(to)], at)
      count++
    },
    isEmpty: () => count === 0,
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index++) {
        const at = (index % linksOfChunk) * bytesOfLink
        const bytes = chunks[Math.floor(index / linksOfChunk)]!.subarray(at, at + bytesOfLink)
        yield { name: names[bytes[0]!]!, from: guidIn(bytes, 1), to: guidIn(bytes, 17) }
      }
    }
  }
}

/** The index of the name and two GUIDs. */
const bytesOfLink = 33
const linksOfChunk = 4096

function bytesOf(guid: string): number[] {
  const digits = guid.replaceAll('-', '')
  return Array.from({ length: 16 }, (_, index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16))
}

function guidIn(bytes: Uint8Array, from: number): string {
  const digits = Array.from(bytes.subarray(from, from + 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [0, 8, 12, 16, 20].map((at, index, all) => digits.slice(at, all[index + 1])).join('-')
}
