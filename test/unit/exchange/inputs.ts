import type { Code } from '../../../src/annotations'
import { corpusOf } from '../../../src/corpus'
import type { AnnotationDocument } from '../../../src/exchange/document'
import type { ExchangeFormat, ExportInput, LossKind } from '../../../src/exchange/format'
import type { GivenFile } from '../../../src/exchange/importing/readDocument'

export interface TestInput extends ExportInput {
  /** What the format said that it could not write, by kind. */
  readonly losses: () => Readonly<Partial<Record<LossKind, number>>>
}

/** An export of documents, with a codebook of three codes. */
export function inputOf(documents: readonly AnnotationDocument[], changes: Partial<ExportInput> = {}): TestInput {
  const losses: Partial<Record<LossKind, number>> = {}
  return {
    title: 'Test articles',
    count: documents.length,
    // eslint-disable-next-line @typescript-eslint/require-await -- documents of a real export are made one by one
    async *documents() {
      yield* documents
    },
    corpus: corpusOf({ entities: corpusEntities(documents), reuse: [], suggestions: [] }),
    codes: testCodes,
    registry: [],
    memos: [],
    offsets: 'utf16',
    now: '2026-11-27T12:00:00.000Z',
    lost: (kind, count = 1) => {
      losses[kind] = (losses[kind] ?? 0) + count
    },
    losses: () => losses,
    ...changes
  }
}

function corpusEntities(documents: readonly AnnotationDocument[]) {
  const found = new Map<string, { article: string; entity: string }[]>()
  const all = documents.flatMap((document) => document.entities.map((entity) => ({ document, entity })))
  for (const { document, entity } of all)
    found.set(entity.id, [...(found.get(entity.id) ?? []), { article: document.id, entity: entity.id }])
  return [...found].map(([id, members]) => {
    const { name, type, named } = all.find(({ entity }) => entity.id === id)!.entity
    const quotes = documents.flatMap((document) =>
      document.annotations
        .filter((annotation) => annotation.layer === 'quote')
        .flatMap((quote, index) => (quote.speaker === id ? [{ article: document.id, quote: index }] : []))
    )
    return { id, name, type, named, members, quotes }
  })
}

const made = { creator: 'Ana', created: '2026-11-19T08:00:00.000Z' }

export const testCodes: readonly Code[] = [
  { id: 'urn:code:fear', name: 'Fear', color: '#c02040', description: 'Words of fear', order: 1, ...made },
  { id: 'urn:code:emoji', name: 'Emoji \u{1F600}', color: '#2040c0', parent: 'urn:code:fear', order: 1, ...made },
  { id: 'urn:code:hostile', name: '=cmd ]]> "x" </b>', color: '#20c040', order: 2, ...made }
]

/** The files that a format writes; a format of one file writes it as `file`. */
export async function written({ writer }: ExchangeFormat, input: ExportInput): Promise<readonly GivenFile[]> {
  if (writer.kind === 'file') return [{ path: 'file', bytes: await joined(writer.write(input)) }]
  const files: GivenFile[] = []
  for await (const { path, pieces } of writer.write(input)) files.push({ path, bytes: await joined(pieces) })
  return files
}

/** The same as text, one file. */
export async function writtenText(format: ExchangeFormat, input: ExportInput, path?: string): Promise<string> {
  const files = await written(format, input)
  const file = path === undefined ? files[0] : files.find((each) => each.path === path)
  if (!file) throw new Error(`${path ?? 'a file'} is not among ${files.map((each) => each.path).join(', ')}`)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
}

async function joined(pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>): Promise<Uint8Array> {
  const bytes: Uint8Array[] = []
  for await (const piece of pieces) bytes.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
  return Buffer.concat(bytes)
}
