import { filePaths } from '../../filePaths'
import { flattenFor } from '../../flat/flattenFor'
import type { ExchangeFormat, ExportedFile, ExportInput } from '../../format'
import { xmlWriter, type XmlWriter } from '../../xml'
import { countProjectMemos } from '../../projectMemos'
import { casOf, sofaId, type CasStructure } from './casOf'
import { countCasLosses } from './countCasLosses'
import { readCasXmi } from './readCasXmi'
import { casTypes, typeSystem } from './typeSystem'

/** UIMA CAS in XMI, with its type system. */
export const uimaXmi: ExchangeFormat = {
  id: 'uima-xmi',
  label: 'UIMA CAS XMI',
  description:
    'For each article its text, sentences, tokens and annotations as UIMA CAS XMI, with TypeSystem.xml: for Apache UIMA, DKPro, dkpro-cassis and INCEpTION. Offsets are UTF-16 units.',
  suffix: '.xmi',
  extension: 'zip',
  cannotHold: ['discontinuous', 'accept', 'verdict', 'rejected', 'character', 'codebook', 'project-memo'],
  writer: { kind: 'files', write: writeCasXmi },
  read: readCasXmi
}

async function* writeCasXmi(input: ExportInput): AsyncGenerator<ExportedFile> {
  const paths = filePaths()
  for await (const document of input.documents()) {
    const path = paths.stem(document.name)
    const flat = flattenFor(document, input)
    countCasLosses(flat, input.lost)
    const xml = xmlWriter((count) => input.lost('character', count))
    yield { path: `${path}.xmi`, pieces: casXmi(xml, document.text, casOf(document, flat, `${path}.txt`)) }
  }
  if (input.codes.length > 0) input.lost('codebook', input.codes.length)
  countProjectMemos(input)
  yield { path: 'TypeSystem.xml', pieces: typeSystemXml(xmlWriter()) }
}

function* casXmi(xml: XmlWriter, text: string, structures: readonly CasStructure[]): Generator<string> {
  const prefixes = new Map(
    [...new Set(typeSystem.map(({ name }) => packageOf(name)))].map((name, n) => [name, `t${n}`])
  )
  yield xml.declaration
  yield xml.open('xmi:XMI', {
    'xmlns:xmi': 'http://www.omg.org/XMI',
    'xmlns:cas': 'http:///uima/cas.ecore',
    ...Object.fromEntries(
      [...prefixes].map(([name, prefix]) => [`xmlns:${prefix}`, `http:///${name.replaceAll('.', '/')}.ecore`])
    ),
    'xmi:version': '2.0'
  })
  yield xml.leaf('cas:NULL', { 'xmi:id': 0 })
  for (const { id, type, span, features, references } of structures) {
    const name = `${prefixes.get(packageOf(type))}:${type.slice(type.lastIndexOf('.') + 1)}`
    const language = type === casTypes.document ? { language: 'x-unspecified' } : {}
    const place = { 'xmi:id': id, sofa: sofaId, begin: span.start, end: span.end }
    yield xml.leaf(name, { ...place, ...language, ...features, ...references })
  }
  yield xml.leaf('cas:Sofa', {
    'xmi:id': sofaId,
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: text
  })
  yield xml.leaf('cas:View', { sofa: sofaId, members: structures.map(({ id }) => id).join(' ') })
  yield xml.close()
}

function packageOf(type: string): string {
  return type.slice(0, type.lastIndexOf('.'))
}

function* typeSystemXml(xml: XmlWriter): Generator<string> {
  yield xml.declaration
  yield xml.open('typeSystemDescription', { xmlns: 'http://uima.apache.org/resourceSpecifier' })
  yield xml.open('types')
  for (const { name, superType, description, features } of typeSystem) {
    yield xml.open('typeDescription')
    yield xml.leaf('name', {}, name)
    yield xml.leaf('description', {}, description)
    yield xml.leaf('supertypeName', {}, superType)
    yield xml.open('features')
    for (const [feature, range] of Object.entries(features)) {
      yield xml.open('featureDescription')
      yield xml.leaf('name', {}, feature)
      yield xml.leaf('description', {}, '')
      yield xml.leaf('rangeTypeName', {}, range)
      yield xml.close()
    }
    yield xml.close()
    yield xml.close()
  }
  yield xml.close()
  yield xml.close()
}
