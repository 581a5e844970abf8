import type { FlatRelation } from '../../flat/flatDocument'
import type { GivenFile, ReadDocument, ReadResult } from '../../importing/readDocument'
import { codesOfSpans, relationLabel } from '../../reading/foreign'
import { isJsonObject, jsonLines, ownList, ownValue, type JsonObject } from '../../reading/jsonLines'
import { problemCounter } from '../../reading/problems'
import { withDetails, type LabelledSpan } from './details'
import { codePointsInside, inUtf16 } from './places'

/** Reads what doccano exports, with or without relations, and the lists of [start, end, label] of its simpler form. */
export async function readDoccano(given: readonly GivenFile[]): Promise<ReadResult> {
  const documents: ReadDocument[] = []
  const problems = problemCounter()
  for await (const { file, line, object } of jsonLines(given, problems)) {
    const tell = (message: string, count?: number) => problems.tell(file, message, count)
    const text = ownValue(object, 'text', 'data')
    if (typeof text !== 'string') tell('A line has no text')
    else documents.push(documentOf(object, text, `${file}#${line}`, tell))
  }
  return { documents, codes: codesOfSpans(documents), problems: problems.list() }
}

function documentOf(
  object: JsonObject,
  text: string,
  otherName: string,
  tell: (message: string, count?: number) => void
): ReadDocument {
  const found = [...ownList(object, 'entities'), ...ownList(object, 'label', 'labels')]
  const inside = codePointsInside(text)
  const inCodePoints = found.flatMap((each, index) => entityOf(each, index) ?? []).filter(inside.isInside)
  tell('Annotations are not inside of the text', found.length - inCodePoints.length)
  const { numbered, repeated } = withOwnNumbers(inCodePoints)
  tell('Annotations have the number of another one, which has their relations', repeated)
  const { spans, wholeOf } = withDetails(numbered, ownList(object, 'details'))
  const relations = ownList(object, 'relations')
  const known = relations.flatMap((relation, index) => relationOf(relation, index, wholeOf) ?? [])
  tell('Relations of other kinds are left out', relations.length - known.length)
  const name = ownValue(object, 'name', 'filename', 'title')
  return {
    name: typeof name === 'string' && name !== '' ? name : otherName,
    text,
    flat: { spans: inUtf16(spans, inside), relations: known }
  }
}

/** Of several with one number all are kept; the first has the number. */
function withOwnNumbers(spans: readonly LabelledSpan[]) {
  const known = new Set<string>()
  let repeated = 0
  const numbered = spans.map((span, index) => {
    if (!known.has(span.id)) {
      known.add(span.id)
      return span
    }
    repeated++
    return { ...span, id: `again ${index}` }
  })
  return { numbered, repeated }
}

function entityOf(found: unknown, index: number): LabelledSpan | undefined {
  const [start, end, label, id] = Array.isArray(found)
    ? [...(found as readonly unknown[]).slice(0, 3), `#${index}`]
    : isJsonObject(found)
      ? ['start_offset', 'end_offset', 'label', 'id'].map((key) => ownValue(found, key))
      : []
  if (typeof start !== 'number' || typeof end !== 'number' || typeof label !== 'string') return undefined
  return { id: typeof id === 'number' ? String(id) : `#${index}`, start, end, label }
}

function relationOf(found: unknown, index: number, wholeOf: ReadonlyMap<string, string>): FlatRelation | undefined {
  if (!isJsonObject(found)) return undefined
  const [type, from, to] = ['type', 'from_id', 'to_id'].map((key) => ownValue(found, key))
  const label = typeof type === 'string' ? relationLabel(type) : undefined
  const ends = [from, to].map((end) => (typeof end === 'number' ? wholeOf.get(String(end)) : undefined))
  if (!label || ends[0] === undefined || ends[1] === undefined) return undefined
  return { id: `r${index + 1}`, label, from: ends[0], to: ends[1] }
}
