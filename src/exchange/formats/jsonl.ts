import { countDecisionLosses } from '../decisionLosses'
import type { ExchangeFormat, ExportInput } from '../format'
import { writeJsonLine } from '../jsonLine'
import { countProjectMemos } from '../projectMemos'
import { articleJson } from './articleJson'

/** The articles of `json`, one a line. Codes have their names, but what else is about them has no place. */
export const jsonl: ExchangeFormat = {
  id: 'jsonl',
  label: 'JSON Lines',
  description: 'an article a line, with its text and all offsets, for scripts that read line by line',
  suffix: '',
  extension: 'jsonl',
  cannotHold: ['verdict', 'codebook', 'project-memo'],
  writer: { kind: 'file', write: writeJsonLines }
}

async function* writeJsonLines(input: ExportInput): AsyncGenerator<string> {
  const { offsets, codes, registry } = input
  const left = codes.length + registry.length
  if (left > 0) input.lost('codebook', left)
  countProjectMemos(input)
  for await (const document of input.documents()) {
    yield `${writeJsonLine(articleJson(document, codes, offsets))}\n`
    countDecisionLosses(document, input, ['verdict'])
  }
}
