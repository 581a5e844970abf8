import { flattenFor } from '../../flat/flattenFor'
import type { ExchangeFormat, ExportInput } from '../../format'
import { countProjectMemos } from '../../projectMemos'
import { conllLines, type ConllScheme } from './conllLines'
import { countConllLosses } from './countConllLosses'
import { readConll } from './readConll'

const shared = {
  suffix: '',
  extension: 'conll',
  cannotHold: [
    'quote',
    'speaker',
    'link',
    'entity',
    'code',
    'memo',
    'status',
    'accept',
    'verdict',
    'overlap',
    'discontinuous',
    'word-edges',
    'rejected',
    'character',
    'codebook',
    'project-memo'
  ],
  read: readConll
} as const

/** The four columns of CoNLL-2003, where every mention begins with B-. */
export const conll: ExchangeFormat = {
  ...shared,
  id: 'conll',
  label: 'CoNLL-2003 columns (BIO)',
  description:
    'All mentions of people, organizations, groups and places, a word in each line with its tag (BIO, also called IOB2): for trainers and scorers of named entities, and INCEpTION. Of mentions that overlap the longest is kept.',
  writer: { kind: 'file', write: (input) => writeConll(input, 'bio2') }
}

/** The same as the original data has it: B- only where a mention follows one of its own type at once. */
export const conllIob1: ExchangeFormat = {
  ...shared,
  id: 'conll-iob1',
  label: 'CoNLL-2003 columns (IOB1)',
  description:
    'As CoNLL-2003 columns, but tagged as the original data is (IOB1): B- stands only where a mention follows another of its own type at once.',
  suffix: '.iob1',
  writer: { kind: 'file', write: (input) => writeConll(input, 'iob1') }
}

async function* writeConll(input: ExportInput, scheme: ConllScheme): AsyncGenerator<string> {
  for await (const document of input.documents()) {
    const flat = flattenFor(document, input)
    countConllLosses(flat, input.lost)
    yield* conllLines(document, flat, scheme, input.lost)
  }
  if (input.codes.length > 0) input.lost('codebook', input.codes.length)
  countProjectMemos(input)
}
