import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readArticle, type ArticleFormat } from '../../../src/article'
import { outline, type OutlineNode } from '../../../src/editor/outline'
import { marked, type MarkedText } from './articleText'

const bearers = {
  a: { name: 'Mara Lind', type: 'person' },
  p: { name: 'Elmshaven', type: 'place' },
  b: { name: 'a port official', type: 'person', named: false }
} as const

const body =
  '{a:Mara Lind} spoke in {p:Elmshaven} on Monday. "The port is safe and it will stay so," {a:Lind} said. "No," {b?a port official} told us. The mayor hopes for rain.'
const quotes = [
  { content: '"The port is safe and it will stay so,"', source: 'Lind said', speaker: 'a' },
  { content: '"No,"', source: 'a port official', speaker: 'b' },
  { content: 'rain', source: 'The mayor', rest: { act: 'attitude', kind: 'indirect' } }
] as const

const story = marked(`Harbour master speaks out\n\n${body}\n`, bearers, quotes)

describe('the outline of an article', () => {
  it('is its title, and in it the quotes by their speakers and the names where they are introduced', () => {
    assert.deepEqual(lines(story), [
      'title: Harbour master speaks out (all)',
      '  person: Mara Lind',
      '  place: Elmshaven',
      '  quote: Mara Lind: "The port is safe and it will stay so,"',
      '  quote: a port official: "No,"'
    ])
  })

  it('lists attitudes when asked, also of nobody', () => {
    assert.equal(lines(story, 'plain', true).at(-1), '  quote: rain')
  })

  it('leaves the headings of Markdown to Markdown', () => {
    assert.deepEqual(
      lines(marked(`# Harbour master speaks out\n\n${body}\n`, bearers, quotes), 'markdown')[0],
      'person: Mara Lind'
    )
  })

  it('shortens long quotes, and names what has no letters', () => {
    const long = marked(`Title here\n\n"${'word '.repeat(200)}" she said. "\u0000" he said.\n`, {}, [
      { content: `"${'word '.repeat(200)}"` },
      { content: '\u0000' }
    ])
    const [, first, second] = lines(long)
    assert.match(first ?? '', /^ {2}quote: "word word .{10,80}\u2026$/)
    assert.equal(second, '  quote: \u2026')
  })

  it('selects inside of what it covers, children inside the title, in order, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Title Words',
            '\n\n',
            '\n',
            '"{a:Lind} is"',
            ' {a~she} said. ',
            '\uD800',
            '{p:Elmshaven}',
            ' A long line of text that goes on. '
          ),
          { maxLength: 30 }
        ),
        (parts) => {
          const article = marked(parts.join(''), bearers)
          const nodes = outline(readArticle(article.text, 'plain'), article.analysis, { attitudes: true })
          for (const node of flat(nodes)) {
            assert.ok(
              node.range.start <= node.selection.start && node.selection.end <= node.range.end,
              JSON.stringify(node)
            )
            assert.ok(node.name.length > 0)
          }
          for (const { range, children } of nodes)
            for (const child of children) assert.ok(range.start <= child.range.start && child.range.end <= range.end)
        }
      )
    )
  })
})

function lines({ text, analysis }: MarkedText, format: ArticleFormat = 'plain', attitudes = false): string[] {
  const article = readArticle(text, format)
  const render = (node: OutlineNode, indent: string): string[] => [
    `${indent}${node.kind}: ${node.name}${node.kind === 'title' && node.range.end === text.trimEnd().length ? ' (all)' : ''}`,
    ...node.children.flatMap((child) => render(child, `${indent}  `))
  ]
  return outline(article, analysis, { attitudes }).flatMap((node) => render(node, ''))
}

function flat(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)])
}
