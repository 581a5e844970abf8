import type { Analysis } from '../analysis'
import { digestArticle, isDigest, type ArticleDigest } from './articleDigest'
import { packAnalysis, unpackAnalysis, type PackedAnalysis } from './packedAnalysis'
import { packSummary, unpackSummary, type Pool } from './packedSummary'
import { arePrints, type QuotePrints } from './quotePrints'
import { summarize, type ArticleSummary } from './summary'

/**
 * One article with all that is known of it as bytes: about twice its text, where the same as objects is fifteen times
 * that. Made by `packRecord`; begins at a multiple of four and its length is one. Six 32 bit numbers (the form, then the
 * lengths in bytes of what follows), the prints of the quotes, the digest, then summary, analysis and text in UTF-8.
 */
export type ArticleRecord = Uint8Array

const form = 0x41413033
const headLength = 24

/** Packs an article. Pure. */
export function packRecord(text: string, analysis: Analysis): ArticleRecord {
  const summary = summarize({ article: '', text, analysis })
  const encoder = new TextEncoder()
  const parts = [encoder.encode(packSummary(summary)), encoder.encode(JSON.stringify(packAnalysis(analysis))), encoder.encode(text)]
  const numbers = [summary.quotes, digestArticle(text, analysis)]
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
  return first === form && aligned(headLength + lengths.reduce((sum, length) => sum + length, 0)) === bytes.length && lengths[0]! % 4 === 0 && lengths[1]! % 4 === 0 && arePrints(printsOf(bytes)) && isDigest(recordDigest(bytes))
}

export function recordText(record: ArticleRecord): string {
  return decode(record, 4)
}

/** A view of the record's own bytes. */
export function recordDigest(record: ArticleRecord): ArticleDigest {
  const [, prints = 0, digest = 0] = head(record)
  return new Uint32Array(record.buffer, record.byteOffset + headLength + prints, digest / 4)
}

/** Made anew at each call. */
export function recordAnalysis(record: ArticleRecord): Analysis {
  return unpackAnalysis(JSON.parse(decode(record, 3)) as PackedAnalysis)
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

/** The text of part 2 (summary), 3 (analysis) or 4 (text). */
function decode(record: ArticleRecord, part: 2 | 3 | 4): string {
  const lengths = head(record).subarray(1)
  const start = lengths.subarray(0, part).reduce((sum, length) => sum + length, headLength)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(record.subarray(start, start + lengths[part]!))
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4
}
