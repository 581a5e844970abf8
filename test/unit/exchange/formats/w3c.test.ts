import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseW3CTextAnnotation } from '@recogito/text-annotator'
import jsonld from 'jsonld'
import type { AnnotationDocument } from '../../../../src/exchange/document'
import { w3c } from '../../../../src/exchange/formats/w3c'
import type { GivenFile } from '../../../../src/exchange/importing/readDocument'
import { offsetTable } from '../../../../src/exchange/offsets'
import { code as economy, everyKind, text as everyText } from '../../annotations/disk/decisions'
import { w3cContext } from '../../annotations/disk/w3cContext'
import { arbitraryDocument } from '../arbitraryDocuments'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { inputOf, testCodes, written, writtenText } from '../inputs'
import { roundTrip } from '../roundTrip'

interface Item {
  readonly id: string
  readonly target: object
}

const decided: AnnotationDocument = {
  ...documentOf({ name: 'news/M\u00FCller: 100 %?.txt', text: everyText }),
  decisions: everyKind
}
const itemsOf = (text: string) => (JSON.parse(text) as { readonly items: readonly Item[] }).items

describe('Web annotations', () => {
  it('give back the same decisions, with their articles', async () => {
    const { documents, codes, problems } = await roundTrip(w3c, [plainDocument(), decided], { codes: [economy] })
    assert.deepEqual(documents[1], { name: decided.name, text: null, decisions: everyKind })
    assert.deepEqual(codes, [{ id: economy.id, name: economy.name, color: economy.color }])
    assert.deepEqual(
      problems.map(({ message, count }) => `${message} (${count})`),
      ['suggestions of the engine, which nobody has decided (6)']
    )
  })

  it('are in order, each once, in the same bytes', async () => {
    const all = [plainDocument(), decided, ...tortureDocuments()]
    const text = await writtenText(w3c, inputOf(all))
    const items = itemsOf(text)
    const expected = all.reduce(
      (sum, { annotations, decisions }) =>
        sum + decisions.length + annotations.filter(({ status }) => status === 'suggested' || !decisions.length).length,
      0
    )
    assert.equal(items.length, expected)
    assert.equal(new Set(items.map(({ id }) => id)).size, expected)
    assert.equal(text, await writtenText(w3c, inputOf(all)))
    assert.deepEqual(itemsOf(await writtenText(w3c, inputOf([]))), [])
    assert.deepEqual(itemsOf(await writtenText(w3c, inputOf([documentOf({ text: '' }), plainDocument()]))).length, 11)
  })

  it('are JSON-LD in safe mode', async () => {
    const documentLoader = (url: string) => {
      assert.equal(url, 'http://www.w3.org/ns/anno.jsonld')
      return Promise.resolve({ contextUrl: undefined, documentUrl: url, document: w3cContext() })
    }
    const options = { safe: true, documentLoader } as jsonld.Options.Expand
    const json = JSON.parse(
      await writtenText(w3c, inputOf([plainDocument(), decided, ...tortureDocuments()]))
    ) as jsonld.JsonLdDocument
    const [page] = await jsonld.expand(json, options)
    const items = JSON.stringify(page!['http://www.w3.org/ns/activitystreams#items'])
    assert.ok(everyKind.every(({ id }) => items.includes(`"@id":"${id}"`)))
    await assert.rejects(jsonld.expand({ ...json, '@context': 'http://www.w3.org/ns/anno.jsonld' }, options))
  })

  it("are on their words by Recogito's parser, which counts as it was written", async () => {
    const compare = async (document: AnnotationDocument) => {
      const points = [...document.text]
      const expected = document.annotations.flatMap(({ spans }) =>
        spans.map(({ start, end }) => document.text.slice(start, end))
      )
      const found = itemsOf(await writtenText(w3c, inputOf([document]))).flatMap((item) => {
        if (!('selector' in item.target) && !Array.isArray(item.target)) return []
        const { parsed, error } = parseW3CTextAnnotation(
          item as unknown as Parameters<typeof parseW3CTextAnnotation>[0]
        )
        assert.equal(error, undefined)
        return parsed!.target.selector.map(({ quote, start, end }) => {
          assert.equal(points.slice(start, end).join(''), quote)
          return quote
        })
      })
      assert.deepEqual(found, expected)
    }
    for (const document of [plainDocument(), ...tortureDocuments()]) await compare(document)
    await fc.assert(fc.asyncProperty(arbitraryDocument(), compare), { numRuns: 50 })
  })

  it('of a decided annotation come back as decisions, on their words', async () => {
    const { documents } = await roundTrip(w3c, [plainDocument()])
    const { text } = plainDocument()
    assert.deepEqual(
      documents[0]!.decisions!.map(
        (decision) =>
          `${decision.kind} ${decision.creator}: ${decision.target.map(({ start, end }) => text.slice(start, end)).join('|')}`
      ),
      ['mention Ana: Oren Vail', 'quote Ben: "We will build it,"', 'code Ana: drown us', 'memo Ana: wept', 'memo Ana: ']
    )
  })
})

