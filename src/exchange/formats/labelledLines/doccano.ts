import type { AnnotationDocument } from '../../document'
import type { FlatDocument } from '../../flat/flatDocument'
import { flattenFor } from '../../flat/flattenFor'
import type { ExchangeFormat, ExportInput } from '../../format'
import { writeJsonLine } from '../../jsonLine'
import { offsetTable } from '../../offsets'
import { countProjectMemos } from '../../projectMemos'
import { detailsJson } from './details'
import { readDoccano } from './readDoccano'

/** JSON Lines as doccano imports them into a project of sequence labelling with relations. */
export const doccano: ExchangeFormat = {
  id: 'doccano',
  label: 'doccano JSONL',
  description:
    'A line for each article, with text, labelled entities and relations: for a doccano project of sequence labelling that allows overlaps and relations. Pieces of one annotation become several there. Offsets are code points.',
  suffix: '.doccano',
  extension: 'jsonl',
  cannotHold: ['discontinuous', 'memo', 'accept', 'verdict', 'rejected', 'codebook', 'project-memo'],
  writer: { kind: 'file', write: writeDoccano },
  read: readDoccano
}

async function* writeDoccano(input: ExportInput): AsyncGenerator<string> {
  let entities = 0
  let relations = 0
  let line = 0
  for await (const document of input.documents()) {
    const flat = flattenFor(document, input)
    const written = doccanoLine(document, flat, ++line, { entities, relations })
    entities += written.entities.length
    relations += written.relations.length
    const inPieces = flat.spans.filter(({ pieces }) => pieces.length > 1).length
    const withoutPlace = flat.spans.filter(({ pieces }) => pieces.length === 0).length
    if (inPieces > 0) input.lost('discontinuous', inPieces)
    if (withoutPlace > 0) input.lost('memo', withoutPlace)
    yield `${writeJsonLine(written)}\n`
  }
  if (input.codes.length > 0) input.lost('codebook', input.codes.length)
  countProjectMemos(input)
}

/** Entities and relations are numbered through the whole file. */
function doccanoLine(
  { name, text }: AnnotationDocument,
  flat: FlatDocument,
  id: number,
  before: { readonly entities: number; readonly relations: number }
) {
  const table = offsetTable(text)
  const entities: { id: number; label: string; start_offset: number; end_offset: number }[] = []
  const first = new Map<string, number>()
  const details: unknown[] = []
  for (const span of flat.spans) {
    const pieces = span.pieces.map((piece) => table.out(piece, 'codepoints'))
    details.push(detailsJson(span, pieces))
    for (const { start, end } of pieces) {
      const number = before.entities + entities.length + 1
      if (!first.has(span.id)) first.set(span.id, number)
      entities.push({ id: number, label: span.label, start_offset: start, end_offset: end })
    }
  }
  const relations = flat.relations.flatMap(({ label, from, to }) => {
    const [from_id, to_id] = [first.get(from), first.get(to)]
    return from_id === undefined || to_id === undefined ? [] : [{ from_id, to_id, type: label }]
  })
  return {
    id,
    text,
    entities,
    relations: relations.map((relation, index) => ({ id: before.relations + index + 1, ...relation })),
    Comments: [],
    name,
    details
  }
}
