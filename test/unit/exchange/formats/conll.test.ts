import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { AnnotationDocument } from '../../../../src/exchange/document'
import { conll, conllIob1 } from '../../../../src/exchange/formats/conll'
import type { ReadDocument } from '../../../../src/exchange/importing/readDocument'
import { arbitraryDocument } from '../arbitraryDocuments'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { inputOf, written, writtenText } from '../inputs'
import { roundTrip } from '../roundTrip'

const bytes = (text: string) => new TextEncoder().encode(text)

const people = documentOf({
  name: 'a b.txt',
  text: 'Lira Ann Berg Tom met.\nRain fell on Lira.',
  entities: [
    { id: 'e1', name: 'Ann Berg' },
    { id: 'e2', name: 'Tom' },
    { id: 'e3', name: 'Lira', type: 'place' }
  ],
  mentions: [
    { words: 'Lira', entity: 'e3', type: 'place' },
    { words: 'Ann Berg', entity: 'e1' },
    { words: 'Ann', entity: 'e1' },
    { words: 'Tom', entity: 'e2' },
    { words: 'ira', nth: 2, entity: 'e3', type: 'place' }
  ]
})

suite('CoNLL-2003 columns', () => {
  test('have a word and its tag in each line, an empty line after each sentence', async () => {
    assert.deepEqual((await writtenText(conll, inputOf([people]))).split('\n'), [
      '-DOCSTART- a%20b.txt -X- O',
      '',
      'Lira _ O B-LOC',
      'Ann _ O B-PER',
      'Berg _ O I-PER',
      'Tom _ O B-PER',
      'met _ O O',
      '. _ O O',
      '',
      'Rain _ O O',
      'fell _ O O',
      'on _ O O',
      'Lira _ O B-LOC',
      '. _ O O',
      '',
      ''
    ])
    assert.deepEqual((await writtenText(conllIob1, inputOf([people]))).split('\n').slice(2, 7), [
      'Lira _ O I-LOC',
      'Ann _ O I-PER',
      'Berg _ O I-PER',
      'Tom _ O B-PER',
      'met _ O O'
    ])
  })

  test('say what they could not hold', async () => {
    const input = inputOf([people, plainDocument()])
    await written(conll, input)
    assert.deepEqual(input.losses(), {
      overlap: 1,
      'word-edges': 2,
      quote: 3,
      speaker: 3,
      link: 1,
      entity: 10,
      code: 1,
      memo: 3,
      status: 1,
      codebook: 3
    })
  })

  test('have four columns in every line, whatever the text holds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), async (document) => {
        const text = await writtenText(conll, inputOf([document]))
        // As Python's str.splitlines and str.split cut.
        const lines = text.split(/[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/)
        const rows = lines.map((line) => line.split(/[\s\x1c-\x1f\x85]+/).filter((field) => field !== ''))
        assert.ok(rows.every((row) => row.length === 0 || row.length === 4))
        assert.equal(rows.filter((row) => row.length === 4).length, document.tokens.length + 1)
        assert.equal(lines.filter((line) => line.startsWith('-DOCSTART-')).length, 1)
      }),
      { numRuns: 150 }
    )
  })

  test('give back the mentions that are written, longest first', async () => {
    for (const format of [conll, conllIob1]) {
      await fc.assert(
        fc.asyncProperty(arbitraryDocument(), async (document) => {
          const { documents, problems } = await roundTrip(format, [document])
          assert.deepEqual(problems, [])
          assert.deepEqual(mentionsRead(documents[0]!), longestMentions(document))
        }),
        { numRuns: 150 }
      )
    }
  })

  test('do not take a word of the text for the beginning of a document', async () => {
    const document = documentOf({ text: '-DOCSTART-\n\nRain -X- fell.' })
    const { documents } = await roundTrip(conll, [document])
    assert.equal(documents.length, 1)
  })

  test('give back all documents with their names', async () => {
    const { documents, problems } = await roundTrip(conllIob1, tortureDocuments())
    assert.deepEqual(problems, [])
    assert.deepEqual(
      documents.map(({ name }) => name),
      tortureDocuments().map(({ name }) => name)
    )
    assert.deepEqual(
      documents.map((each) => mentionsRead(each)),
      tortureDocuments().map(longestMentions)
    )
  })

  test('are read in the schemes of others', async () => {
    const schemes = {
      iob1: 'I-PER I-PER B-PER O I-LOC I-MISC',
      bio: 'B-PER I-PER B-PER O B-LOC B-MISC',
      bioes: 'B-PER E-PER S-PER O S-LOC S-MISC',
      bilou: 'B-PER L-PER U-PER O U-LOC U-MISC'
    }
    const words = ['Ann', 'Berg', 'Tom', 'met', 'Rome', 'Games']
    for (const [name, tags] of Object.entries(schemes)) {
      const rows = words.map((word, index) => `${word}\tNN\t${tags.split(' ')[index]}\r\n`).join('')
      const { documents, codes, problems } = await conll.read!([
        { path: `${name}.conll`, bytes: bytes(`${rows}\r\nbad\n`) }
      ])
      const [{ text, flat, name: called }] = documents as [Required<ReadDocument>]
      assert.equal(called, `${name}.conll#0`)
      assert.equal(text, 'Ann Berg Tom met Rome Games\n')
      assert.deepEqual(
        flat.spans.map(
          ({ layer, label, pieces: [piece] }) => `${layer} ${label} ${text.slice(piece!.start, piece!.end)}`
        ),
        ['mention Person Ann Berg', 'mention Person Tom', 'mention Place Rome', 'code MISC Games']
      )
      assert.deepEqual(codes, [{ id: 'MISC', name: 'MISC' }])
      assert.deepEqual(problems, [{ file: `${name}.conll`, message: 'Lines could not be read', count: 1 }])
    }
  })

  test('are read whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('-DOCSTART-', '%', ' ', '\n', 'x', 'I-', 'B-A', 'O', '\t', '\u2028')),
        async (parts) => {
          await conll.read!([{ path: 'x.conll', bytes: bytes(parts.join('')) }])
        }
      )
    )
    const { problems } = await conll.read!([{ path: 'x.conll', bytes: new Uint8Array([0xff]) }])
    assert.equal(problems.length, 1)
  })
})

