import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { AnnotationDocument } from '../../../../src/exchange/document'
import { flatten } from '../../../../src/exchange/flat/flatten'
import { tei } from '../../../../src/exchange/formats/tei'
import { childOf, childrenOf, readXml, textIn, type XmlElement } from '../../../../src/exchange/reading/xml'
import { withoutForbidden } from '../../../../src/exchange/xml'
import { arbitraryDocument } from '../arbitraryDocuments'
import { plainDocument, tortureDocuments } from '../documents'
import { inputOf, testCodes, written } from '../inputs'

const filesOf = async (documents: readonly AnnotationDocument[]) => written(tei, inputOf(documents))
const textsOf = async (documents: readonly AnnotationDocument[]) =>
  (await filesOf(documents)).map(({ bytes }) => new TextDecoder().decode(bytes))

/** A second reader, by the Guidelines: the text, and where each `xml:id` of it begins and ends. */
async function readTei(bytes: Uint8Array) {
  const xml = await readXml(bytes)
  assert.ok('root' in xml, JSON.stringify(xml))
  const places = new Map<string, readonly [number, number]>()
  let text = ''
  const go = (element: XmlElement) => {
    const start = text.length
    for (const child of element.children) {
      if (typeof child === 'string') text += child
      else go(child)
    }
    const id = element.attributes.get('xml:id')
    if (id !== undefined) places.set(id, [start, text.length])
  }
  go(childOf(childOf(xml.root, 'text'), 'body')!)
  const standOff = childOf(xml.root, 'standOff')
  const pointed = (element: XmlElement, name: string) => (element.attributes.get(name) ?? '').replace('#', '')
  for (const group of childrenOf(standOff, 'spanGrp'))
    for (const span of childrenOf(group, 'span'))
      places.set(pointed(span, 'xml:id'), [places.get(pointed(span, 'from'))![0], places.get(pointed(span, 'to'))![0]])
  const links = childrenOf(childOf(standOff, 'linkGrp'), 'link').map(
    ({ attributes }) => `${attributes.get('type')} ${attributes.get('target')}`
  )
  const notes = childrenOf(standOff, 'note').map((note) => `${pointed(note, 'target')}: ${textIn(note)}`)
  const features = new Map(
    childrenOf(standOff, 'fs').map((fs) => [
      fs.attributes.get('xml:id'),
      childrenOf(fs, 'f').map((f) => {
        const [value] = childrenOf(f)
        return `${f.attributes.get('name')}: ${value!.attributes.get('value') ?? textIn(value)}`
      })
    ])
  )
  return { text, places, links, notes, features }
}

async function compare(document: AnnotationDocument): Promise<void> {
  const { spans, relations } = flatten(document, testCodes)
  const { text, places, links, notes, features } = await readTei((await filesOf([document]))[0]!.bytes)
  assert.equal(text, withoutForbidden(document.text))
  for (const { id, pieces } of spans)
    for (const [index, { start, end }] of pieces.entries())
      assert.deepEqual(places.get(index === 0 ? id : `${id}.${index + 1}`), [start, end], id)
  assert.deepEqual(
    links,
    relations.map(({ label, from, to }) => `${label} #${from} #${to}`)
  )
  assert.deepEqual(
    notes,
    spans.flatMap(({ id, note, pieces }) =>
      note === undefined ? [] : `${pieces.length ? id : 'text'}: ${withoutForbidden(note)}`
    )
  )
  for (const span of spans)
    assert.deepEqual(
      features.get(`${span.id}.f`),
      Object.entries(span.features).map(([name, value]) => withoutForbidden(`${name}: ${value}`))
    )
}

describe('TEI', () => {
  it('has mentions and quotes as elements of the text', async () => {
    const [text] = await textsOf([plainDocument()])
    const body = /<body>([^]*)<\/body>/.exec(text!)![1]!
    assert.deepEqual(
      body
        .replace(/ (?:xml:id|ana)="[^"]*"/g, '')
        .split('\n\n')
        .slice(1, 2),
      [
        '<p rend="body"><placeName ref="#e3">LIRA</placeName>, March 3, 2026 (Aven) - <said who="#e1" direct="true">"T<rs type="person" ref="#e2">he</rs> dam will <anchor/>drown us<anchor/>,"</said> <anchor/>said<anchor/> <anchor/><persName ref="#e1">Mara Lind</persName>, a farmer<anchor/>. <anchor/>Prime Minister <persName ref="#e2">Oren Vail</persName><anchor/> <anchor/>said on Monday<anchor/> <anchor/>the plan,<anchor/> which took years, <anchor/>was sound<anchor/>.</p>'
      ]
    )
  })

  it('has every span on its words, every relation, note and feature', async () => {
    for (const document of [plainDocument(), ...tortureDocuments()]) await compare(document)
    await fc.assert(fc.asyncProperty(arbitraryDocument(), compare), { numRuns: 100 })
  })

  it('is the same for the same export, a file for each article', async () => {
    const files = await filesOf(tortureDocuments())
    assert.deepEqual(files, await filesOf(tortureDocuments()))
    assert.deepEqual(
      files.map(({ path }) => path),
      ['torture/emoji \u{1F600}.xml', '=cmd__x_.xml', 'overlaps.xml', 'empty.xml', 'nothing found.xml']
    )
  })
})
