import assert from 'node:assert/strict'
import fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { spanLink } from '../../../src/editor/links'
import { escapeMarkdown, excerpt, plainLine } from '../../../src/editor/markdownText'

const markdown = unified().use(remarkParse)

describe('article text in Markdown', () => {
  for (const text of [
    '[click](command:articleAnnotator.revealSpan) <b>bold</b> ![x](http://example.org/x.png)',
    'https://example.org www.example.org me@example.org',
    '# 1. not a heading | `code` *stars* __lines__ ~~gone~~ $(zap) &lt;',
    '- no list',
    '```\nno fence\n```',
    '[^1]: no note'
  ]) {
    it(`shows ${JSON.stringify(text)} as it is`, () => assert.deepEqual(shown(text), [plainLine(text)]))
  }

  it('shows any text as one line of nothing but this text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        assert.deepEqual(shown(`x ${text}`), [plainLine(`x ${text}`)])
      )
    )
  })

  it('bears broken characters, NULs and marks that turn the reading direction', () => {
    assert.equal(plainLine('a\uD800b \u0000\u202Ec\r\n\td'), 'a\uFFFDb c d')
  })

  it('is cut between words, never inside a character', () => {
    assert.equal(excerpt('one two three four', 12), 'one two\u2026')
    assert.equal(excerpt('short', 12), 'short')
    assert.equal(excerpt('\uD83D\uDE00'.repeat(9), 5), '\uD83D\uDE00\uD83D\uDE00\u2026')
    assert.ok(excerpt('word '.repeat(1_000_000), 100).length <= 101)
  })

  it('links to a span whatever the file is called', () => {
    const uri = { toString: () => 'file:///a)%20(b]\'".txt' }
    const [link] = paragraph(spanLink('3', uri as never, { start: 5, end: 9 }))
    assert.ok(link?.type === 'link')
    const [command, argument] = link.url.split('?')
    assert.equal(command, 'command:articleAnnotator.revealSpan')
    assert.deepEqual(JSON.parse(decodeURIComponent(argument ?? '')), ['file:///a)%20(b]\'".txt', 5, 9])
  })
})

/** The text nodes of what a reader sees; other nodes show by their type. */
function shown(text: string): string[] {
  return paragraph(escapeMarkdown(text)).map((node) => (node.type === 'text' ? node.value : `<${node.type}>`))
}

function paragraph(source: string) {
  const [block, ...rest] = markdown.parse(source).children
  assert.ok(block?.type === 'paragraph' && rest.length === 0, `not one paragraph: ${source}`)
  return block.children
}
