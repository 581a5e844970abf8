import { filePaths } from '../../filePaths'
import type { ExchangeFormat, ExportedFile, ExportInput } from '../../format'
import { countProjectMemos } from '../../projectMemos'
import { teiDocument } from './teiDocument'

/**
 * TEI P5, an article a file: https://tei-c.org/guidelines/p5/. The text of `body` is the article's, character by character. Mentions and
 * quotes that do not cross are elements in it (`persName`, `placeName`, `orgName`, `rs`, `said`); all others are `span`s beside it, between
 * anchors. Both have their features by `ana`, entities are lists, codes a taxonomy.
 */
export const tei: ExchangeFormat = {
  id: 'tei',
  label: 'TEI P5',
  description:
    'Texts with mentions and quotes as elements, and everything else as stand-off markup, for digital editions',
  suffix: '.tei',
  extension: 'zip',
  cannotHold: ['project-memo', 'verdict', 'rejected', 'character'],
  writer: { kind: 'files', write: writeTei }
}

async function* writeTei(input: ExportInput): AsyncGenerator<ExportedFile> {
  const paths = filePaths()
  for await (const document of input.documents())
    yield { path: `${paths.stem(document.name)}.xml`, pieces: teiDocument(document, input) }
  countProjectMemos(input)
}
