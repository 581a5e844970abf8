import {
  annotationContext,
  articleReference,
  codeForm,
  codePointsIn,
  writeDecision,
  type JsonObject
} from '../../../annotations'
import type { AnnotationDocument } from '../../document'
import type { ExportInput } from '../../format'
import { countProjectMemos } from '../../projectMemos'
import { annotationWriter, collectionId, engine } from './suggested'

/** Each annotation is a line. */
export async function* writeAnnotations(input: ExportInput): AsyncGenerator<string> {
  const head = {
    '@context': annotationContext,
    id: collectionId(input.title, input.now),
    type: 'AnnotationPage',
    label: input.title,
    generated: input.now,
    generator: engine
  }
  const fields = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  yield `{\n${fields.join(',\n')},\n"codes": [${lines(input.codes.map((code) => codeForm.write(code)))}],\n"items": [`
  let isFirst = true
  for await (const document of input.documents()) {
    const items = annotationsOf(document)
    if (items.length > 0) yield `${isFirst ? '' : ','}${lines(items).trimEnd()}`
    isFirst &&= items.length === 0
  }
  yield '\n]\n}\n'
  countProjectMemos(input)
}

/**
 * The decisions, and those annotations that no decision made. A decided annotation stands for itself only where the document does not
 * bring the decisions.
 */
function annotationsOf(document: AnnotationDocument): readonly JsonObject[] {
  const { decisions, annotations, name, text } = document
  const places = { source: articleReference(name), codePointsAt: codePointsIn(text) }
  const write = annotationWriter(document)
  const others = annotations.filter(({ status }) => status === 'suggested' || decisions.length === 0)
  return [...decisions.map((decision) => writeDecision(decision, places)), ...others.map(write)]
}

function lines(items: readonly JsonObject[]): string {
  return items.length === 0 ? '' : `\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n`
}
