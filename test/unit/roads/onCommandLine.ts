import assert from 'node:assert/strict'
import type { AnalyzedArticle } from '../../../src/analysis'
import type { Decided } from '../../../src/annotations'
import { analyzeInputs } from '../../../src/cli/analyzeInputs'
import type { Message } from '../../../src/cli/report'
import { loadTestEngine } from '../../engine'

/** An article as it has come by one of the roads. */
export type Road = AnalyzedArticle & { readonly decided?: Decided | undefined }

/** As the command line has the article of that file, with what is decided beside it. */
export async function onCommandLine(path: string): Promise<Road> {
  const silent = { isTerminal: false, write: () => Promise.resolve(true), end: () => Promise.resolve() }
  const ports = {
    input: none(),
    output: silent,
    errors: silent,
    parts: '',
    bytesOfArgument: () => undefined,
    onInterrupt: () => () => undefined,
    loadEngine: () => loadTestEngine()
  }
  const report = {
    failed: ({ name, message }: Message) => assert.fail(`${name}: ${message}`),
    noted: () => Promise.resolve()
  }
  for await (const { article: found, decided } of analyzeInputs([path], 'files', ports, report))
    return { ...found, ...(decided && { decided }) }
  assert.fail('there is no article')
}

async function* none(): AsyncGenerator<Uint8Array> {}
