import type { Analysis } from '../analysis'
import { digestArticle, isDigest, type ArticleDigest } from './articleDigest'
import { packAnalysis, unpackAnalysis } from './packedAnalysis'
import { packSummary, unpackSummary, type Pool } from './packedSummary'
import { arePrints, type QuotePrints } from './quotePrints'
import { articleFacts, type ArticleSummary } from './summary'

/**
 * One article with all that is known of it as bytes: about twice its text, where the same as objects is fifteen times
 * that. Made by `packRecord`; begins at a multiple of four and its length is one. Seven 32 bit numbers (the form, then the
 * lengths in bytes of what follows), the prints of the quotes, the digest, then the summary, the words and the numbers of the
 * analysis, and the text; words are in UTF-8.
 */
export type ArticleRecord = Uint8Array

const form = 0x41413035
const headLength = 28

/** Packs an article. Pure. */
export function packRecord(text: string, analysis: Analysis): ArticleRecord {
  const facts = articleFacts(text, analysis)
  const encoder = new TextEncoder()
  const packed = packAnalysis(analysis)
  const parts = [encoder.encode(packSummary(facts)), encoder.encode(packed.words), packed.numbers, encoder.encode(text)]
  const numbers = [facts.quotes, digestArticle(text, analysis)]
  const lengths = [...numbers.map(({ byteLength }) => byteLength), ...parts.map(({ length }) => length)]
  const record = new Uint8Array(aligned(lengths.reduce((sum, length) => sum + length, headLength)))
  new Uint32Array(record.buffer).set([form, ...lengths])
  let at = headLength
  for (const part of numbers) {
    new Uint32Array(record.buffer).set(part, at / 4)
    at += part.byteLength
  }
  for (const part of parts) {
    record.set(part, at)
    at += part.length
  }
  return record
}

/** Whether bytes can be a record at all: what comes from a file may be anything. */
export function isRecord(bytes: Uint8Array): boolean {
  if (bytes.byteOffset % 4 !== 0 || bytes.length % 4 !== 0 || bytes.length < headLength) return false
  const [first, ...lengths] = head(bytes)
  return (
    first === form &&
    aligned(headLength + lengths.reduce((sum, length) => sum + length, 0)) === bytes.length &&
    lengths[0]! % 4 === 0 &&
    lengths[1]! % 4 === 0 &&
    arePrints(printsOf(bytes)) &&
    isDigest(recordDigest(bytes))
  )
}

export function recordText(record: ArticleRecord): string {
  return decode(record, 5)
}

/** A view of the record's own bytes. */
export function recordDigest(record: ArticleRecord): ArticleDigest {
  const [, prints = 0, digest = 0] = head(record)
  return new Uint32Array(record.buffer, record.byteOffset + headLength + prints, digest / 4)
}

/** Made anew at each call. */
export function recordAnalysis(record: ArticleRecord): Analysis {
  return unpackAnalysis({ words: decode(record, 3), numbers: bytesOf(record, 4) })
}

/** The summary for an article of that name; it shares strings with others of the pool, and nothing with the record. */
export function recordSummary(record: ArticleRecord, article: string, pool: Pool): ArticleSummary {
  return unpackSummary(decode(record, 2), printsOf(record).slice(), article, pool)
}

function head(record: ArticleRecord): Uint32Array {
  return new Uint32Array(record.buffer, record.byteOffset, headLength / 4)
}

function printsOf(record: ArticleRecord): QuotePrints {
  return new Uint32Array(record.buffer, record.byteOffset + headLength, head(record)[1]! / 4)
}

/** Part 2 is the summary, 3 the analysis's words, 4 its numbers, 5 the text. */
function bytesOf(record: ArticleRecord, part: 2 | 3 | 4 | 5): Uint8Array {
  const lengths = head(record).subarray(1)
  const start = lengths.subarray(0, part).reduce((sum, length) => sum + length, headLength)
  return record.subarray(start, start + lengths[part]!)
}

function decode(record: ArticleRecord, part: 2 | 3 | 5): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(record, part))
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4
}
