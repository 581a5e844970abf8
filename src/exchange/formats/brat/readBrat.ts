import type { Span } from '../../../article'
import { workSlices } from '../../../util/slices'
import type { FlatDocument, FlatFeatures, FlatRelation, FlatSpan } from '../../flat/flatDocument'
import type { GivenFile, ReadDocument, ReadProblem, ReadResult } from '../../importing/readDocument'
import { offsetTable, type OffsetUnit } from '../../offsets'
import { decodeUtf8 } from '../../reading/decodeUtf8'
import { codesOfSpans, featuresOfTexts, knownFeatures, labelled, relationLabel } from '../../reading/foreign'
import { isZip, unpack } from '../../reading/zip'
import { noteOfText } from './noteText'
import { parseAnnotations, type BratAnnotations, type BratDetails, type BratSpan } from './parseAnnotations'
import { labelOfType } from './typeNames'

/** Reads pairs of .txt and .ann, loose, in a zip, or in a zip of zips. */
export async function readBrat(given: readonly GivenFile[]): Promise<ReadResult> {
  const documents: ReadDocument[] = []
  const problems: ReadProblem[] = []
  const slices = workSlices()
  for (const files of await groupsOf(given, problems)) {
    const texts = new Map(files.filter(({ path }) => /\.txt$/i.test(path)).map((file) => [stem(file.path), file]))
    for (const file of files.filter(({ path }) => /\.ann$/i.test(path))) {
      await slices.rest()
      const text = texts.get(stem(file.path))
      const read = readPair(file, text)
      problems.push(...read.problems)
      if (read.document) documents.push(read.document)
    }
  }
  return { documents, codes: codesOfSpans(documents), problems }
}

/** The loose files, and those of each zip. */
async function groupsOf(given: readonly GivenFile[], problems: ReadProblem[], depth = 0): Promise<GivenFile[][]> {
  const groups = [given.filter((file) => !isZip(file))]
  for (const zip of given.filter(isZip)) {
    const unpacked = await unpack([zip])
    problems.push(...unpacked.problems)
    const files = unpacked.files.map((file) => ({ ...file, path: pathOfOnly(file.path, zip.path) ?? file.path }))
    groups.push(...(depth < 2 ? await groupsOf(files, problems, depth + 1) : []))
  }
  return groups
}

/** A file that has the name of its zip, as INCEpTION wants it, is where the zip is. */
function pathOfOnly(path: string, zip: string): string | undefined {
  const folder = zip.slice(0, zip.lastIndexOf('/') + 1)
  return stem(folder + path) === zip.replace(/\.zip$/i, '') ? folder + path : undefined
}

function stem(path: string): string {
  return path.replace(/\.(txt|ann)$/i, '')
}

function readPair(annotations: GivenFile, textFile: GivenFile | undefined) {
  const problems: ReadProblem[] = []
  const tell = (message: string, count?: number) =>
    problems.push({ file: annotations.path, message, ...(count !== undefined && { count }) })
  const found = decodeUtf8(annotations.bytes)
  const text = textFile && decodeUtf8(textFile.bytes)
  if (!textFile || text === undefined || found === undefined) {
    tell(textFile ? 'It is not in UTF-8' : 'Its text file is missing')
    return { problems }
  }
  const parsed = parseAnnotations(found.replace(/^\uFEFF/, ''))
  if (parsed.damaged > 0) tell('Lines could not be read', parsed.damaged)
  if (parsed.others > 0) tell('Events and equivalences are left out', parsed.others)
  const { flat, outside, unknown } = flatOf(parsed, text)
  if (outside > 0) tell('Annotations are not inside of the text', outside)
  if (unknown > 0) tell('Relations of other kinds are left out', unknown)
  const document: ReadDocument = { name: textFile.path, text, flat }
  return { problems, document }
}

