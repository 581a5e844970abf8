import assert from 'node:assert/strict'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import fc from 'fast-check'
import type { ArticleHead } from '../../../../src/article'
import type { AnnotationDocument } from '../../../../src/exchange/document'
import { bibtex } from '../../../../src/exchange/formats/citations/bibtex'
import { cslJson } from '../../../../src/exchange/formats/citations/cslJson'
import { personName } from '../../../../src/exchange/formats/citations/personName'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { inputOf, writtenText } from '../inputs'

const talks = article('talks/River talks.md', {
  headline: 'River talks break up; mediator sees {deal} 50% & more_or_less ~ C:\\x ^ #1 $2 "now"',
  authors: ['Clara Imhof', 'Ludwig van der Berg Jr.', 'AP', 'Jane and Doe', 'D\u00f3ra \u00c1rv\u00edz'],
  agency: 'Meridian & Sons',
  isoDate: '2026-03-12',
  date: 'March 12, 2026'
})

const undated = article('\u00dcber uns.txt', { headline: null, date: 'Feb. 21' })

describe('a bibliography of the articles', () => {
  it('is BibTeX', async () => {
    assert.equal(
      await writtenText(bibtex, inputOf([plainDocument(), undated])),
      `@article{dam,
  title = {{Dam plan divides valley}},
  journal = {Aven},
  entrysubtype = {newspaper},
  year = {2026},
  month = mar,
  day = {3},
  annote = {dam.txt}
}

@misc{Uber-uns,
  title = {{\u00dcber uns}},
  note = {Feb. 21},
  annote = {\u00dcber uns.txt}
}
`
    )
  })

  it('in BibTeX is read by citation-js: title, authors, date and agency', async () => {
    const [item] = await readBibtex([talks])
    assert.deepEqual(item, {
      key: 'talks-River-talks',
      type: 'article-journal',
      title: talks.head.headline,
      authors: ['Clara|Imhof', 'Ludwig|van der|Berg|Jr.', '|AP', 'Jane|and Doe', 'D\u00f3ra|\u00c1rv\u00edz'],
      agency: 'Meridian & Sons',
      date: [2026, 3, 12]
    })
  })

  it('in CSL JSON is read by citation-js: title, authors, date and agency', async () => {
    const items = await readCsl([talks, plainDocument(), undated])
    assert.deepEqual(items, [
      {
        key: 'talks-River-talks',
        type: 'article-newspaper',
        title: talks.head.headline,
        authors: ['Clara|Imhof', 'Ludwig|van der|Berg|Jr.', '|AP', 'Jane|and|Doe', 'D\u00f3ra|\u00c1rv\u00edz'],
        agency: 'Meridian & Sons',
        date: [2026, 3, 12]
      },
      {
        key: 'dam',
        type: 'article-newspaper',
        title: 'Dam plan divides valley',
        authors: [],
        agency: 'Aven',
        date: [2026, 3, 3]
      },
      { key: 'Uber-uns', type: 'article-newspaper', title: '\u00dcber uns', authors: [], agency: '', date: [] }
    ])
  })

  it('knows a month without a day', async () => {
    const document = article('a.txt', { headline: 'Talks', isoDate: '2026-03', date: 'March 2026' })
    assert.deepEqual((await readBibtex([document]))[0]?.date, [2026, 3])
    assert.deepEqual((await readCsl([document]))[0]?.date, [2026, 3])
  })

  it('has a key of its own for each article, made of its path', async () => {
    const names = ['a b.txt', 'a-b.txt', 'A B.md', '1.txt', '\u65b0\u805e.txt', '}, x = {.txt', 'a b.txt']
    const documents = names.map((name, index) => ({ ...article(name, {}), id: String(index) }))
    const keys = ['a-b', 'a-b-2', 'A-B-3', 'article-1', 'article', 'x', 'a-b-4']
    assert.deepEqual(
      (await readBibtex(documents)).map(({ key }) => key),
      keys
    )
    assert.deepEqual(
      (await readCsl(documents)).map(({ key }) => key),
      keys
    )
  })

  it('has an entry for every hostile article', async () => {
    const documents = tortureDocuments()
    assert.equal((await readBibtex(documents)).length, documents.length)
    assert.equal((await readCsl(documents)).length, documents.length)
  })

  it('of nothing is empty', async () => {
    assert.equal(await writtenText(bibtex, inputOf([])), '')
    assert.equal(await writtenText(cslJson, inputOf([])), '[]\n')
  })

  it('counts what it leaves out', async () => {
    const input = inputOf([plainDocument()])
    await writtenText(cslJson, input)
    assert.deepEqual(input.losses(), { quote: 3, code: 1, memo: 2 })
  })

  it('gives back whatever title it was given (property)', async () => {
    const title = fc
      .string({
        unit: fc.constantFrom(
          'a',
          'B',
          ' ',
          '\\',
          '{',
          '}',
          '"',
          '%',
          '$',
          '&',
          '#',
          '_',
          '~',
          '^',
          '@',
          ',',
          '=',
          '\u{1F600}',
          '\u05d0',
          "'",
          '`',
          '-',
          '<'
        ),
        minLength: 1,
        maxLength: 12
      })
      .map((text) => `x${text.replace(/\s+/g, ' ')}x`)
    await fc.assert(
      fc.asyncProperty(title, async (headline) => {
        const documents = [article('a.txt', { headline })]
        assert.equal((await readCsl(documents))[0]?.title, headline)
        assert.equal((await readBibtex(documents))[0]?.title, headline)
      }),
      { numRuns: 60 }
    )
  })
})

