import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { AnnotationDocument } from '../../../../src/exchange/document'
import type { FlatDocument } from '../../../../src/exchange/flat/flatDocument'
import { prodigy } from '../../../../src/exchange/formats/labelledLines'
import { arbitraryDocument } from '../arbitraryDocuments'
import { plainDocument, tortureDocuments } from '../documents'
import { comparable } from '../flats'
import { inputOf, written, writtenText } from '../inputs'
import { bothFlats, roundTrip } from '../roundTrip'

interface Place {
  readonly start: number
  readonly end: number
  readonly label: string
  readonly token_start: number
  readonly token_end: number
}

interface Line {
  readonly text: string
  readonly tokens: readonly { text: string; start: number; end: number; id: number; ws: boolean }[]
  readonly spans: readonly Place[]
  readonly relations: readonly { head: number; child: number; head_span: Place; child_span: Place; label: string }[]
}

const bytes = (text: string) => new TextEncoder().encode(text)

suite('Prodigy JSONL', () => {
  test('has tokens, spans and relations that agree with each other, in code points', async () => {
    for (const document of [plainDocument(), ...tortureDocuments()]) {
      const { text, tokens, spans, relations } = JSON.parse(await writtenText(prodigy, inputOf([document]))) as Line
      assert.equal(text, document.text)
      const characters = [...text]
      for (const [id, token] of tokens.entries()) {
        assert.equal(characters.slice(token.start, token.end).join(''), token.text)
        assert.equal(token.id, id)
      }
      for (const span of spans) {
        assert.equal(tokens[span.token_start]!.start, span.start)
        assert.equal(tokens[span.token_end]!.end, span.end)
      }
      for (const { head, child, head_span, child_span } of relations) {
        assert.equal(head, head_span.token_end)
        assert.equal(child, child_span.token_end)
        for (const end of [head_span, child_span])
          assert.ok(spans.some((span) => JSON.stringify(span) === JSON.stringify(end)))
      }
    }
  })

  test('says of each span what it is, in words', async () => {
    const { text, spans, relations } = JSON.parse(await writtenText(prodigy, inputOf([plainDocument()]))) as Line
    const words = ({ label, start, end }: Place) => `${label}: ${text.slice(start, end)}`
    assert.deepEqual(spans.slice(5, 10).map(words), [
      'Quote: "The dam will drown us,"',
      'Cue: said',
      'Source: Mara Lind, a farmer',
      'Quote: the plan,',
      'Quote: was sound'
    ])
    assert.deepEqual(
      relations
        .slice(0, 3)
        .map(({ label, head_span, child_span }) => `${label}: ${words(head_span)} -> ${words(child_span)}`),
      [
        'cue: Quote: "The dam will drown us," -> Cue: said',
        'source: Quote: "The dam will drown us," -> Source: Mara Lind, a farmer',
        'speaker: Quote: "The dam will drown us," -> Person: Mara Lind'
      ]
    )
  })

  test('says what it could not hold', async () => {
    const input = inputOf(tortureDocuments().slice(2, 3))
    await written(prodigy, input)
    assert.deepEqual(input.losses(), { discontinuous: 2, 'word-edges': 2, codebook: 3 })
  })

  test('gives back what was written on whole words', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument({ tokens: true }), async (document) => {
        const { before, after, text } = await bothFlats(prodigy, document)
        assert.equal(text, document.text)
        assert.deepEqual(byPlace(after), byPlace(before))
      }),
      { numRuns: 150 }
    )
  })

  test('gives back spans within words as whole words', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument({ pieces: false }), async (document) => {
        const { after } = await bothFlats(prodigy, document)
        assert.deepEqual(
          after.spans.flatMap(({ label, pieces }) => pieces.map(({ start, end }) => `${label} ${start}-${end}`)),
          onWords(document).map(({ label, start, end }) => `${label} ${start}-${end}`)
        )
      }),
      { numRuns: 100 }
    )
  })

  test('reads what others wrote, of what they accepted', async () => {
    const file =
      '{"text":"\u{1F600} Ann of Rome","spans":[{"start":2,"end":5,"label":"PERSON"},{"start":9,"end":13,"label":"GPE"}],"answer":"accept"}\n' +
      '{"text":"No.","spans":[{"start":0,"end":2,"label":"X"}],"answer":"reject"}\n{"spans":1}\n'
    const { documents, problems } = await prodigy.read!([{ path: 'all.jsonl', bytes: bytes(file) }])
    assert.deepEqual(
      documents.map(({ name, text, flat }) => [
        name,
        ...flat!.spans.map(
          ({ layer, label, pieces: [piece] }) => `${layer} ${label} ${text!.slice(piece!.start, piece!.end)}`
        )
      ]),
      [['all.jsonl#1', 'mention Person Ann', 'mention Place Rome']]
    )
    assert.deepEqual(
      problems.map(({ message, count }) => `${message} ${count}`),
      ['Answers that were not accepted are left out 1', 'A line has no text 1']
    )
  })

  test('never throws', async () => {
    const keys = fc.constantFrom('text', 'spans', 'relations', 'details', 'meta', '__proto__', 'answer')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.dictionary(keys, fc.jsonValue())), async (all) => {
        const file = all.map((each) => JSON.stringify({ text: 'x', ...each })).join('\n')
        const { documents } = await prodigy.read!([{ path: 'x.jsonl', bytes: bytes(file) }])
        assert.ok(documents.length <= all.length)
      })
    )
  })

  test('gives back all documents with their names', async () => {
    const { documents, problems } = await roundTrip(prodigy, tortureDocuments())
    assert.deepEqual(problems, [])
    assert.deepEqual(
      documents.map(({ name }) => name),
      tortureDocuments().map(({ name }) => name)
    )
  })
})

/** Relations between what stands at the same place under the same label are the same. */
function byPlace(flat: FlatDocument) {
  const place = ({ label, pieces }: FlatDocument['spans'][number]) => `${label} ${pieces[0]?.start}-${pieces[0]?.end}`
  const places = new Map(flat.spans.map((span) => [span.id, place(span)]))
  return {
    spans: comparable(flat)!.spans,
    relations: flat.relations.map(({ label, from, to }) => `${label} ${places.get(from)} ${places.get(to)}`).sort()
  }
}

/** The spans that the document's annotations have when each grows to the words that it touches. */
function onWords({ annotations, tokens }: AnnotationDocument) {
  const labels = { person: 'Person', group: 'Group', organization: 'Organization', place: 'Place' }
  const codes = {
    'urn:code:fear': 'Fear',
    'urn:code:emoji': 'Emoji \u{1F600}',
    'urn:code:hostile': '=cmd ]]> "x" </b>'
  }
  return annotations
    .flatMap((annotation) => {
      switch (annotation.layer) {
        case 'mention':
          return [{ label: labels[annotation.type], spans: annotation.spans }]
        case 'quote':
          return [
            { label: 'Quote', spans: annotation.spans },
            { label: 'Cue', spans: annotation.cue ?? [] },
            { label: 'Source', spans: annotation.source ?? [] }
          ]
        case 'code':
          return [{ label: codes[annotation.code as keyof typeof codes], spans: annotation.spans }]
        case 'memo':
          return [{ label: 'Memo', spans: annotation.spans }]
      }
    })
    .flatMap(({ label, spans: [span] }) => {
      const touched = tokens.filter(({ start, end }) => span && start < span.end && end > span.start)
      return touched.length === 0 ? [] : [{ label, start: touched[0]!.start, end: touched.at(-1)!.end }]
    })
}
