import type { Analysis } from '../analysis'
import type { ArticleHead, SourceText } from '../article'
import { digestArticle, isDigest, type ArticleDigest } from './articleDigest'
import { areQuoteFingerprints, withoutRuns, type QuoteFingerprints } from './quoteFingerprints'
import type { QuotedSummary } from './reuseIndex'
import { quoteExtents, type QuoteExtents } from './quoteExtents'
import { deflated, inflated } from './deflated'
import { describedEntities, packDescribed, readDescribed, type DescribedEntity } from './describedEntities'
import { areSubjects, articleSubjects, type ArticleSubjects } from './articleSubjects'
import { joinSearchText, searchText, splitSearchText, type SearchText } from './searchText'
import { articleFacts, type ArticleSummary } from './summary'
import { readSummaryLines, summaryLines, type StringPool } from './summaryLines'

/**
 * One analyzed article as bytes, made by `packRecord`: a folder keeps thousands of them in memory and on disk. The parts
 * `source` and `facts` are deflated JSON: text and markup, which a search for words reads of every article, and the analysis
 * with every field, also those that this module has no code for. The other parts are what lists, filters and links need of
 * every article, so that a whole folder is listed without unpacking an analysis.
 *
 * The layout: eleven 32 bit numbers (the version, then the lengths of the parts in bytes), then the parts in the order of
 * `parts`. Its offset in its buffer and its length are multiples of four, so that 32 bit views can be made of it. What is
 * deflated begins with four bytes for its own length: the lowest first.
 */
export type ArticleRecord = Uint8Array

/** The content of a record's part `facts`. */
export interface RecordAnalysis {
  readonly analysis: Analysis
  /** What lies beside the text: any JSON. */
  readonly beside?: unknown
}

export interface RecordFacts extends SourceText, RecordAnalysis {}

/** What a record is made of. `head`: what the article says about itself. */
type Packed = RecordFacts & { readonly head?: ArticleHead | undefined }

/** "AA" in the upper 16 bits; the lower 16 bits change with the layout of the parts. */
const version = 0x4141000d
const parts = [
  'fingerprints',
  'digest',
  'subjects',
  'extents',
  'head',
  'summary',
  'described',
  'search',
  'source',
  'facts'
] as const
/** Their lengths are multiples of four. */
const numbers: readonly Part[] = ['fingerprints', 'digest', 'subjects', 'extents']
type Part = (typeof parts)[number]
const headLength = 4 * (1 + parts.length)

/**
 * Packs an article. Lists, filters and links get what `shown` says, where that is more than the analysis: what comes of it
 * with what lies beside the text; and the head, where there is one. Pure.
 */
export function packRecord({ text, markup, analysis, beside, head }: Packed, shown = analysis): ArticleRecord {
  const source = { text, markup }
  const facts = articleFacts(source, shown)
  const packed: Readonly<Record<Part, Uint8Array>> = {
    fingerprints: bytesOf(facts.quotes),
    digest: bytesOf(digestArticle(source, shown)),
    subjects: bytesOf(articleSubjects(shown)),
    extents: bytesOf(quoteExtents(shown)),
    head: utf8(head ? JSON.stringify(head) : ''),
    summary: utf8(summaryLines(facts)),
    described: deflated(packDescribed(describedEntities(shown))),
    search: deflated(joinSearchText(searchText(source, shown))),
    source: deflated(JSON.stringify(source satisfies SourceText)),
    facts: deflated(JSON.stringify({ beside, analysis } satisfies RecordAnalysis))
  }
  const lengths = parts.map((part) => packed[part].length)
  const record = new Uint8Array(aligned(lengths.reduce((sum, length) => sum + length, headLength)))
  new Uint32Array(record.buffer).set([version, ...lengths])
  let at = headLength
  for (const part of parts) {
    record.set(packed[part], at)
    at += packed[part].length
  }
  return record
}

