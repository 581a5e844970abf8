import { filePaths } from '../../filePaths'
import { flattenFor } from '../../flat/flattenFor'
import type { ExchangeFormat, ExportedFile, ExportInput } from '../../format'
import { writeJsonLine } from '../../jsonLine'
import { countProjectMemos } from '../../projectMemos'
import { casOf, sofaId, type CasStructure } from './casOf'
import { countCasLosses } from './countCasLosses'
import { readCasJson } from './readCasJson'
import { casTypes, typeSystem } from './typeSystem'

/** UIMA CAS in JSON, version 0.4.0: what INCEpTION reads best. */
export const uimaJson: ExchangeFormat = {
  id: 'uima-json',
  label: 'UIMA CAS JSON (INCEpTION)',
  description:
    'For each article its text, sentences, tokens and annotations as UIMA CAS JSON 0.4.0: for INCEpTION (layers Named entity, Span and Relation), dkpro-cassis and Apache UIMA. Offsets are UTF-16 units.',
  suffix: '.cas',
  extension: 'zip',
  cannotHold: ['discontinuous', 'accept', 'verdict', 'rejected', 'codebook', 'project-memo'],
  writer: { kind: 'files', write: writeCasJson },
  read: readCasJson
}

async function* writeCasJson(input: ExportInput): AsyncGenerator<ExportedFile> {
  const paths = filePaths()
  for await (const document of input.documents()) {
    const path = paths.stem(document.name)
    const flat = flattenFor(document, input)
    countCasLosses(flat, input.lost)
    yield { path: `${path}.json`, pieces: casJson(document.text, casOf(document, flat, `${path}.txt`)) }
  }
  if (input.codes.length > 0) input.lost('codebook', input.codes.length)
  countProjectMemos(input)
}

/** A type and a structure a line: a large file stays legible, and is written in pieces. */
function* casJson(text: string, structures: readonly CasStructure[]): Generator<string> {
  const types = typeSystem.map(({ name, superType, features }) => {
    const described = Object.entries(features).map(([feature, range]) => [
      feature,
      { '%NAME': feature, '%RANGE': range }
    ])
    return `${writeJsonLine(name)}: ${writeJsonLine({ '%NAME': name, '%SUPER_TYPE': superType, ...Object.fromEntries(described) })}`
  })
  yield `{\n"%TYPES": {\n${types.join(',\n')}\n},\n"%FEATURE_STRUCTURES": [\n`
  yield writeJsonLine({
    '%ID': sofaId,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: text
  })
  for (const structure of structures) yield `,\n${writeJsonLine(structureJson(structure))}`
  const members = structures.map(({ id }) => id)
  yield `\n],\n"%VIEWS": ${writeJsonLine({ _InitialView: { '%SOFA': sofaId, '%MEMBERS': members } })}\n}\n`
}

function structureJson({ id, type, span, features, references }: CasStructure): unknown {
  return {
    '%ID': id,
    '%TYPE': type,
    ...(type === casTypes.document && { '%FLAGS': ['DocumentAnnotation'] }),
    '@sofa': sofaId,
    begin: span.start,
    end: span.end,
    ...(type === casTypes.document && { language: 'x-unspecified' }),
    ...features,
    ...Object.fromEntries(Object.entries(references).map(([name, other]) => [`@${name}`, other]))
  }
}