function mentionsRead({ text, flat }: ReadDocument): readonly string[] {
  return flat!.spans.map(({ label, pieces: [piece] }) => `${label}: ${text!.slice(piece!.start, piece!.end)}`)
}

/** By a rule of its own: of the words that a mention touches, those of one sentence together; the longest first, then the first. */
function longestMentions({ annotations, tokens, sentences, text }: AnnotationDocument): readonly string[] {
  const labels = { person: 'Person', group: 'Group', organization: 'Organization', place: 'Place' }
  const taken = new Set<number>()
  const kept: (readonly [label: string, words: readonly number[]])[] = []
  const candidates = annotations.flatMap((annotation) => {
    if (annotation.layer !== 'mention') return []
    const [{ start, end } = { start: 0, end: 0 }] = annotation.spans
    const words = tokens.flatMap((token, index) => (token.start < end && token.end > start ? [index] : []))
    return [[labels[annotation.type], words] as const]
  })
  candidates.sort(([, a], [, b]) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
  for (const [label, words] of candidates) {
    if (words.length === 0 || words.some((word) => taken.has(word))) continue
    for (const word of words) taken.add(word)
    for (const sentence of sentences) {
      const inSentence = words.filter(
        (word) => tokens[word]!.start >= sentence.start && tokens[word]!.end <= sentence.end
      )
      if (inSentence.length > 0) kept.push([label, inSentence])
    }
  }
  return kept
    .sort(([, a], [, b]) => a[0]! - b[0]!)
    .map(([label, words]) => {
      const shown = words.map((word) => text.slice(tokens[word]!.start, tokens[word]!.end))
      return `${label}: ${shown.map((word) => word.replace(/[\s\p{Cc}\p{Z}]/gu, '\uFFFD')).join(' ')}`
    })
}