function flatOf(parsed: BratAnnotations, text: string) {
  const pieces = placesIn(text, unitOf(parsed.spans, text))
  const spans: FlatSpan[] = []
  for (const span of parsed.spans) {
    const found = pieces(span)
    if (found) spans.push(spanOf(span, found, parsed.details(span.id)))
  }
  const known = new Set(spans.map(({ id }) => id))
  const relations: FlatRelation[] = []
  for (const { id, type, from, to } of parsed.relations) {
    const label = relationLabel(type)
    if (label && known.has(from) && known.has(to)) relations.push({ id, label, from, to })
  }
  const flat: FlatDocument = { spans, relations }
  return { flat, outside: parsed.spans.length - spans.length, unknown: parsed.relations.length - relations.length }
}

function spanOf({ id, type }: BratSpan, pieces: readonly Span[], details: BratDetails): FlatSpan {
  const own = details.notes.find((note) => note.type === 'Features')
  const features = featuresOf(details, own?.text)
  const isCode = features['code'] !== undefined
  const note = details.notes.find((each) => each.type === 'AnnotatorNotes')?.text
  const isOurs = own !== undefined || features['status'] !== undefined || /^(Cue|Source)$/.test(type)
  const named = isCode ? { layer: 'code' as const, label: labelOfType(type) } : labelled(type)
  return {
    id,
    ...named,
    pieces,
    features: named.layer === 'mention' && isOurs ? { acting: false, ...features } : features,
    ...(note !== undefined && { note: isOurs ? noteOfText(note) : note })
  }
}

function featuresOf({ attributes, references }: BratDetails, json: string | undefined): FlatFeatures {
  const wikidata = references.find(({ database, id }) => /^wikidata$/i.test(database) && /^Q\d+$/.test(id))
  const reference = references[0]
  return {
    ...(reference && reference.name !== '' && { name: reference.name }),
    ...(wikidata && { identity: `https://www.wikidata.org/entity/${wikidata.id}` }),
    ...knownFeatures(parsedJson(json)),
    ...featuresOfTexts(attributes)
  }
}

function parsedJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** brat counts code points, INCEpTION and others UTF-16 units: what fits the words of the annotations better. */
function unitOf(spans: readonly BratSpan[], text: string): OffsetUnit {
  if (!/[\uD800-\uDBFF]/.test(text)) return 'utf16'
  const fits = (unit: OffsetUnit) => {
    const pieces = placesIn(text, unit, (fragments) => fragments)
    return spans.filter((span) => {
      const words = pieces(span)?.map(({ start, end }) => text.slice(start, end))
      return words?.join(' ') === span.words
    }).length
  }
  return fits('utf16') > fits('codepoints') ? 'utf16' : 'codepoints'
}

function placesIn(
  text: string,
  unit: OffsetUnit,
  join: (fragments: readonly Span[], text: string) => readonly Span[] = joinLines
): (span: BratSpan) => readonly Span[] | undefined {
  const table = offsetTable(text)
  const length = unit === 'utf16' ? text.length : table.codePoint(text.length)
  return ({ fragments }) => {
    const isInside = fragments.every(
      ([start, end], index) => start < end && end <= length && start >= (fragments[index - 1]?.[1] ?? 0)
    )
    if (!isInside) return undefined
    return join(
      fragments.map(([start, end]) => table.in({ start, end }, unit)),
      text
    )
  }
}

/** What brat had to cut at the end of a line, or at a tab, is one piece again. */
function joinLines(fragments: readonly Span[], text: string): readonly Span[] {
  const joined: Span[] = []
  for (const fragment of fragments) {
    const before = joined.at(-1)
    const gap = before && text.slice(before.end, fragment.start)
    if (before && gap !== undefined && /^\s*$/.test(gap.replace(breaks, ' ')) && gap.search(breaks) !== -1)
      joined[joined.length - 1] = { start: before.start, end: fragment.end }
    else joined.push(fragment)
  }
  return joined
}

const breaks = /[\t\n\v\f\r\u001C-\u001F\u0085\u2028\u2029]/g
