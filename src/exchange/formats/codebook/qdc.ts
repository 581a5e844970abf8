import type { ExchangeFormat, ExportInput } from '../../format'
import type { GivenFile, ReadCode, ReadProblem, ReadResult } from '../../importing/readDocument'
import { childOf, readXml } from '../../reading/xml'
import { xmlWriter } from '../../xml'
import { ownRootName } from '../refiQda/ownCodes'
import { guidOf } from '../../guid'
import { countNamesakes, namesakesBecomeOne, readCodeElements } from './readCodes'
import { writeCodes } from './writeCodes'

/** The codebook of REFI-QDA: `../shared/schemas/Codebook.repaired.xsd`. */
export const qdc: ExchangeFormat = {
  id: 'qdc',
  label: 'REFI-QDA codebook',
  description: 'The codebook alone, for MAXQDA, ATLAS.ti, NVivo and other QDA programs',
  suffix: '',
  extension: 'qdc',
  cannotHold: ['project-memo', 'character'],
  writer: { kind: 'file', write: writeCodebook },
  read: readCodebook
}

// eslint-disable-next-line @typescript-eslint/require-await -- formats write in pieces; a codebook needs no waiting
async function* writeCodebook({ codes, memos, lost }: ExportInput): AsyncGenerator<string> {
  const xml = xmlWriter((count) => lost('character', count))
  yield xml.declaration
  yield xml.open('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Article Annotator' })
  yield xml.open('Codes')
  // The schema has no codebook without a code.
  if (codes.length === 0) yield xml.leaf('Code', { guid: emptyGuid, name: ownRootName, isCodable: false })
  yield* writeCodes(xml, codes)
  yield xml.close()
  yield xml.close()
  const ids = new Set(codes.map(({ id }) => id))
  const about = memos.filter((memo) => ids.has(memo.about)).length
  if (about > 0) lost('project-memo', about)
}

const emptyGuid = guidOf('no code')

async function readCodebook(files: readonly GivenFile[]): Promise<ReadResult> {
  const codes: ReadCode[] = []
  const problems: ReadProblem[] = []
  for (const { path, bytes } of files) {
    const xml = await readXml(bytes)
    if ('problem' in xml) problems.push({ file: path, message: xml.problem })
    else if (xml.root.name !== 'CodeBook') problems.push({ file: path, message: 'It is no codebook of REFI-QDA' })
    else {
      const found = readCodeElements(childOf(xml.root, 'Codes')).filter(({ guid }) => guid !== emptyGuid)
      const named = found.filter(({ code }) => code.name.trim() !== '')
      codes.push(...named.map(({ code }) => code))
      const nameless = found.length - named.length
      const namesakes = countNamesakes(named)
      if (namesakes > 0) problems.push({ file: path, message: namesakesBecomeOne, count: namesakes })
      if (nameless > 0) problems.push({ file: path, message: 'Codes have no name', count: nameless })
    }
  }
  return { documents: [], codes, problems }
}
