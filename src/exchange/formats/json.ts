import { countDecisionLosses } from '../decisionLosses'
import type { ExchangeFormat, ExportInput } from '../format'
import { writeJsonLine } from '../jsonLine'
import { articleJson } from './articleJson'

/** One object: the articles, each on a line of its own, then what is about all of them. */
export const json: ExchangeFormat = {
  id: 'json',
  label: 'JSON',
  description: 'everything in one file, with the texts and all offsets, for scripts',
  suffix: '',
  extension: 'json',
  cannotHold: ['verdict'],
  writer: { kind: 'file', write: writeJson }
}

async function* writeJson(input: ExportInput): AsyncGenerator<string> {
  const { title, now, offsets, codes, registry, memos } = input
  const head = writeJsonLine({ title, exported: now, offsets })
  yield `${head.slice(0, -1)},"articles":[`
  let separator = '\n'
  for await (const document of input.documents()) {
    yield `${separator}${writeJsonLine(articleJson(document, codes, offsets))}`
    separator = ',\n'
    countDecisionLosses(document, input, ['verdict'])
  }
  yield `\n],\n"codes":${writeJsonLine(codes)},\n"entities":${writeJsonLine(registry)},\n"memos":${writeJsonLine(memos)}}\n`
}
