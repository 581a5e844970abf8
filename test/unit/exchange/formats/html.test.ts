import assert from 'node:assert/strict'
import fc from 'fast-check'
import { shownText } from '../../../../src/article'
import type { AnnotationDocument } from '../../../../src/exchange/document'
import type { ExportInput } from '../../../../src/exchange/format'
import { htmlReport } from '../../../../src/exchange/formats/html'
import { arbitraryDocument } from '../arbitraryDocuments'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { inputOf, writtenText } from '../inputs'
import { attribute, elementsIn, highlightsIn, readPage, textIn, type PageElement, type ReadPage } from './readPage'

describe('the HTML report', () => {
  it('has an overview, the sources with their quotes, then the articles', async () => {
    const { elements } = await pageOf([plainDocument(), documentOf({ name: 'empty.txt', text: '' })])
    assert.deepEqual(
      elements.flatMap((element) =>
        /^h[1-4]$/.test(element.tagName) ? [`${element.tagName} ${textIn(element)}`] : []
      ),
      [
        ...['h1 Test articles', 'h2 Overview', 'h3 Who is quoted', 'h3 When', 'h3 Codes', 'h3 All articles'],
        ...['h2 Sources and their quotes', 'h3 Oren Vail', 'h3 Mara Lind'],
        ...['h2 Articles', 'h3 1 Dam plan divides valley', 'h4 Who and where', 'h3 2 empty.txt']
      ]
    )
  })

  it('has the text of an article as it stands, and beside it a note on each quote, coding and memo', async () => {
    const article = articleOf(await pageOf([plainDocument()]), 1)
    const lines = elementsIn(article)
      .filter(({ tagName }) => tagName === 'p' || tagName === 'li')
      .map((element) => textIn(element).replace(/\s+/g, ' ').trim())
    assert.deepEqual(lines.slice(1, -1), [
      'Memo added by Ana, 2026-11-20About the whole article',
      'About the whole article',
      'LIRA, March 3, 2026 (Aven) - "The dam will drown us," said Mara Lind, a farmer. Prime Minister Oren Vail said on Monday the plan, which took years, was sound.',
      '1 Mara Lind direct \u00B7 said',
      'Fear \u201Cdrown us\u201D added by Ana, 2026-11-20strong word',
      'strong word',
      '2 Oren Vail indirect \u00B7 said on Monday',
      '"We will build it," he said. Lind wept.',
      '3 Oren Vail direct \u00B7 changed by Ben, 2026-11-21',
      'Memo \u201Cwept\u201D added by Ana, 2026-11-20Is this a quote? No.',
      'Is this a quote? No.',
      ...['Mara Lind, a farmer 2', 'Oren Vail 2', 'Lira 1']
    ])
  })

  it('leads from the overview to each quote and back, and nowhere else', async () => {
    const { elements } = await pageOf([...tortureDocuments(), plainDocument()])
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? [])
    assert.equal(new Set(ids).size, ids.length, 'an id is there twice')
    const links = elements.flatMap((element) => attribute(element, 'href') ?? [])
    assert.deepEqual(
      links.filter((link) => !link.startsWith('#') || !ids.includes(link.slice(1))),
      []
    )
    const speakers = elements.filter((element) => attribute(element, 'class') === 'speaker')
    const toQuotes = speakers
      .flatMap(elementsIn)
      .flatMap((element) => attribute(element, 'href')?.match(/-q\d+$/) ?? [])
    assert.equal(toQuotes.length, 3 + 4)
  })

  it('shows every span on its right words, of texts of every kind', async () => {
    await assertHighlights([...tortureDocuments(), plainDocument()])
  })

  it('shows every span on its right words (property)', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), (document) => assertHighlights([document])),
      { numRuns: 60 }
    )
  })

  it('shows Markdown as a reader sees it', async () => {
    const text = 'Anna **Berg** said &amp; left'
    const document: AnnotationDocument = {
      ...documentOf({ text, entities: [{ id: 'e1', name: 'Anna Berg' }], mentions: [{ words: 'Anna **Berg' }] }),
      markup: [
        { start: 5, end: 7, shown: '' },
        { start: 11, end: 13, shown: '' },
        { start: 19, end: 24, shown: '&' }
      ]
    }
    const article = articleOf(await pageOf([document]), 1)
    assert.equal(highlightsIn(article).get('m1'), 'Anna Berg')
    assert.match(textIn(article), /Anna Berg said & left/)
  })

  for (const text of [
    '</style><script>x</script>',
    '"><img src=x onerror=x>',
    "' onclick='x",
    '&lt;b&gt;',
    '<!--',
    '\0\u0085\uFFFE'
  ])
    it(`keeps ${JSON.stringify(text)} as text everywhere`, async () => {
      const hostile = await pageOf([everywhere(text)], changesOf(text))
      const harmless = await pageOf([everywhere('xx')], changesOf('xx'))
      assert.deepEqual(hostile.errors, [])
      assert.deepEqual(shapeOf(hostile), shapeOf(harmless))
    })

  it('says what it lost', async () => {
    const document = documentOf({ text: 'A \u0001 b.', memos: [{ words: [], text: 'n\u0002\u0003' }] })
    const rejected = [{ about: 'quote' as const, spans: [], creator: 'Ana', created: '2026-11-20T10:00:00.000Z' }]
    const input = inputOf([{ ...document, rejected }])
    await writtenText(htmlReport, input)
    assert.deepEqual(input.losses(), { character: 3, rejected: 1 })
  })

  it('grows with the number of annotations on the same words, not with its square', async () => {
    const text = 'word '.repeat(2000)
    const document = documentOf({ text })
    const coding = plainDocument().annotations.find(({ layer }) => layer === 'code')!
    const codings = Array.from({ length: 2000 }, (_, index) => ({
      ...coding,
      id: `c${index}`,
      spans: [{ start: index, end: text.length - 1 - index }]
    }))
    const page = await writtenText(htmlReport, inputOf([{ ...document, annotations: codings }]))
    assert.ok(page.length < 3_000_000, `${page.length} characters`)
  })
})

