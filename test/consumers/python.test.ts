import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatOf } from '../../src/exchange'
import { plainDocument, tortureDocuments } from '../unit/exchange/documents'
import { inputOf, written } from '../unit/exchange/inputs'

const documents = [plainDocument(), ...tortureDocuments()]

/** Prints the words of each span, of each article, as Python slices them: by code points. */
const script = `
import json, sys
path, kind = sys.argv[1:]
with open(path, encoding='utf-8', newline='') as file:
    articles = json.load(file)['articles'] if kind == 'json' else [json.loads(line) for line in file.read().splitlines()]
print(json.dumps([
    [[article['text'][start:end] for start, end in spans] for spans in
        [[(mention['start'], mention['end'])] for mention in article['mentions']]
        + [spans for quote in article['quotes'] for spans in (quote['content'], quote['cue'] or [], quote['source'] or [])]
        + [coding['spans'] for coding in article['codings']]
        + [memo['spans'] for memo in article['memos']]]
    for article in articles]))
`

describe('Python', () => {
  let folder: string

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'consumers-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  for (const id of ['json', 'jsonl'] as const)
    it(`has each span of ${id} on its words, with offsets in code points`, async () => {
      const format = formatOf(id) ?? assert.fail(id)
      const [file] = await written(format, inputOf(documents, { offsets: 'codepoints' }))
      const path = join(folder, `all.${id}`)
      writeFileSync(path, file?.bytes ?? assert.fail('nothing written'))
      const output = execFileSync('python3', ['-c', script, path, id], { encoding: 'utf8' })
      assert.deepEqual(JSON.parse(output), documents.map(wordsOf))
    })
})

function wordsOf({ text, annotations }: (typeof documents)[number]): readonly (readonly string[])[] {
  const layer = (wanted: string) => annotations.filter((annotation) => annotation.layer === wanted)
  const words = (spans: readonly { start: number; end: number }[] | null) =>
    (spans ?? []).map(({ start, end }) => text.slice(start, end))
  return [
    ...layer('mention').map(({ spans }) => words(spans)),
    ...layer('quote').flatMap((quote) =>
      quote.layer === 'quote' ? [words(quote.spans), words(quote.cue), words(quote.source)] : []
    ),
    ...layer('code').map(({ spans }) => words(spans)),
    ...layer('memo').map(({ spans }) => words(spans))
  ]
}
