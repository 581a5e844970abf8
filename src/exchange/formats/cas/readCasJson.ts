import { workSlices } from '../../../util/slices'
import type { GivenFile, ReadDocument, ReadProblem, ReadResult } from '../../importing/readDocument'
import { decodeUtf8 } from '../../reading/decodeUtf8'
import { codesOfSpans } from '../../reading/foreign'
import { unpack } from '../../reading/zip'
import { documentOfCas, labelFeatures, type ReadCas, type ReadStructure } from './flatOfCas'

/** Reads the .json files, loose or in zips, as UIMA's description of the format has it (version 0.4.0). */
export async function readCasJson(given: readonly GivenFile[]): Promise<ReadResult> {
  const { files, problems: damaged } = await unpack(given, (path) => /\.json$/i.test(path))
  const documents: ReadDocument[] = []
  const problems: ReadProblem[] = [...damaged]
  const slices = workSlices()
  for (const { path, bytes } of files) {
    await slices.rest()
    const cas = parseCas(decodeUtf8(bytes))
    if (!cas) {
      problems.push({ file: path, message: 'It is no UIMA CAS in JSON' })
      continue
    }
    const read = documentOfCas(cas, path)
    documents.push(read.document)
    problems.push(...read.problems)
  }
  return { documents, codes: codesOfSpans(documents), problems }
}

function parseCas(json: string | undefined): ReadCas | undefined {
  let data: unknown
  try {
    data = JSON.parse((json ?? '').replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
  const list = isObject(data) ? data['%FEATURE_STRUCTURES'] : undefined
  if (!isObject(list)) return undefined
  const objects = Object.entries(list).flatMap(([key, each]) => (isObject(each) ? [{ '%ID': key, ...each }] : []))
  const sofas = new Map<string, string>()
  const structures: ReadStructure[] = []
  for (const object of objects.sort((a, b) => Number(isInitial(b)) - Number(isInitial(a)))) {
    const { '%ID': id, '%TYPE': type, sofaString } = object as Record<string, unknown>
    if (type === 'uima.cas.Sofa' && typeof sofaString === 'string') sofas.set(String(id), sofaString)
    else if (typeof type === 'string') structures.push(structureOf(String(id), type, object))
  }
  return sofas.size > 0 ? { sofas, structures } : undefined
}

function isInitial(object: object): boolean {
  return (object as Record<string, unknown>)['sofaID'] === '_InitialView'
}

function structureOf(id: string, type: string, object: object): ReadStructure {
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    if (key.startsWith('%')) continue
    const name = key.replace(/^[@#^]/, '')
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      texts.set(name, String(value))
  }
  const [start, end] = [texts.get('begin'), texts.get('end')].map(Number)
  const hasPlace = Number.isInteger(start) && Number.isInteger(end)
  const isUnlabelled =
    labelFeatures.some((name) => Object.hasOwn(object, name)) && !labelFeatures.some((name) => texts.has(name))
  const span = hasPlace ? { start: start!, end: end! } : undefined
  return { id, type, sofa: texts.get('sofa'), span, texts, ...(isUnlabelled && { isUnlabelled }) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
