import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { AnnotationDocument } from '../../../../src/exchange/document'
import type { ExportInput } from '../../../../src/exchange/format'
import { markdownReport } from '../../../../src/exchange/formats/markdown'
import { item, list, longList, text, toMarkdown } from '../../../../src/exchange/formats/markdown/nodes'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { inputOf, writtenText } from '../inputs'

describe('the Markdown report', () => {
  it('has a list of any length without a gap', () => {
    const words = Array.from({ length: 450 }, (_, index) => `* Words ${index}_`)
    const itemOf = (value: string) => item(text(value))
    assert.equal([...longList(words, itemOf)].join(''), toMarkdown(list(words.map(itemOf))))
    assert.deepEqual([...longList([], itemOf)], [])
  })

  it('reads well', async () => {
    const document = plainDocument()
    const report = await reportOf([{ ...document, head: { ...document.head, isoDate: '2026-03-03' } }])
    const [overview, rest] = report.split('## Figures')
    assert.equal(overview, '# Test articles\n\n1 article, 41 words, 2026-03-03.\n\n')
    assert.equal(
      rest!.slice(rest!.indexOf('## Who is quoted')),
      [
        '## Who is quoted',
        '',
        '| Source | Type | Described as | Quotes | Direct | Mixed | Indirect | Articles |',
        '| - | - | - | - | - | - | - | - |',
        '| Oren Vail | person | | 2 | 1 | 0 | 1 | 1 |',
        '| Mara Lind | person | a farmer | 1 | 1 | 0 | 0 | 1 |',
        '',
        '## When',
        '',
        '| Date | Articles | Quotes | Direct | Mixed | Indirect |',
        '| - | - | - | - | - | - |',
        '| 2026-03-03 | 1 | 3 | 2 | 0 | 1 |',
        '',
        'The same quote in two articles counts in each of them here.',
        '',
        '## Codes',
        '',
        '| Code | Description | Codings | Articles |',
        '| - | - | - | - |',
        '| Fear | Words of fear | 1 | 1 |',
        '| Fear \u203A Emoji \u{1F600} | | 0 | 0 |',
        '| =cmd ]]> "x" \\</b> | | 0 | 0 |',
        '',
        '## Articles',
        '',
        '| No. | Article | File | Date | Words | Quotes | Sources |',
        '| - | - | - | - | - | - | - |',
        '| 1 | Dam plan divides valley | dam.txt | 2026-03-03 | 41 | 3 | 2 |',
        '',
        '## Sources and their quotes',
        '',
        '### Oren Vail',
        '',
        'person; 2 quotes in 1 article.',
        '',
        '- the plan, \u2026 was sound _(indirect; article 1, quote 2)_',
        '- "We will build it," _(direct; article 1, quote 3)_',
        '',
        '### Mara Lind',
        '',
        'person; a farmer; 1 quote in 1 article.',
        '',
        '- "The dam will drown us," _(direct; article 1, quote 1)_',
        '',
        '## Article by article',
        '',
        '### 1. Dam plan divides valley',
        '',
        '- **File**: dam.txt',
        '- **Dateline**: LIRA',
        '- **Date**: 2026-03-03',
        '- **Agency**: Aven',
        '- **Words**: 41',
        '',
        '#### Actors',
        '',
        '| Name | Type | Other names | Described as | Mentions | Quotes | Decided by |',
        '| - | - | - | - | - | - | - |',
        '| Mara Lind | person | | a farmer | 2 | 1 | |',
        '| Oren Vail | person | | | 2 | 2 | Ana |',
        '',
        '#### Places',
        '',
        '| Name | Country | Mentions | Of them acting |',
        '| - | - | - | - |',
        '| Lira | | 1 | 0 |',
        '',
        '#### Quotes',
        '',
        '1. **Mara Lind**: "The dam will drown us," _(direct; speech; source: Mara Lind, a farmer; cue: said; rule: quotes)_',
        '2. **Oren Vail**: the plan, \u2026 was sound _(indirect; speech; source: Prime Minister Oren Vail; cue: said on Monday; rule: quotes)_',
        '3. **Oren Vail**: "We will build it," _(direct; speech; changed by Ben, 2026-11-21)_',
        '',
        '#### Codings',
        '',
        '- **Fear**: \u201Cdrown us\u201D Memo: strong word _(added by Ana, 2026-11-20)_',
        '',
        '#### Memos',
        '',
        '- **\u201Cwept\u201D**: Is this a quote? No. _(added by Ana, 2026-11-20)_',
        '- **The article**: About the whole article _(added by Ana, 2026-11-20)_',
        ''
      ].join('\n')
    )
  })

  it('says that there is nothing where there is nothing', async () => {
    assert.match(await reportOf([]), /\n## Article by article\n\nThere are no articles\.\n$/)
    assert.match(
      await reportOf([documentOf({ name: 'empty.txt', text: '' })]),
      /\n### 1\. empty\.txt\n[^]*This article has no text\.\n$/
    )
  })

  it('lists any number of articles in one table', async () => {
    const one = documentOf({ name: 'one.txt', text: '' })
    const many = Array.from({ length: 250 }, (_, index) => ({ ...one, id: `${index}`, name: `${index}.txt` }))
    const root: Root = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(await reportOf(many))
    const rows = root.children.flatMap((node) => (node.type === 'table' ? [node.children.length] : []))
    assert.ok(rows.includes(1 + many.length), `tables of ${rows.join(', ')} rows`)
  })

  it('has the same bytes for the same articles', async () => {
    assert.equal(await reportOf(tortureDocuments()), await reportOf(tortureDocuments()))
  })

  it('counts what it lost', async () => {
    const rejected = [{ about: 'quote' as const, spans: [], creator: 'Ana', created: '2026-11-20T10:00:00.000Z' }]
    const input = inputOf([{ ...plainDocument(), rejected }])
    await writtenText(markdownReport, input)
    assert.deepEqual(input.losses(), { rejected: 1 })
  })

  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!-- x',
    '[x](javascript:alert(1))',
    '![x](http://e.example/p.png)',
    '<http://e.example>',
    'http://e.example/x',
    'www.e.example',
    'me@e.example',
    'mailto:me@e.example',
    'a@`b`.e',
    'x|www.e.example|',
    '# not a heading',
    'x\n===',
    '- x\n- y',
    '> x',
    '```\nx\n```',
    '`x`',
    '| a | b |\n| - | - |',
    '**x**',
    '_x_',
    '~~x~~',
    '[^1]',
    '[x]: http://e.example',
    '[ ] x',
    '&lt;b&gt;',
    '\\',
    '***',
    '---',
    '1. x',
    '\u0000',
    '\u202Ex',
    'x  \ny',
    ' '
  ]
  for (const text of hostile) it(`keeps ${JSON.stringify(text)} as text`, () => assertPlain(text))

  it('keeps any mixture of markup as text (property)', async () => {
    const pieces = fc.array(
      fc.oneof(fc.constantFrom(...hostile, '\n', ' ', '!', '(', ')', ']', '<', '>', 'x'), fc.string()),
      {
        maxLength: 6
      }
    )
    await fc.assert(
      fc.asyncProperty(pieces, (parts) => assertPlain(parts.join(''))),
      { numRuns: 25 }
    )
  })
})

