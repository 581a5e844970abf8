import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AnnotationDocument } from '../../src/exchange/document'
import { flatten } from '../../src/exchange/flat/flatten'
import type { ExchangeFormat } from '../../src/exchange/format'
import { conll, conllIob1 } from '../../src/exchange/formats/conll'
import { doccano, prodigy } from '../../src/exchange/formats/labelledLines'
import { plainDocument, tortureDocuments } from '../unit/exchange/documents'
import { inputOf, testCodes, writtenText } from '../unit/exchange/inputs'

const documents = [plainDocument(), ...tortureDocuments()]

// Debian's Python, which knows the packages that Debian installs.
const python = '/usr/bin/python3'

suite('Python', () => {
  let folder: string
  setup(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'python-'))
  })
  teardown(() => rmSync(folder, { recursive: true }))

  /** What a program prints, as JSON, that gets the file's path. */
  async function printed(format: ExchangeFormat, program: string, exported = documents): Promise<unknown> {
    const file = path.join(folder, 'export')
    writeFileSync(file, await writtenText(format, inputOf(exported)))
    return JSON.parse(execFileSync(python, ['-c', program, file], { encoding: 'utf8' })) as unknown
  }

  test('slices our words out of doccano and Prodigy lines', async () => {
    for (const [format, places, exported] of [
      [doccano, "[(e['label'], e['start_offset'], e['end_offset']) for e in line['entities']]", documents],
      [prodigy, "[(e['label'], e['start'], e['end']) for e in line['spans']]", documents.map(onWholeWords)]
    ] as const) {
      const program = `
import json, sys
with open(sys.argv[1], encoding='utf-8') as file:
    lines = [json.loads(line) for line in file.read().splitlines()]
print(json.dumps([[[label, line['text'][start:end]] for label, start, end in ${places}] for line in lines]))
`
      assert.deepEqual(await printed(format, program, exported), exported.map(wordsOf))
    }
  })

  // NLTK's reader of CoNLL corpora makes trees of the tags.
  test('finds with NLTK the mentions in both schemes of CoNLL columns', async () => {
    const program = `
import json, os, sys
from nltk.corpus.reader.conll import ConllCorpusReader
folder, name = os.path.split(sys.argv[1])
reader = ConllCorpusReader(folder, [name], ('words', 'pos', 'ignore', 'chunk'))
found = []
for sentence in reader.chunked_sents():
    found += [[tree.label(), ' '.join(word for word, tag in tree)] for tree in sentence if hasattr(tree, 'label')]
print(json.dumps([len(reader.words()), found]))
`
    const types = { person: 'PER', organization: 'ORG', place: 'LOC', group: 'GROUP' }
    const mentions = documents.flatMap(({ annotations, text, tokens }) =>
      annotations.flatMap((annotation) => {
        if (annotation.layer !== 'mention') return []
        const { start, end } = annotation.spans[0]!
        const words = tokens.filter((token) => token.start < end && token.end > start)
        return [[types[annotation.type], words.map((word) => text.slice(word.start, word.end)).join(' ')] as const]
      })
    )
    const count = documents.reduce((sum, { tokens }) => sum + tokens.length, 0) // it leaves -DOCSTART- out
    for (const format of [conll, conllIob1])
      assert.deepEqual(sorted(await printed(format, program)), sorted([count, mentions]))
  })
})

function wordsOf(document: AnnotationDocument): readonly (readonly [string, string])[] {
  return flatten(document, testCodes).spans.flatMap(({ label, pieces }) =>
    pieces.map(({ start, end }) => [label, document.text.slice(start, end)] as const)
  )
}

/** Without the annotations that begin or end within a word: those of Prodigy grow to whole words. */
function onWholeWords(document: AnnotationDocument): AnnotationDocument {
  const isEdge = (edge: 'start' | 'end', offset: number) => document.tokens.some((token) => token[edge] === offset)
  const isWhole = ({ spans }: AnnotationDocument['annotations'][number]) =>
    spans.every(({ start, end }) => isEdge('start', start) && isEdge('end', end))
  return { ...document, annotations: document.annotations.filter(isWhole) }
}

function sorted(found: unknown): unknown {
  const [count, mentions] = found as readonly [number, readonly (readonly [string, string])[]]
  return [count, mentions.map((mention) => mention.join(': ')).sort()]
}
