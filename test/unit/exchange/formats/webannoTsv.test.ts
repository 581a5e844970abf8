import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Span } from '../../../../src/article'
import type { AnnotationDocument } from '../../../../src/exchange/document'
import type { FlatDocument } from '../../../../src/exchange/flat/flatDocument'
import { flatten } from '../../../../src/exchange/flat/flatten'
import { webannoTsv } from '../../../../src/exchange/formats/webannoTsv'
import type { ReadDocument } from '../../../../src/exchange/importing/readDocument'
import { arbitraryDocument } from '../arbitraryDocuments'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { inputOf, testCodes, written, writtenText } from '../inputs'
import { roundTrip } from '../roundTrip'

const bytes = (text: string) => new TextEncoder().encode(text)

const withSentences = documentOf({
  name: 'short.txt',
  text: 'Ann Berg said it *rained*\nin Rome.\n\nTom said no.',
  entities: [
    { id: 'e1', name: 'Ann Berg', identity: 'https://example.org/a_b' },
    { id: 'e2', name: 'Tom' }
  ],
  mentions: [
    { words: 'Ann Berg', entity: 'e1' },
    { words: 'Tom', entity: 'e2' }
  ],
  quotes: [
    { words: 'it *rained*\nin Rome', cue: 'said', source: 'Ann Berg', speaker: 'e1' },
    { words: 'no', source: 'Tom', speaker: 'e2' }
  ],
  codings: [{ words: 'rained', code: 'urn:code:hostile' }]
})

/** With a sentence that goes over a line end. */
const short: AnnotationDocument = {
  ...withSentences,
  sentences: [
    { start: 0, end: 34 },
    { start: 36, end: 48 }
  ]
}

suite('WebAnno TSV 3.3', () => {
  test('has words in rows and layers in columns', async () => {
    const text = await writtenText(webannoTsv, inputOf([short]), 'short.tsv')
    const shown = text.replaceAll('\t', ' ').split('\n')
    assert.deepEqual(shown, [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value',
      '#T_SP=custom.Span|label',
      '#T_RL=custom.Relation|label|BT_custom.Span',
      '',
      '',
      '#Text=Ann Berg said it *rained*',
      '#Text=in Rome.',
      '1-1 0-3 Ann https://example.org/a\\_b[1] Person[1] Source[3] source 1-4[2_3] ',
      '1-2 4-8 Berg https://example.org/a\\_b[1] Person[1] Source[3] _ _ ',
      '1-3 9-13 said _ _ Cue cue 1-4[2_0] ',
      '1-4 14-16 it _ _ Quote[2] _ _ ',
      '1-5 17-18 * _ _ Quote[2] _ _ ',
      '1-6 18-24 rained _ _ Quote[2]|=cmd \\]\\]> "x" </b>[4] _ _ ',
      '1-7 24-25 * _ _ Quote[2] _ _ ',
      '1-8 26-28 in _ _ Quote[2] _ _ ',
      '1-9 29-33 Rome _ _ Quote[2] _ _ ',
      '1-10 33-34 . _ _ _ _ _ ',
      '',
      '#Text=Tom said no.',
      '2-1 36-39 Tom * Person Source source 2-3 ',
      '2-2 40-44 said _ _ _ _ _ ',
      '2-3 45-47 no _ _ Quote _ _ ',
      '2-4 47-48 . _ _ _ _ _ ',
      ''
    ])
  })

  test('says what it could not hold', async () => {
    const input = inputOf([plainDocument()])
    await written(webannoTsv, input)
    assert.deepEqual(input.losses(), {
      discontinuous: 1,
      'word-edges': 1,
      speaker: 3,
      entity: 5,
      memo: 3,
      status: 5,
      codebook: 3
    })
  })

  test('has rows that its readers take, whatever the text holds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), async (document) => {
        const [head, ...sentences] = (await writtenText(webannoTsv, inputOf([document]))).split('\n\n')
        assert.equal(head!.split('\n').length, 4)
        let offset = 0
        for (const [number, sentence] of sentences.filter((each) => each !== '').entries()) {
          const lines = sentence.split('\n').filter((line) => line !== '')
          const rows = lines.filter((line) => !line.startsWith('#Text='))
          assert.ok(rows.length > 0)
          for (const [index, row] of rows.entries()) {
            const fields = row.split('\t')
            assert.equal(fields.length, 9) // the last one is empty: each row ends with a tab
            assert.equal(fields[0], `${number + 1}-${index + 1}`)
            const [start, end] = fields[1]!.split('-').map(Number)
            assert.ok(offset <= start! && start! < end!)
            offset = end!
          }
        }
      }),
      { numRuns: 150 }
    )
  })

  test('gives back spans on whole words, and relations among them, at the same offsets', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), async (document) => {
        const { documents, problems } = await roundTrip(webannoTsv, [document])
        assert.deepEqual(problems, [])
        const { text, flat } = documents[0]!
        for (const { start, end } of document.tokens)
          assert.equal(text!.slice(start, end), document.text.slice(start, end))
        assert.deepEqual(shown(flat!), asTsvHolds(document))
      }),
      { numRuns: 200 }
    )
  })

  test('gives back all documents with their names', async () => {
    const { documents, problems } = await roundTrip(webannoTsv, tortureDocuments())
    assert.deepEqual(problems, [])
    assert.deepEqual(
      documents.map(({ name }) => name),
      ['torture/emoji \u{1F600}.txt', '=cmd__x_.txt', 'overlaps.txt', 'empty.txt', 'nothing found.txt']
    )
    assert.deepEqual(
      documents.map(({ flat }) => shown(flat!)),
      tortureDocuments().map(asTsvHolds)
    )
  })

  test('is read as others write it: parts of words, slots, chains, grammar', async () => {
    const rows = [
      '#FORMAT=WebAnno TSV 3.2',
      '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue',
      '#T_SP=webanno.custom.Frame|kind|ROLE_webanno.custom.Frame:arg_webanno.custom.ArgLink|webanno.custom.Arg',
      '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value',
      '#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceType|referenceRelation',
      '#T_RL=de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency|DependencyType|BT_de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS',
      '#T_RL=webanno.custom.Link|label|BT_webanno.custom.Frame',
      '',
      '',
      '#Sentence.id=1',
      '#Text=Rome\\tgoes on',
      '1-1\t2-6\tRome\tNNP\t_\t_\t_\tB-LOC\t*->1-1\t*\tnsubj\t1-2\t_\t_\t',
      '1-1.1\t2-4\tRo\t_\tneg\\|a[1]|*[2]\t*\t*\tLOC\t_\t_\t_\t_\t_\t_\t',
      '1-2\t7-11\tgoes\tVBZ\tneg\\|a[1]\t*\t*\t_\t_\t_\t_\t_\tcue|odd\t1-1[1_1]|1-1[2_1]\t',
      'nonsense'
    ].join('\r\n')
    const { documents, codes, problems } = await webannoTsv.read!([
      { path: 'a/x.tsv', bytes: bytes(rows) },
      { path: 'other.tsv', bytes: bytes('a\tb') }
    ])
    const [{ name, text, flat }] = documents as [ReadDocument]
    assert.equal(name, 'a/x.txt')
    assert.equal(text, '  Rome\tgoes on')
    assert.deepEqual(
      flat!.spans.map(
        ({ layer, label, pieces: [piece] }) => `${layer} ${label}: ${text.slice(piece!.start, piece!.end)}`
      ),
      ['code B-LOC: Rome', 'code neg|a: Rome\tgoes', 'code Frame: Ro', 'mention Place: Ro']
    )
    assert.equal(flat!.relations.length, 1)
    assert.deepEqual(
      codes.map(({ id }) => id),
      ['B-LOC', 'neg|a', 'Frame']
    )
    assert.deepEqual(
      problems.map(({ file, message, count }) => `${file}: ${message} ${count}`),
      [
        'a/x.tsv: Lines could not be read 1',
        'a/x.tsv: Relations of other kinds are left out 1',
        'a/x.tsv: Layers of chains are left out 1',
        'other.tsv: It is no WebAnno TSV 3 1'
      ]
    )
  })

  test('is read whatever it holds', async () => {
    const parts = fc.constantFrom(
      '#T_SP=',
      '#T_RL=a|',
      '#T_CH=x|y',
      '#Text=a\\',
      '1-1\t0-999999999\tx\t',
      '1-1\t0-1\ta\t',
      '_',
      '[1]',
      '*',
      '|',
      '\\',
      '\n',
      '[1_2]',
      '\t'
    )
    await fc.assert(
      fc.asyncProperty(fc.array(parts), async (all) => {
        await webannoTsv.read!([{ path: 'x.tsv', bytes: bytes(`#FORMAT=WebAnno TSV 3.3\n${all.join('')}`) }])
      })
    )
  })
})

