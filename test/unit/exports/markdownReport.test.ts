import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { AnalyzedArticle } from '../../../src/analysis'
import { emptyArticle, exampleArticle } from './example'
import { formatOf, written } from './written'

describe('the Markdown report', () => {
  it('reads well', async () => {
    assert.equal(
      await reportOf([exampleArticle(), emptyArticle]),
      [
        '# Article report',
        '',
        '2 articles, 1 quote from 1 source (counted in each article).',
        '',
        '## article.txt',
        '',
        '- **Title**: Bridge opens',
        '',
        '### Actors',
        '',
        '| Name | Type | Other names | Described as | Mentions | Quotes |',
        '| - | - | - | - | - | - |',
        '| Ada Brandt | person | Brandt | the engineer, Ada Brandt | 1 | 1 |',
        '',
        '### Places',
        '',
        '| Name | Country | Mentions | Of them acting |',
        '| - | - | - | - |',
        '| Riga | Latvia | 1 | 0 |',
        '',
        '### Quotes',
        '',
        '**Ada Brandt** (person)',
        '',
        '- \u201cThe bridge will hold\u201d _(direct; speech; source: Ada Brandt; cue: said; rule: example)_',
        '',
        '## empty.txt',
        '',
        'This article has no text.',
        ''
      ].join('\n')
    )
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
    '[x]',
    '&lt;b&gt;',
    '\\',
    '*',
    '***',
    '---',
    '1. x',
    '\uD800',
    '\u0000',
    '\u202Ex',
    'x  \ny',
    ' ',
    ''
  ]
  for (const text of hostile) {
    it(`keeps ${JSON.stringify(text)} as text`, () => assertPlain(`a${text}`, text))
  }

  it('keeps any mixture of markup as text (property)', async () => {
    const pieces = fc.array(
      fc.oneof(fc.constantFrom(...hostile, '\n', ' ', '!', '(', ')', ']', '<', '>', 'x'), fc.string()),
      { maxLength: 6 }
    )
    await fc.assert(
      fc.asyncProperty(pieces, (parts) => assertPlain('a', parts.join(''))),
      { numRuns: 50 }
    )
  })

  it('does not grow with the square of a long name', async () => {
    const article = exampleArticle({ speaker: 'x'.repeat(10_000) })
    const entities = Array.from({ length: 200 }, (_, index) => ({
      ...article.analysis.entities[index === 0 ? 0 : 1]!,
      id: `e${index + 1}`
    }))
    const report = await reportOf([{ ...article, analysis: { ...article.analysis, entities } }])
    assert.ok(report.length < 100_000, `${report.length} characters`)
  })

  it('says who is quoted when the source is unknown', async () => {
    const article = exampleArticle()
    const quotes = article.analysis.quotes.map((quote) => ({ ...quote, speaker: null, source: null }))
    assert.match(
      await reportOf([{ ...article, analysis: { ...article.analysis, quotes, links: [] } }]),
      /\*\*Source unknown\*\*\n\n- \u201cThe bridge/
    )
  })
})

/** The report of an article with hostile text everywhere has the nodes of a harmless one: nothing of the text became markup. */
async function assertPlain(article: string, text: string): Promise<void> {
  const report = await reportOf([
    exampleArticle({ name: article, speaker: `N ${text}`, quote: `Q ${text}`, title: `T ${text}` })
  ])
  const harmless = await reportOf([exampleArticle()])
  assert.deepEqual(structure(report), structure(harmless))
}

function structure(markdown: string): string[] {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  const types: string[] = []
  visit(root, (node: Nodes) => {
    if (node.type === 'text') return
    if (node.type === 'inlineCode') return assert.match(node.value, /:\/\/|www\.|@|mailto:|xmpp:/i)
    types.push(node.type === 'heading' ? `heading ${node.depth}` : node.type)
  })
  return types
}

function reportOf(articles: readonly AnalyzedArticle[]): Promise<string> {
  return written(formatOf('markdown'), articles)
}
