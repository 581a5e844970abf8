import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Span } from '../../../../src/article'
import type { FlatDocument } from '../../../../src/exchange/flat/flatDocument'
import { brat, bratInception } from '../../../../src/exchange/formats/brat'
import { labelOfType, typeOfLabel } from '../../../../src/exchange/formats/brat/typeNames'
import { unpack } from '../../../../src/exchange/reading/zip'
import { arbitraryDocument } from '../arbitraryDocuments'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { comparable, without } from '../flats'
import { inputOf, written, writtenText } from '../inputs'
import { bothFlats, roundTrip } from '../roundTrip'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('brat standoff', () => {
  it('has a line for each span, relation, attribute, reference and note', async () => {
    const lines = (await writtenText(brat, inputOf([plainDocument()]), 'dam.ann')).split('\n')
    assert.deepEqual(
      lines.filter((line) => line.startsWith('T')),
      [
        'T1\tPlace 25 29\tLIRA',
        'T2\tPerson 84 93\tMara Lind',
        'T3\tPerson 120 129\tOren Vail',
        'T4\tPerson 56 58\the',
        'T5\tPerson 214 218\tLind',
        'T6\tQuote 54 78\t"The dam will drown us,"',
        'T7\tCue 79 83\tsaid',
        'T8\tSource 84 103\tMara Lind, a farmer',
        'T9\tQuote 145 154;173 182\tthe plan, was sound',
        'T10\tCue 130 144\tsaid on Monday',
        'T11\tSource 105 129\tPrime Minister Oren Vail',
        'T12\tQuote 185 204\t"We will build it,"',
        'T13\tFear 68 76\tdrown us',
        'T14\tMemo 219 223\twept'
      ]
    )
    assert.deepEqual(
      lines.filter((line) => line.startsWith('R')),
      [
        'R1\tcue Arg1:T6 Arg2:T7',
        'R2\tsource Arg1:T6 Arg2:T8',
        'R3\tspeaker Arg1:T6 Arg2:T2',
        'R4\tcue Arg1:T9 Arg2:T10',
        'R5\tsource Arg1:T9 Arg2:T11',
        'R6\tspeaker Arg1:T9 Arg2:T3',
        'R7\tspeaker Arg1:T12 Arg2:T4',
        'R8\tsameSpeaker Arg1:T9 Arg2:T12'
      ]
    )
    for (const line of [
      'A1\tform T1 name',
      'N1\tReference T3 Wikidata:Q42\tOren Vail',
      '#1\tFeatures T1\t{"entity":"lira","name":"Lira","confidence":0.9}',
      '#10\tAnnotatorNotes T13\tstrong word',
      '#12\tAnnotatorNotes T14\tIs this a quote?\\nNo.'
    ])
      assert.ok(lines.includes(line), line)
    assert.equal(lines.at(-1), '')
  })

  it('brings the configuration of the server, with the codebook', async () => {
    const input = inputOf([plainDocument()])
    const annotation = await writtenText(brat, input, 'annotation.conf')
    assert.match(
      annotation,
      /^\[entities\]\nPerson\nOrganization\nGroup\nPlace\nQuote\nCue\nSource\nMemo\nFear\n\tEmoji__x1F600_\n/
    )
    assert.match(annotation, /\n\[relations\]\n[^[]+\n\[events\]\n\[attributes\]\nacting\tArg:/)
    assert.match(
      await writtenText(brat, input, 'visual.conf'),
      /\nEmoji__x1F600_ \| Emoji \u{1F600}\n.*\nFear\tbgColor:#c02040\n/su
    )
  })

  it('says what it could not hold', async () => {
    const input = inputOf([plainDocument()])
    await written(brat, input)
    assert.deepEqual(input.losses(), { memo: 1, codebook: 1 })
    const forInception = inputOf([plainDocument()])
    await written(bratInception, forInception)
    assert.deepEqual(forInception.losses(), { memo: 1, discontinuous: 1, codebook: 3 })
  })

  it('has every span on its words, in code points, as brat reads the file', async () => {
    const documents = tortureDocuments()
    const files = await written(brat, inputOf(documents))
    const texts = files.filter(({ path }) => path.endsWith('.txt'))
    assert.equal(texts.length, documents.length)
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    let count = 0
    for (const [index, { path, bytes }] of texts.entries()) {
      const text = decoder.decode(bytes)
      assert.equal(text, documents[index]!.text)
      const annotations = files.find((file) => file.path === path.replace(/\.txt$/, '.ann'))!
      count += checkAsBrat(decoder.decode(annotations.bytes), [...text])
    }
    assert.ok(count > 20)
  })

  it('is for INCEpTION a zip for each article, in UTF-16 units, without what stops its reader', async () => {
    const documents = tortureDocuments()
    const zips = await written(bratInception, inputOf(documents))
    assert.equal(zips.length, documents.length)
    for (const [index, zip] of zips.entries()) {
      const { files } = await unpack([zip])
      const [text, annotations]: readonly string[] = files.map((file) =>
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
      )
      assert.equal(text, documents[index]!.text)
      assert.deepEqual(
        files.map(({ path }) => path.replace(/^[^/]*\./, '')),
        ['txt', 'ann']
      )
      // The patterns of its classes BratTextAnnotation, BratRelationAnnotation and BratNoteAnnotation.
      for (const line of annotations!.split('\n').slice(0, -1)) {
        const span = /^T[0-9]+\t[a-zA-Z0-9_][a-zA-Z0-9_-]* ([0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*)\t(.*)$/u.exec(line)
        const isKnown =
          span ??
          /^R[0-9]+\t[a-zA-Z_][a-zA-Z0-9_-]+ [a-zA-Z][a-zA-Z0-9]+:[TE][0-9]+ [a-zA-Z][a-zA-Z0-9]+:[TE][0-9]+$/.exec(
            line
          ) ??
          /^#[0-9]+\t[a-zA-Z_][a-zA-Z0-9_-]+ [ETR][0-9]+\t.*$/u.exec(line)
        assert.ok(isKnown, line)
        if (!span) continue
        const words: readonly string[] = span[1]!.split(';').map((pair) => {
          const [start, end] = pair.split(' ').map(Number)
          return text.slice(start, end)
        })
        assert.equal(words.join(' '), span[2])
      }
    }
  })

  it('gives back what was written', async () => {
    for (const format of [brat, bratInception]) {
      await fc.assert(
        fc.asyncProperty(arbitraryDocument(), async (document) => {
          const { before, after, text } = await bothFlats(format, document)
          assert.equal(text, document.text)
          assert.deepEqual(comparable(after), comparable(asBratHolds(before, document.text)))
        }),
        { numRuns: 150 }
      )
    }
  })

  it('gives back all documents with their names and codes', async () => {
    const documents = tortureDocuments()
    for (const format of [brat, bratInception]) {
      const { documents: read, codes, problems } = await roundTrip(format, documents)
      assert.deepEqual(problems, [])
      assert.deepEqual(
        read.map(({ name }) => name),
        ['torture/emoji \u{1F600}.txt', '=cmd__x_.txt', 'overlaps.txt', 'empty.txt', 'nothing found.txt']
      )
      assert.deepEqual(
        codes.map(({ id, name }) => `${id} ${name}`),
        ['urn:code:emoji Emoji \u{1F600}', 'urn:code:fear Fear', 'urn:code:hostile =cmd ]]> "x" </b>']
      )
    }
  })

  it('reads what others wrote: their labels are codes, their units are found by the words', async () => {
    const text = '\u{1F600} Ann went to Rome.\r\n'
    const annotations =
      'T1\tPER 2 5\tAnn\nT2\tGPE 14 18\tRome\nT3\tMoves_To 6 10;14 18\twent Rome\nR1\tLives Arg1:T1 Arg2:T2\n' +
      'E1\tMoves_To:T3 Who:T1\n*\tEquiv T1 T2\nN1\tReference T1 Wikidata:Q7\tAnn\n#1\tAnnotatorNotes T3\ta\\nb\nnonsense\n' +
      'A1\tNegation T3\nT4\tPER 90 95\tGhost\n'
    const utf16 = annotations.replace('2 5', '3 6').replace('14 18\tR', '15 19\tR').replace('6 10;14 18', '7 11;15 19')
    for (const found of [annotations, utf16]) {
      const { documents, codes, problems } = await brat.read!([
        { path: 'a/x.txt', bytes: bytes(text) },
        { path: 'a/x.ann', bytes: bytes(found) },
        { path: 'a/lonely.ann', bytes: bytes('') }
      ])
      assert.deepEqual(
        documents[0]!.flat!.spans.map(({ layer, label, pieces, features, note }) =>
          [
            layer,
            label,
            pieces.map(({ start, end }) => documents[0]!.text!.slice(start, end)).join('/'),
            JSON.stringify(features),
            note
          ].join(' ')
        ),
        [
          'mention Person Ann {"name":"Ann","identity":"https://www.wikidata.org/entity/Q7"} ',
          'mention Place Rome {} ',
          'code Moves_To went/Rome {} a\\nb'
        ]
      )
      assert.deepEqual(codes, [{ id: 'Moves_To', name: 'Moves_To' }])
      assert.deepEqual(
        problems.map(({ file, message, count }) => `${file}: ${message} ${count ?? ''}`),
        [
          'a/x.ann: Lines could not be read 1',
          'a/x.ann: Events and equivalences are left out 2',
          'a/x.ann: Annotations are not inside of the text 1',
          'a/x.ann: Relations of other kinds are left out 1',
          'a/lonely.ann: Its text file is missing '
        ]
      )
    }
  })

  it('has for every label a name of a type, and the way back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[ x5_\-A!]*$/)), (label) => {
        const type = typeOfLabel(label)
        assert.match(type, /^[A-Za-z0-9_][A-Za-z0-9_-]*$/)
        assert.equal(labelOfType(type), label)
      })
    )
  })

  it('never throws', async () => {
    const hostile = [
      '',
      '\u0000',
      'T1',
      'T1\tA 5 1\tx',
      'T1\t 0 1\t',
      '#1\tFeatures T1\t{"__proto__":{"code":1}',
      'R1\tcue Arg1:T1'
    ]
    const lines = fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string()), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fc.string(), lines, async (text, found) => {
        const files = [
          { path: 'x.txt', bytes: bytes(text) },
          { path: 'x.ann', bytes: bytes(found.join('\n')) }
        ]
        const { documents } = await brat.read!(files)
        assert.equal(documents.length, 1)
      })
    )
    const { problems } = await brat.read!([{ path: 'x.ann', bytes: new Uint8Array([0xff]) }])
    assert.equal(problems.length, 1)
  })

  it('has one file of an article whose name is that of another', async () => {
    const [a, b] = [documentOf({ name: 'A/x.txt', text: 'One.' }), documentOf({ name: 'a/X.txt', text: 'Two.' })]
    const files = await written(brat, inputOf([a, b]))
    assert.deepEqual(
      files.map(({ path }) => path),
      ['A/x.txt', 'A/x.ann', 'a/X-2.txt', 'a/X-2.ann', 'annotation.conf', 'visual.conf']
    )
  })
})

