import { countDecisionLosses } from '../../decisionLosses'
import type { AnnotationDocument } from '../../document'
import { flatten } from '../../flat/flatten'
import type { ExportInput } from '../../format'
import { xmlWriter } from '../../xml'
import { teiBody } from './body'
import { teiCodeIds, teiHeader } from './header'
import { standOff } from './standOff'

/** One article as a TEI file, in pieces. */
export function* teiDocument(document: AnnotationDocument, input: ExportInput): Generator<string> {
  const xml = xmlWriter((count) => input.lost('character', count))
  const flat = flatten(document, input.codes)
  const refs = new Map(document.entities.map(({ id }, index) => [id, `#e${index + 1}`]))
  yield xml.declaration
  yield xml.open('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' })
  yield* teiHeader(document, input, xml)
  const body = teiBody(document, flat.spans, xml, (entity) => refs.get(String(entity)))
  const codeIds = teiCodeIds(input.codes)
  yield* standOff({ flat, inline: body.inline, entities: document.entities, codeIds }, xml)
  yield `${xml.start('text', { 'xml:id': 'text' })}${body.xml}${xml.end('text')}\n`
  yield xml.close()
  countDecisionLosses(document, input, ['verdict'])
  if (document.rejected.length > 0) input.lost('rejected', document.rejected.length)
}
