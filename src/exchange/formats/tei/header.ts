import { codeTree, type Code, type CodeNode } from '../../../annotations'
import type { AnnotationDocument } from '../../document'
import type { ExportInput } from '../../format'
import type { XmlWriter } from '../../xml'

export function* teiHeader(
  { name, head }: AnnotationDocument,
  { now, codes }: ExportInput,
  xml: XmlWriter
): Generator<string> {
  const { headline, authors, agency, places, date, isoDate } = head
  yield xml.open('teiHeader')
  yield xml.open('fileDesc')
  yield xml.open('titleStmt')
  yield xml.leaf('title', {}, headline ?? name)
  for (const author of authors) yield xml.leaf('author', {}, author)
  yield xml.close()
  yield xml.open('publicationStmt')
  yield xml.leaf('p', {}, `Exported by Article Annotator on ${now.slice(0, 10)}`)
  yield xml.close()
  yield xml.open('sourceDesc')
  yield xml.open('bibl')
  if (headline !== null) yield xml.leaf('title', {}, headline)
  for (const author of authors) yield xml.leaf('author', {}, author)
  if (agency !== null) yield xml.leaf('publisher', {}, agency)
  for (const place of places) yield xml.leaf('pubPlace', {}, place)
  const when = /^\d{4}(-\d\d){0,2}$/.test(isoDate ?? '') ? isoDate! : undefined
  if (date !== null || when !== undefined) yield xml.leaf('date', { when }, date ?? when)
  yield xml.leaf('idno', { type: 'file' }, name)
  yield xml.close()
  yield xml.close()
  yield xml.close()
  yield* taxonomy(codes, xml)
  yield xml.close()
}

/** What a code is called in a file, by `Code.id`. */
export function teiCodeIds(codes: readonly Code[]): ReadonlyMap<string, string> {
  return new Map(codes.map(({ id }, index) => [id, `code${index + 1}`]))
}

function* taxonomy(codes: readonly Code[], xml: XmlWriter) {
  if (codes.length === 0) return
  const ids = teiCodeIds(codes)
  yield xml.open('encodingDesc')
  yield xml.open('classDecl')
  yield xml.open('taxonomy', { 'xml:id': 'codebook' })
  const open: (CodeNode | 'end')[] = [...codeTree(codes).roots].reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    if (next === 'end') {
      yield xml.close()
      continue
    }
    const { name, description, id } = next.code
    yield xml.open('category', { 'xml:id': ids.get(id) })
    yield xml.leaf('catDesc', {}, description === undefined ? name : `${name}: ${description}`)
    open.push('end', ...[...next.children].reverse())
  }
  yield xml.close()
  yield xml.close()
  yield xml.close()
}
