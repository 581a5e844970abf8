import type { FlatRelation } from '../../flat/flatDocument'
import type { GivenFile, ReadDocument, ReadResult } from '../../importing/readDocument'
import { codesOfSpans, relationLabel } from '../../reading/foreign'
import { isJsonObject, jsonLines, ownList, ownValue, type JsonObject } from '../../reading/jsonLines'
import { problemCounter } from '../../reading/problems'
import { withDetails, type LabelledSpan } from './details'
import { codePointsInside, inUtf16 } from './places'

/** Reads what Prodigy's db-out writes. Answers other than "accept" are left out. */
export async function readProdigy(given: readonly GivenFile[]): Promise<ReadResult> {
  const documents: ReadDocument[] = []
  const problems = problemCounter()
  for await (const { file, line, object } of jsonLines(given, problems)) {
    const tell = (message: string, count?: number) => problems.tell(file, message, count)
    const text = ownValue(object, 'text')
    const answer = ownValue(object, 'answer') ?? 'accept'
    if (typeof text !== 'string') tell('A line has no text')
    else if (answer !== 'accept') tell('Answers that were not accepted are left out')
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
  const found = ownList(object, 'spans')
  const inside = codePointsInside(text)
  const pieces = found.flatMap((each, index) => spanOf(each, `s${index + 1}`) ?? []).filter(inside.isInside)
  tell('Annotations are not inside of the text', found.length - pieces.length)
  const { spans, wholeOf } = withDetails(pieces, ownList(object, 'details'))
  const isFurther = ({ id }: LabelledSpan) => wholeOf.get(id) !== id
  const firstLast = [...pieces].sort((a, b) => Number(isFurther(b)) - Number(isFurther(a))) // so that firsts win
  const byPlace = new Map(firstLast.map((piece) => [placeOf(piece), wholeOf.get(piece.id)!]))
  const relations = ownList(object, 'relations')
  const known = relations.flatMap((relation, index): readonly FlatRelation[] => {
    if (!isJsonObject(relation)) return []
    const [type, head, child] = ['label', 'head_span', 'child_span'].map((key) => ownValue(relation, key))
    const label = typeof type === 'string' ? relationLabel(type) : undefined
    const [from, to] = [head, child].map((end) => {
      const span = spanOf(end, '')
      return span && byPlace.get(placeOf(span))
    })
    return label && from !== undefined && to !== undefined ? [{ id: `r${index + 1}`, label, from, to }] : []
  })
  tell('Relations of other kinds are left out', relations.length - known.length)
  const meta = ownValue(object, 'meta')
  const source = isJsonObject(meta) ? ownValue(meta, 'source') : undefined
  return {
    name: typeof source === 'string' && source !== '' ? source : otherName,
    text,
    flat: { spans: inUtf16(spans, inside), relations: known }
  }
}

function spanOf(found: unknown, id: string): LabelledSpan | undefined {
  if (!isJsonObject(found)) return undefined
  const [start, end, label] = ['start', 'end', 'label'].map((key) => ownValue(found, key))
  if (typeof start !== 'number' || typeof end !== 'number' || typeof label !== 'string') return undefined
  return { id, start, end, label }
}

function placeOf({ start, end, label }: LabelledSpan): string {
  return `${start} ${end} ${label}`
}
