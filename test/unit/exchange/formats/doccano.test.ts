import assert from 'node:assert/strict'
import fc from 'fast-check'
import { doccano } from '../../../../src/exchange/formats/labelledLines'
import { arbitraryDocument } from '../arbitraryDocuments'
import { plainDocument, tortureDocuments } from '../documents'
import { comparable } from '../flats'
import { inputOf, written, writtenText } from '../inputs'
import { bothFlats, roundTrip } from '../roundTrip'

interface Line {
  readonly id: number
  readonly text: string
  readonly entities: readonly { id: number; label: string; start_offset: number; end_offset: number }[]
  readonly relations: readonly { id: number; from_id: number; to_id: number; type: string }[]
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('doccano JSONL', () => {
  it('has entities and relations, numbered through the file', async () => {
    const [, line] = await lines([plainDocument(), { ...plainDocument(), name: 'again.txt' }])
    const { text, entities, relations } = line!
    assert.deepEqual(
      entities.map(
        ({ id, label, start_offset, end_offset }) => `${id} ${label}: ${text.slice(start_offset, end_offset)}`
      ),
      [
        '16 Place: LIRA',
        '17 Person: Mara Lind',
        '18 Person: Oren Vail',
        '19 Person: he',
        '20 Person: Lind',
        '21 Quote: "The dam will drown us,"',
        '22 Cue: said',
        '23 Source: Mara Lind, a farmer',
        '24 Quote: the plan,',
        '25 Quote: was sound',
        '26 Cue: said on Monday',
        '27 Source: Prime Minister Oren Vail',
        '28 Quote: "We will build it,"',
        '29 Fear: drown us',
        '30 Memo: wept'
      ]
    )
    assert.deepEqual(
      relations.map(({ id, from_id, to_id, type }) => `${id} ${type} ${from_id} ${to_id}`),
      [
        '9 cue 21 22',
        '10 source 21 23',
        '11 speaker 21 17',
        '12 cue 24 26',
        '13 source 24 27',
        '14 speaker 24 18',
        '15 speaker 28 19',
        '16 sameSpeaker 24 28'
      ]
    )
  })

  it('is one line for each article, whatever is in it', async () => {
    const text = await writtenText(doccano, inputOf(tortureDocuments()))
    assert.equal(text.split(/[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/).length, tortureDocuments().length + 1)
  })

  it('says what it could not hold', async () => {
    const input = inputOf([plainDocument()])
    await written(doccano, input)
    assert.deepEqual(input.losses(), { discontinuous: 1, memo: 1, codebook: 3 })
  })

  it('gives back what was written', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), async (document) => {
        const { before, after, text } = await bothFlats(doccano, document)
        assert.equal(text, document.text)
        assert.deepEqual(comparable(after), comparable(before))
      }),
      { numRuns: 150 }
    )
  })

  it('gives it back when doccano has numbered anew and a person has added and deleted', async () => {
    const [line] = await lines([plainDocument()])
    const entities = line!.entities
      .filter(({ id }) => id !== 7 && id !== 10)
      .map((entity) => ({ ...entity, id: entity.id + 100 }))
    const relations = line!.relations.map((each) => ({ ...each, from_id: each.from_id + 100, to_id: each.to_id + 100 }))
    const added = { id: 999, label: 'Irony', start_offset: 0, end_offset: 3 }
    const edited = JSON.stringify({ ...line, entities: [added, ...entities], relations })
    const { documents, codes, problems } = await doccano.read!([{ path: 'all.jsonl', bytes: bytes(edited) }])
    const [{ name, text, flat }] = documents as [Required<(typeof documents)[0]>]
    assert.equal(name, 'dam.txt')
    assert.deepEqual(
      flat.spans
        .slice(5)
        .map(({ label, pieces, features }) =>
          [label, ...pieces.map(({ start, end }) => text!.slice(start, end)), features['name'] ?? ''].join(' / ')
        ),
      [
        'Quote / "The dam will drown us," / Mara Lind',
        'Source / Mara Lind, a farmer / ',
        'Quote / the plan, / Oren Vail',
        'Cue / said on Monday / ',
        'Source / Prime Minister Oren Vail / ',
        'Quote / "We will build it," / Oren Vail',
        'Fear / drown us / ',
        'Memo / wept / ',
        'Memo / ',
        'Irony / Dam / '
      ]
    )
    assert.deepEqual(codes, [
      { id: 'urn:code:fear', name: 'Fear' },
      { id: 'Irony', name: 'Irony' }
    ])
    assert.deepEqual(problems, [{ file: 'all.jsonl', message: 'Relations of other kinds are left out', count: 1 }])
  })

  it('reads the simple form, and tells what does not fit', async () => {
    const file =
      '{"text":"\u{1F600} Ann of Rome","label":[[2,5,"PER"],[9,13,"LOC"],[9,99,"LOC"],[1],null],"filename":"a.txt"}\r\n' +
      '{"data":"No.","label":[[0,2,"NO"]]}\n[]\nnonsense\n{"label":[]}\n'
    const { documents, problems } = await doccano.read!([{ path: 'all.jsonl', bytes: bytes(file) }])
    assert.deepEqual(
      documents.map(({ name, text, flat }) => [
        name,
        ...flat!.spans.map(
          ({ layer, label, pieces: [piece] }) => `${layer} ${label} ${text!.slice(piece!.start, piece!.end)}`
        )
      ]),
      [
        ['a.txt', 'mention Person Ann', 'mention Place Rome'],
        ['all.jsonl#2', 'code NO No']
      ]
    )
    assert.deepEqual(
      problems.map(({ message, count }) => `${message} ${count}`),
      ['Annotations are not inside of the text 3', 'Lines could not be read 2', 'A line has no text 1']
    )
  })

  it('never throws', async () => {
    const keys = fc.constantFrom('text', 'entities', 'label', 'relations', 'details', 'name', '__proto__', 'Comments')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.dictionary(keys, fc.jsonValue())), async (all) => {
        const file = all.map((each) => JSON.stringify({ text: 'x', ...each })).join('\n')
        const { documents } = await doccano.read!([{ path: 'x.jsonl', bytes: bytes(file) }])
        assert.ok(documents.length <= all.length)
      })
    )
    const { problems } = await doccano.read!([{ path: 'x.jsonl', bytes: new Uint8Array([0xff, 0xfe]) }])
    assert.deepEqual(problems, [{ file: 'x.jsonl', message: 'It is not in UTF-8', count: 1 }])
  })

  it('gives back all documents with their names and codes', async () => {
    const { documents, codes, problems } = await roundTrip(doccano, tortureDocuments(), {})
    assert.deepEqual(problems, [])
    assert.deepEqual(
      documents.map(({ name }) => name),
      tortureDocuments().map(({ name }) => name)
    )
    assert.equal(codes.length, 3)
  })

  it('keeps annotations of one number, and tells of it', async () => {
    const entity = (start_offset: number, end_offset: number) => ({ id: 7, label: 'Person', start_offset, end_offset })
    const line = JSON.stringify({ text: 'Mara met Oren.', entities: [entity(0, 4), entity(9, 13)] })
    const { documents, problems } = await doccano.read!([{ path: 'a.jsonl', bytes: bytes(line) }])
    assert.deepEqual(
      documents[0]!.flat!.spans.map(({ pieces }) => pieces),
      [[{ start: 0, end: 4 }], [{ start: 9, end: 13 }]]
    )
    assert.deepEqual(problems, [
      { file: 'a.jsonl', message: 'Annotations have the number of another one, which has their relations', count: 1 }
    ])
  })
})

async function lines(documents: Parameters<typeof inputOf>[0]): Promise<readonly Line[]> {
  const text = await writtenText(doccano, inputOf(documents))
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}