const read = async (json: unknown) => {
  const file: GivenFile = {
    path: 'a.json',
    bytes: new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json))
  }
  const { documents, codes, problems } = await w3c.read!([file])
  return [
    ...codes.map(({ name }) => `code ${name}`),
    ...documents.flatMap(({ name, decisions }) =>
      decisions!.map(({ target, creator, created, id: _, ...content }) => {
        const places = target.map(({ exact, start, end }) => `${exact}@${start}-${end}`).join('|')
        return `${name} ${creator} ${created.slice(0, 10)} ${places}: ${
          'kind' in content
            ? Object.entries(content)
                .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
                .join(', ')
            : ''
        }`
      })
    ),
    ...problems.map(({ message, count }) => `! ${message}${count ? ` (${count})` : ''}`)
  ]
}

const selector = [
  { type: 'TextQuoteSelector', exact: 'Obama', prefix: 'Mr ' },
  { type: 'TextPositionSelector', start: 3, end: 8 }
]

describe('Web annotations of other programs', () => {
  it('are a list of tags and comments, as Recogito writes them', async () => {
    const target = { source: 'https://example.org/texts/obama%20speaks.txt?x=1', selector }
    assert.deepEqual(
      await read([
        {
          '@context': 'http://www.w3.org/ns/anno.jsonld',
          id: 'a1',
          type: 'Annotation',
          created: '2025-02-03T04:05:06Z',
          creator: { id: 'u', name: 'Dee' },
          body: [
            { type: 'TextualBody', purpose: 'tagging', value: 'PER' },
            { type: 'TextualBody', purpose: 'tagging', value: 'power' },
            { type: 'TextualBody', purpose: 'commenting', value: 'Why?' }
          ],
          target
        },
        { type: 'Annotation', motivation: 'tagging', bodyValue: 'hope', target: [target] },
        { type: 'Annotation', body: { type: 'TextualBody', value: 'Only words' }, target: 'https://example.org/b.txt' }
      ]),
      [
        'code power',
        'code hope',
        'example.org/texts/obama speaks.txt Dee 2025-02-03 Obama@3-8: kind "mention", type "person", acting false',
        'example.org/texts/obama speaks.txt Dee 2025-02-03 Obama@3-8: kind "code", code "power"',
        'example.org/texts/obama speaks.txt Dee 2025-02-03 Obama@3-8: kind "memo", text "Why?"',
        'example.org/texts/obama speaks.txt   Obama@3-8: kind "code", code "hope"',
        'example.org/b.txt   : kind "memo", text "Only words"'
      ]
    )
  })

  it("are Hypothesis' rows", async () => {
    assert.deepEqual(
      await read({
        total: 2,
        rows: [
          {
            id: 'x',
            user: 'acct:dee@hypothes.is',
            created: '2025-02-03T04:05:06.123456+00:00',
            uri: 'file:///home/dee/a.txt',
            text: 'Strong',
            tags: ['fear'],
            target: [{ source: 'file:///home/dee/a.txt', selector: [{ type: 'RangeSelector' }, ...selector] }]
          },
          { id: 'y', text: 'Yes', references: ['x'], target: [{ source: 'file:///home/dee/a.txt' }] }
        ]
      }),
      [
        'code fear',
        'home/dee/a.txt dee 2025-02-03 Obama@3-8: kind "code", code "fear", memo "Strong"',
        '! replies to other annotations (1)'
      ]
    )
  })

  it('tell what cannot be read of them', async () => {
    const target = (...selectors: object[]) => ({ source: 'a.txt', selector: selectors })
    assert.deepEqual(
      await read([
        { body: 'x', target: target({ type: 'TextPositionSelector', start: 1, end: 2 }) },
        { target: target(...selector) },
        null,
        5
      ]),
      ['! annotations without the words that they are about (1)', '! annotations without a tag or a comment (3)']
    )
    assert.deepEqual(await read('{"a": 1}'), ['! It has no annotations'])
    assert.match((await read('{"items": [')).join(), /^! /)
    assert.deepEqual(await read('['.repeat(1000)), ['! It is nested too deeply'])
  })

  it('keep prototypes as they are, and never throw', async () => {
    const evil =
      '{"items":[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"target":{"__proto__":{"source":"a"}},"tags":["__proto__"]}]}'
    await read(evil)
    assert.equal(({} as { polluted?: number }).polluted, undefined)
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        async (value) => void (await read({ items: [value, { target: value, body: value }] }))
      )
    )
  })
})

describe('Offsets of Web annotations', () => {
  it('are code points, as the standard wants', async () => {
    const document = tortureDocuments()[0]!
    const table = offsetTable(document.text)
    const items = itemsOf(await writtenText(w3c, inputOf([document], { codes: testCodes })))
    const [first] = items as unknown as readonly { target: { selector: readonly { start?: number }[] } }[]
    assert.equal(first!.target.selector[1]!.start, table.codePoint(document.annotations[0]!.spans[0]!.start))
    assert.equal((await written(w3c, inputOf([document]))).length, 1)
  })
})