/** Whether the bytes have the layout of a record: a file may be damaged. */
export function isRecord(bytes: Uint8Array): boolean {
  if (bytes.byteOffset % 4 !== 0 || bytes.length % 4 !== 0 || bytes.length < headLength) return false
  const [first, ...lengths] = numbersAtHead(bytes)
  return (
    first === version &&
    aligned(headLength + lengths.reduce((sum, length) => sum + length, 0)) === bytes.length &&
    numbers.every((part) => lengths[parts.indexOf(part)]! % 4 === 0) &&
    areQuoteFingerprints(fingerprintsOf(bytes)) &&
    isDigest(recordDigest(bytes)) &&
    areSubjects(recordSubjects(bytes))
  )
}

/** A view of the record's bytes, not a copy. */
export function recordDigest(record: ArticleRecord): ArticleDigest {
  return numbersOf(partOf(record, 'digest'))
}

/** A view of the record's bytes, not a copy. */
export function recordSubjects(record: ArticleRecord): ArticleSubjects {
  return numbersOf(partOf(record, 'subjects'))
}

/** What the article says about itself; undefined where the record was packed without. */
export function recordHead(record: ArticleRecord): ArticleHead | undefined {
  const packed = textOf(partOf(record, 'head'))
  return packed === '' ? undefined : (JSON.parse(packed) as ArticleHead)
}

/** Where the quotes stand in the text. A view of the record's bytes, not a copy. */
export function recordExtents(record: ArticleRecord): QuoteExtents {
  return numbersOf(partOf(record, 'extents'))
}

/** What lists say of each entity, unpacked at each call. Throws when the record is damaged. */
export function recordDescribed(record: ArticleRecord): readonly DescribedEntity[] {
  return readDescribed(inflated(partOf(record, 'described')))
}

/** The record's text and analysis, unpacked at each call. Throws when the record is damaged. */
export function recordFacts(record: ArticleRecord): RecordFacts {
  return { ...recordSource(record), ...recordAnalysis(record) }
}

/** The record's text alone, which takes a tenth of the time and of the memory. Throws when the record is damaged. */
export function recordSource(record: ArticleRecord): SourceText {
  return JSON.parse(inflated(partOf(record, 'source'))) as SourceText
}

/** The record's analysis alone. Throws when the record is damaged. */
export function recordAnalysis(record: ArticleRecord): RecordAnalysis {
  return JSON.parse(inflated(partOf(record, 'facts'))) as RecordAnalysis
}

/** The record's search text, unpacked at each call. Throws when the record is damaged. */
export function recordSearchText(record: ArticleRecord): SearchText {
  return splitSearchText(inflated(partOf(record, 'search')))
}

/** The summary of an article. It shares strings with the other summaries of the pool, and no memory with the record. */
export function recordSummary(record: ArticleRecord, id: string, strings: StringPool): ArticleSummary {
  return readSummaryLines(textOf(partOf(record, 'summary')), fingerprintsOf(record).slice(), id, strings)
}

/** How many of a record's first bytes `recordQuotes` and `recordEntities` need. */
export function linkedLength(record: ArticleRecord): number {
  const { byteOffset, length } = partOf(record, 'summary')
  return aligned(byteOffset - record.byteOffset + length)
}

/** What finds reused quotes. It shares no memory with the record. */
export function recordQuotes(record: ArticleRecord, id: string): QuotedSummary {
  return { id, quotes: fingerprintsOf(record).slice() }
}

/** The summary without what finds reused quotes. It shares strings with the other summaries of the pool, and no memory with the record. */
export function recordEntities(record: ArticleRecord, id: string, strings: StringPool): ArticleSummary {
  return readSummaryLines(textOf(partOf(record, 'summary')), withoutRuns(fingerprintsOf(record)), id, strings)
}

function numbersAtHead(record: ArticleRecord): Uint32Array {
  return new Uint32Array(record.buffer, record.byteOffset, headLength / 4)
}

function fingerprintsOf(record: ArticleRecord): QuoteFingerprints {
  return numbersOf(partOf(record, 'fingerprints'))
}

function partOf(record: ArticleRecord, wanted: Part): Uint8Array {
  const place = parts.indexOf(wanted)
  const head = numbersAtHead(record)
  let start = headLength
  for (let before = 0; before < place; before++) start += head[1 + before]!
  return record.subarray(start, start + head[1 + place]!)
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function numbersOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** The next multiple of four. */
function aligned(length: number): number {
  return Math.ceil(length / 4) * 4
}
