import { workSlices } from '../../../util/slices'
import type { FlatRelation, FlatSpan } from '../../flat/flatDocument'
import type { GivenFile, ReadDocument, ReadResult } from '../../importing/readDocument'
import { decodeUtf8 } from '../../reading/decodeUtf8'
import { codesOfSpans, labelled, relationLabel } from '../../reading/foreign'
import { problemCounter } from '../../reading/problems'
import { isMachinery } from '../../reading/uimaTypes'
import { unpack } from '../../reading/zip'
import { parseTsv, type Tsv, type TsvEntry, type TsvLayer, type TsvRow } from './parseTsv'

/** Reads .tsv files of WebAnno and INCEpTION, loose or in zips. Text between sentences is not in them: it is a line end and blanks. */
export async function readWebannoTsv(given: readonly GivenFile[]): Promise<ReadResult> {
  const documents: ReadDocument[] = []
  const problems = problemCounter()
  const { files, problems: damaged } = await unpack(given, (path) => /\.(tsv|txt)$/i.test(path))
  for (const { file, message } of damaged) problems.tell(file, message)
  const slices = workSlices()
  for (const { path, bytes } of files) {
    await slices.rest()
    const tsv = parseTsv(decodeUtf8(bytes) ?? '')
    if (!tsv) {
      problems.tell(path, 'It is no WebAnno TSV 3')
      continue
    }
    const text = textOfTsv(tsv)
    const { spans, relations, outside, others } = flatOfTsv(tsv, text.length)
    problems.tell(path, 'Lines could not be read', tsv.damaged)
    problems.tell(path, 'Annotations are not inside of the text', outside)
    problems.tell(path, 'Relations of other kinds are left out', others)
    const chains = tsv.layers.filter(({ kind }) => kind === 'chain').length
    problems.tell(path, 'Layers of chains are left out', chains)
    documents.push({ name: path.replace(/\.tsv$/i, '.txt'), text, flat: { spans, relations } })
  }
  return { documents, codes: codesOfSpans(documents), problems: problems.list() }
}

const longestGap = 1_000_000

/** Each sentence where its first word is; what is between is a line end, and blanks. */
function textOfTsv({ sentences }: Tsv): string {
  const parts: string[] = []
  let length = 0
  const append = (part: string) => {
    parts.push(part)
    length += part.length
  }
  for (const { text, rows } of sentences) {
    const gap = (rows[0]?.start ?? length) - length
    if (gap > 0 && gap <= longestGap) append((length > 0 ? '\n' : ' ') + ' '.repeat(gap - 1))
    append(text)
  }
  return parts.join('')
}

interface GrowingSpan extends FlatSpan {
  readonly pieces: [{ start: number; end: number }]
}

function flatOfTsv({ layers, sentences }: Tsv, length: number) {
  const rows = sentences.flatMap((sentence) => sentence.rows)
  const spans = new Map<string, GrowingSpan>()
  let outside = 0
  for (const row of rows) {
    for (const layer of layers.filter(({ kind, name }) => kind === 'span' && !isMachinery(name))) {
      const stacks = layer.features.map((_, index) => row.cells[layer.column + index] ?? [])
      const first = layer.features.length > 0 ? stacks[0]! : (row.cells[layer.column] ?? [])
      for (const [index, { ids }] of first.entries()) {
        const key = keyOf(layer.name, row.address, ids[0])
        const known = spans.get(key)
        if (row.end > length) outside++
        else if (known) known.pieces[0].end = Math.max(known.pieces[0].end, row.end)
        else if (row.start < row.end) {
          const entries = stacks.map((stack) => stack[index])
          spans.set(key, spanOf(`s${spans.size + 1}`, layer, entries, row))
        }
      }
    }
  }
  const found = relationsOf(layers, rows, spans)
  return { spans: [...spans.values()], ...found, outside }
}

/** What has no number is told from others by its place. */
function keyOf(layer: string, address: string, id: number | undefined): string {
  return id ? `${layer} #${id}` : `${layer} ${address}`
}

function spanOf(id: string, { name, features }: TsvLayer, entries: readonly (TsvEntry | undefined)[], row: TsvRow) {
  const value = (feature: string) => entries[features.indexOf(feature)]?.value ?? undefined
  const isSlot = (feature: string) => feature.startsWith('ROLE_')
  const other = features.findIndex(
    (feature, index) => !isSlot(feature) && feature !== 'identifier' && entries[index]?.value
  )
  const label = value('label') ?? value('value') ?? entries[other]?.value ?? name.slice(name.lastIndexOf('.') + 1)
  const identity = value('identifier')
  const span: GrowingSpan = {
    id,
    ...labelled(label),
    pieces: [{ start: row.start, end: row.end }],
    features: { ...(identity !== undefined && { identity }) }
  }
  return span
}

function relationsOf(layers: readonly TsvLayer[], rows: readonly TsvRow[], spans: ReadonlyMap<string, FlatSpan>) {
  const relations: FlatRelation[] = []
  let others = 0
  for (const row of rows) {
    for (const { name, features, column } of layers.filter(
      ({ kind, name }) => kind === 'relation' && !isMachinery(name)
    )) {
      const base = features.at(-1)?.replace(/^BT_/, '') ?? ''
      const labels = row.cells[column] ?? []
      for (const [index, { value, ids }] of (row.cells[column + features.length - 1] ?? []).entries()) {
        const label = relationLabel(labels[index]?.value ?? name.slice(name.lastIndexOf('.') + 1))
        const from = spans.get(keyOf(base, value ?? '', ids[0]))
        const to = spans.get(keyOf(base, row.address, ids[1]))
        if (label && from && to) relations.push({ id: `r${relations.length + 1}`, label, from: from.id, to: to.id })
        else others++
      }
    }
  }
  return { relations, others }
}