/** The report of an article with hostile words everywhere has the nodes of a harmless one: nothing of the words became markup. */
async function assertPlain(text: string): Promise<void> {
  const hostile = await reportOf([everywhere(text)], changesOf(text))
  assert.deepEqual(structure(hostile), structure(await reportOf([everywhere('x')], changesOf('x'))))
}

function everywhere(text: string): AnnotationDocument {
  const plain = plainDocument()
  return {
    ...plain,
    name: `N ${text}`,
    head: { ...plain.head, headline: `H ${text}`, authors: [`A ${text}`], agency: `G ${text}`, places: [`P ${text}`] },
    // What is seen of the quote's first mark are hostile words: spans stay where they are.
    markup: plain.annotations
      .flatMap(({ layer, spans }) => (layer === 'quote' ? spans.slice(0, 1) : []))
      .map(({ start }) => ({ start, end: start + 1, shown: `Q ${text}` })),
    entities: plain.entities.map((entity) => ({
      ...entity,
      name: `${entity.id} ${text}`,
      aliases: [`L ${text}`],
      descriptions: [`D ${text}`],
      identity: 'urn:i'
    })),
    annotations: plain.annotations.map((annotation) =>
      annotation.layer === 'memo'
        ? { ...annotation, text: `M ${text}`, creator: `C ${text}` }
        : annotation.layer === 'code'
          ? { ...annotation, memo: `M ${text}`, creator: `C ${text}` }
          : annotation
    )
  }
}

function changesOf(text: string): Partial<ExportInput> {
  const made = { creator: `C ${text}`, created: '2026-11-20T10:00:00.000Z' }
  return {
    title: `T ${text}`,
    codes: [{ id: 'urn:code:fear', name: `K ${text}`, color: '#c02040', description: `D ${text}`, order: 1, ...made }],
    memos: ['', 'urn:code:fear', 'urn:i'].map((about) => ({ id: about, about, text: `M ${text}`, ...made }))
  }
}

function structure(markdown: string): readonly string[] {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  const types: string[] = []
  visit(root, (node: Nodes) => {
    if (node.type === 'text') return
    if (node.type === 'inlineCode') return assert.match(node.value, /:\/\/|www\.|@|mailto:|xmpp:/i)
    types.push(node.type === 'heading' ? `heading ${node.depth}` : node.type)
  })
  return types
}

function reportOf(documents: readonly AnnotationDocument[], changes: Partial<ExportInput> = {}): Promise<string> {
  return writtenText(markdownReport, inputOf(documents, changes))
}