/** The rules of brat's own reader (server/src/annotation.py), which counts code points; the number of spans. */
function checkAsBrat(annotations: string, text: readonly string[]): number {
  const ids = new Set<string>()
  // Python's readlines of a file that was opened by its module codecs.
  const lines = annotations.split(/[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/)
  assert.equal(lines.pop(), '')
  let count = 0
  for (const line of lines) {
    const [id, data, ...tail] = line.split('\t')
    assert.match(id!, /^[A-Z#][0-9]+$/)
    assert.ok(!ids.has(id!), id)
    ids.add(id!)
    if (!id!.startsWith('T')) continue
    count++
    assert.equal(tail.length, 1)
    const words = data!
      .slice(data!.indexOf(' ') + 1)
      .split(';')
      .map((pair) => {
        const [start, end] = pair.split(' ').map(Number)
        return text.slice(start, end).join('')
      })
    assert.equal(words.join(' '), tail[0])
    for (const word of words) assert.equal(word, word.trim())
  }
  return count
}

const blank = /^[\s\x1c-\x1f\x85]*$/
const lineEnd = /[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/

/** Without blanks at the edges of pieces; pieces between which there is but the end of a line are one. */
function asBratHolds(flat: FlatDocument, text: string): FlatDocument {
  const spans = flat.spans.map((span) => {
    const pieces: Span[] = []
    for (let { start, end } of span.pieces) {
      while (start < end && blank.test(text[start]!)) start++
      while (start < end && blank.test(text[end - 1]!)) end--
      if (start === end) continue
      const before = pieces.at(-1)
      const gap = before ? text.slice(before.end, start) : 'x'
      if (before && blank.test(gap) && lineEnd.test(gap)) pieces[pieces.length - 1] = { start: before.start, end }
      else pieces.push({ start, end })
    }
    return { ...span, pieces }
  })
  return without({ ...flat, spans }, ({ pieces }) => pieces.length === 0)
}