function shown({ spans, relations }: FlatDocument) {
  const places = new Map(spans.map(({ id, label, pieces: [piece] }) => [id, `${label} ${piece?.start}-${piece?.end}`]))
  return {
    spans: spans
      .map(({ id, layer, features }) => `${layer} ${places.get(id)} ${String(features['identity'] ?? '')}`)
      .sort(),
    relations: relations.map(({ label, from, to }) => `${label}: ${places.get(from)} -> ${places.get(to)}`).sort()
  }
}

/** Each piece as a span of its own on the words that it touches; pieces that touch the same word are one. */
function asTsvHolds(document: AnnotationDocument) {
  const { spans, relations } = flatten(document, testCodes)
  const held = spans.flatMap(({ id, layer, label, pieces, features }) => {
    const grown: Span[] = []
    for (const { start, end } of pieces) {
      const touched = document.tokens.filter((token) => token.start < end && token.end > start)
      if (touched.length === 0) continue
      const piece = { start: touched[0]!.start, end: touched.at(-1)!.end }
      const before = grown.at(-1)
      if (before && before.end > piece.start) grown[grown.length - 1] = { start: before.start, end: piece.end }
      else grown.push(piece)
    }
    const identity = layer === 'mention' && features['identity'] !== undefined ? { identity: features['identity'] } : {}
    return grown.map((piece, index) => ({
      id: index === 0 ? id : `${id}/${index}`,
      layer,
      label,
      pieces: [piece],
      features: identity
    }))
  })
  const known = new Set(held.map(({ id }) => id))
  return shown({
    spans: held,
    relations: relations.filter(({ label, from, to }) => label !== 'speaker' && known.has(from) && known.has(to))
  })
}