/** Hostile words wherever an export may have words of others. */
function everywhere(text: string): AnnotationDocument {
  const document = documentOf({
    name: `n${text}`,
    text: `T${text}\n\nW${text}X said Y${text}Z.\n`,
    entities: [
      { id: `e${text}`, name: `N${text}`, aliases: [`L${text}`], descriptions: [`D${text}`], identity: 'urn:i' }
    ],
    mentions: [{ words: `W${text}X`, entity: `e${text}` }],
    quotes: [
      {
        words: `Y${text}Z`,
        cue: 'said',
        source: `W${text}X`,
        speaker: `e${text}`,
        creator: `C${text}`,
        status: 'accepted'
      }
    ],
    codings: [{ words: `W${text}X`, code: `urn:code:${text}`, memo: `M${text}` }],
    memos: [{ words: 'said', text: `O${text}` }]
  })
  const head = {
    ...document.head,
    headline: `H${text}`,
    authors: [`A${text}`],
    agency: `G${text}`,
    places: [`P${text}`],
    date: `D${text}`
  }
  return { ...document, head, paragraphs: document.paragraphs.map((each) => ({ ...each, role: 'body' })) }
}

function changesOf(text: string): Partial<ExportInput> {
  const made = { creator: `C${text}`, created: '2026-11-20T10:00:00.000Z' }
  return {
    title: `T${text}`,
    codes: [
      { id: `urn:code:${text}`, name: `K${text}`, color: `red;${text}`, description: `D${text}`, order: 1, ...made }
    ],
    memos: ['', `urn:code:${text}`, 'urn:i'].map((about) => ({ id: about, about, text: `M${text}`, ...made })),
    registry: [{ iri: 'urn:i', name: `N${text}`, type: 'person', same: [`javascript:${text}`], ...made }]
  }
}

/** Every element with the names of its attributes, and the values of those that browsers act on. */
function shapeOf({ elements }: ReadPage): readonly string[] {
  return elements.map(({ tagName, attrs }) => {
    const acting = attrs.map(({ name, value }) =>
      /^(?:href|id|class|style|content)$/.test(name) ? `${name}=${value}` : name
    )
    return `${tagName} ${acting.join(' ')}`
  })
}

async function assertHighlights(documents: readonly AnnotationDocument[]): Promise<void> {
  const page = await pageOf(documents)
  assert.deepEqual(page.errors, [])
  documents.forEach((document, index) => {
    const found = highlightsIn(articleOf(page, index + 1))
    const expected = new Map<string, string>()
    for (const annotation of document.annotations) {
      const words = (spans: AnnotationDocument['annotations'][number]['spans']) =>
        spans.map((span) => shownText(document, span)).join('')
      expected.set(annotation.id, words(annotation.spans))
      if (annotation.layer !== 'quote') continue
      if (annotation.cue) expected.set(`${annotation.id}.cue`, words(annotation.cue))
      if (annotation.source) expected.set(`${annotation.id}.source`, words(annotation.source))
    }
    assert.deepEqual(seen(found), seen(expected))
  })
}

/** White space between paragraphs is none of the page's text, and characters that HTML forbids are U+FFFD. */
function seen(words: ReadonlyMap<string, string>): readonly string[] {
  return [...words]
    .map(([id, text]) => [id, text.replace(/[\s\p{Cc}\uFFFD]+/gu, '')] as const)
    .filter(([, text]) => text !== '')
    .map(([id, text]) => `${id}: ${text}`)
    .sort()
}

async function pageOf(documents: readonly AnnotationDocument[], changes: Partial<ExportInput> = {}): Promise<ReadPage> {
  return readPage(await writtenText(htmlReport, inputOf(documents, changes)))
}

function articleOf({ elements }: ReadPage, number: number): PageElement {
  return elements.find((element) => attribute(element, 'id') === `a${number}`)!
}
