import type { GivenFile, ReadDocument, ReadProblem, ReadResult } from '../../importing/readDocument'
import { codesOfSpans } from '../../reading/foreign'
import { childrenOf, readXml, type XmlElement } from '../../reading/xml'
import { unpack } from '../../reading/zip'
import { documentOfCas, type ReadCas, type ReadStructure } from './flatOfCas'

/** Reads the .xmi files, loose or in zips. The type system is not needed: what has a place in the text is an annotation. */
export async function readCasXmi(given: readonly GivenFile[]): Promise<ReadResult> {
  const { files, problems: damaged } = await unpack(given, (path) => /\.(xmi|xml)$/i.test(path))
  const documents: ReadDocument[] = []
  const problems: ReadProblem[] = [...damaged]
  for (const { path, bytes } of files) {
    const isTypes = /(^|\/)TypeSystem\.xml$/i.test(path)
    if (isTypes) continue
    const xml = await readXml(bytes)
    const cas = 'root' in xml ? casOfXml(xml.root) : undefined
    if (!cas) {
      problems.push({ file: path, message: 'problem' in xml ? xml.problem : 'It is no UIMA CAS in XMI' })
      continue
    }
    const read = documentOfCas(cas, path)
    documents.push(read.document)
    problems.push(...read.problems)
  }
  return { documents, codes: codesOfSpans(documents), problems }
}

function casOfXml(root: XmlElement): ReadCas | undefined {
  if (root.name !== 'XMI') return undefined
  const elements = childrenOf(root)
  const isSofa = ({ name, namespace }: XmlElement) => name === 'Sofa' && packageOf(namespace) === 'uima.cas'
  const sofas = elements
    .filter(isSofa)
    .sort((a, b) => Number(isInitial(b)) - Number(isInitial(a)))
    .flatMap(({ attributes }) => {
      const text = attributes.get('sofaString')
      return text === undefined ? [] : [[attributes.get('xmi:id') ?? '', text] as const]
    })
  if (sofas.length === 0) return undefined
  return { sofas: new Map(sofas), structures: elements.filter((element) => !isSofa(element)).map(structureOf) }
}

function isInitial({ attributes }: XmlElement): boolean {
  return attributes.get('sofaID') === '_InitialView'
}

function structureOf({ name, namespace, attributes }: XmlElement): ReadStructure {
  const [start, end] = [attributes.get('begin'), attributes.get('end')].map(Number)
  return {
    id: attributes.get('xmi:id') ?? '',
    type: [packageOf(namespace), name].filter((part) => part !== '').join('.'),
    sofa: attributes.get('sofa'),
    span: Number.isInteger(start) && Number.isInteger(end) ? { start: start!, end: end! } : undefined,
    texts: attributes
  }
}

/** "http:///uima/cas.ecore" is the package uima.cas; "http:///uima/noNamespace.ecore" is none. */
function packageOf(namespace: string): string {
  const path = /^http:\/\/\/(.*)\.ecore$/.exec(namespace)?.[1] ?? ''
  return path === 'uima/noNamespace' ? '' : path.replaceAll('/', '.')
}