describe('the name of an author', () => {
  const names = [
    ['Clara Imhof', 'Imhof, Clara'],
    ['Ludwig van der Berg', 'van der + Berg, Ludwig'],
    ['MARTIN LUTHER KING Jr.', 'KING, MARTIN LUTHER, Jr.'],
    ['Reuters', 'Reuters'],
    ['de Gaulle', 'Gaulle, de'],
    ['Jos\u00e9 Mar\u00eda de la Cruz III', 'de la + Cruz, Jos\u00e9 Mar\u00eda, III']
  ] as const
  for (const [name, parts] of names)
    it(`${name} is ${parts}`, () => {
      const { family, given, particle, suffix } = personName(name)!
      const last = particle === undefined ? family : `${particle} + ${family}`
      assert.equal([last, given, suffix].filter((part) => part !== undefined).join(', '), parts)
    })

  it('without a word is none', () => assert.equal(personName(' '), undefined))
})

interface Read {
  readonly key: string
  readonly type: string
  readonly title: string
  readonly authors: readonly string[]
  readonly agency: string
  readonly date: readonly number[]
}

interface CslItem {
  readonly id: string
  readonly 'citation-key'?: string
  readonly type: string
  readonly title: string
  readonly author?: readonly Readonly<Record<string, string>>[]
  readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] }
  readonly publisher?: string
  readonly 'container-title'?: string
}

async function readBibtex(documents: readonly AnnotationDocument[]): Promise<readonly Read[]> {
  return read(await writtenText(bibtex, inputOf(documents)), '@bibtex/text')
}

async function readCsl(documents: readonly AnnotationDocument[]): Promise<readonly Read[]> {
  return read(await writtenText(cslJson, inputOf(documents)), '@empty/text')
}

function read(text: string, form: string): readonly Read[] {
  const items = (
    form === '@bibtex/text' ? plugins.input.chain(text, { forceType: form }) : plugins.input.chain(JSON.parse(text))
  ) as CslItem[]
  return items.map((item) => ({
    key: item.id,
    type: item.type,
    title: item.title,
    authors: (item.author ?? []).map(
      ({ family = '', given = '', suffix, 'non-dropping-particle': particle, 'dropping-particle': dropping }) =>
        [given, particle ?? dropping, family, suffix].filter((part) => part !== undefined).join('|')
    ),
    agency: item['container-title'] ?? item.publisher ?? '',
    date: item.issued?.['date-parts']?.[0] ?? []
  }))
}

function article(name: string, head: Partial<ArticleHead>): AnnotationDocument {
  const document = documentOf({ name, text: 'Rain fell.\n' })
  return { ...document, head: { ...document.head, headline: null, ...head } }
}
