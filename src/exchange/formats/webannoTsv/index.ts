import { filePaths } from '../../filePaths'
import type { FlatDocument } from '../../flat/flatDocument'
import { flattenFor } from '../../flat/flattenFor'
import type { ExchangeFormat, ExportedFile, ExportInput, LossKind } from '../../format'
import { countProjectMemos } from '../../projectMemos'
import { readWebannoTsv } from './readWebannoTsv'
import { tsvLines } from './tsvLines'

/** WebAnno TSV 3.3: words in rows, layers in columns. */
export const webannoTsv: ExchangeFormat = {
  id: 'webanno-tsv',
  label: 'WebAnno TSV 3.3',
  description:
    'For each article a table with a word in each row and the layers Named entity, Span and Relation in columns: for WebAnno, older INCEpTION, and scripts. Spans are whole words, and blank lines of the text are not kept. Offsets are UTF-16 units.',
  suffix: '.webanno',
  extension: 'zip',
  cannotHold: [
    'word-edges',
    'discontinuous',
    'speaker',
    'entity',
    'memo',
    'status',
    'accept',
    'verdict',
    'rejected',
    'codebook',
    'project-memo'
  ],
  writer: { kind: 'files', write: writeWebannoTsv },
  read: readWebannoTsv
}

async function* writeWebannoTsv(input: ExportInput): AsyncGenerator<ExportedFile> {
  const paths = filePaths()
  for await (const document of input.documents()) {
    const flat = flattenFor(document, input)
    countLosses(flat, input.lost)
    yield { path: `${paths.stem(document.name)}.tsv`, pieces: tsvLines(document, flat, input.lost) }
  }
  if (input.codes.length > 0) input.lost('codebook', input.codes.length)
  countProjectMemos(input)
}

/** All but words, labels, identities, and relations among quotes, cues and sources. */
function countLosses({ spans, relations }: FlatDocument, lost: ExportInput['lost']): void {
  const count = (kind: LossKind, all: number) => {
    if (all > 0) lost(kind, all)
  }
  count('speaker', relations.filter(({ label }) => label === 'speaker').length)
  count('entity', spans.filter(({ layer }) => layer === 'mention').length)
  count('memo', spans.filter(({ note }) => note !== undefined).length)
  count('status', spans.filter(({ features }) => (features['status'] ?? 'suggested') !== 'suggested').length)
}
