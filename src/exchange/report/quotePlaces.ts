import type { QuoteAct } from '../../analysis'
import { quoteKinds } from './kindCounts'
import type { QuotePlace } from './quotePlace'

/**
 * The quotes of an export as numbers and UTF-8: hundreds of thousands of objects with a string each would take most of the memory of a
 * report. Of a lone surrogate nothing is left but U+FFFD, which it is in every file.
 */
export interface QuotePlaces {
  /** The quote's index, counted from 0. */
  readonly add: (place: QuotePlace) => number
  /** Made anew at each call. */
  readonly at: (index: number) => QuotePlace
}

export function quotePlaces(): QuotePlaces {
  const words = textChunks()
  const chunks: Uint32Array[] = []
  let count = 0
  return {
    add({ article, quote, kind, act, words: text }) {
      const index = count++
      const at = (index % quotesOfChunk) * fields
      if (at === 0) chunks.push(new Uint32Array(quotesOfChunk * fields))
      const looks = 2 * quoteKinds.indexOf(kind) + acts.indexOf(act)
      chunks.at(-1)!.set([article, quote, looks, ...words.add(text)], at)
      return index
    },
    at(index) {
      const from = (index % quotesOfChunk) * fields
      const numbers = chunks[Math.floor(index / quotesOfChunk)]!.subarray(from, from + fields)
      const [article, quote, looks, ...place] = numbers as unknown as Numbers
      return { article, quote, words: words.read(...place), kind: quoteKinds[looks >> 1]!, act: acts[looks & 1]! }
    }
  }
}

/** Article, quote, kind and act, then where its words are: in which chunk, from where, to where. */
type Numbers = readonly [number, number, number, number, number, number]
const fields = 6
const quotesOfChunk = 4096
const acts: readonly QuoteAct[] = ['speech', 'attitude']

/** Texts one after the other in chunks of bytes; none of them in two. */
function textChunks() {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const chunks: Uint8Array[] = []
  let room = new Uint8Array(0)
  let used = 0
  return {
    add(text: string): readonly [chunk: number, start: number, end: number] {
      const bytes = encoder.encode(text)
      if (room.length - used < bytes.length) {
        room = new Uint8Array(Math.max(bytesOfChunk, bytes.length))
        used = 0
        chunks.push(room)
      }
      room.set(bytes, used)
      const start = used
      used += bytes.length
      return [chunks.length - 1, start, used]
    },
    read: (chunk: number, start: number, end: number) => decoder.decode(chunks[chunk]?.subarray(start, end))
  }
}

const bytesOfChunk = 1 << 20
