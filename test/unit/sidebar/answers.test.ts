import assert from 'node:assert/strict'
import fc from 'fast-check'
import { cursorPlace, folderCursorPlace } from '../../../src/sidebar/cursorPlace.js'
import { folderIndex } from '../../../src/sidebar/folder/folderIndex.js'
import { entityMentions } from '../../../src/sidebar/entityMentions.js'
import { sidebarHtml } from '../../../src/sidebar/sidebarHtml.js'
import { sidebarLists } from '../../../src/sidebar/sidebarLists.js'
import { context, lineAt, surface } from '../../../src/sidebar/surface.js'
import { readWebviewMessage } from '../../../src/sidebar/webviewMessages.js'
import { asked, exampleArticle, exampleFolder } from './example.js'
import { result } from './folderRows.js'

const text = 'First line.\r\nOn Monday Norway said "the Norway of old is gone". It hoped so.\rLate night in Norway.'
const article = exampleArticle('a.txt', text, {
  entities: [{ type: 'place', name: 'Norway', mentions: ['!Norway', 'Norway', 'Norway'] }],
  quotes: [{ content: '"the Norway of old is gone"', source: 'Norway', cue: 'said', speaker: 'Norway' }]
})

describe('mentions in their context', () => {
  it('stand in their line, those that act apart', () => {
    const lists = sidebarLists(asked({ article }))
    const lines = (key: string) =>
      entityMentions(lists, key)?.groups.flatMap(({ mentions }) =>
        mentions.map(({ line, before, surface, after }) => `${line}: ${before}[${surface}]${after}`)
      )
    assert.deepEqual(lines('acting-place Norway'), [
      '2: On Monday [Norway] said "the Norway of old is gone". It hoped so.'
    ])
    assert.deepEqual(lines('place Norway'), [
      '2: On Monday Norway said "the [Norway] of old is gone". It hoped so.',
      '3: Late night in [Norway].'
    ])
    assert.equal(lines('person Norway'), undefined)
  })

  it('are cut at blanks in a long line', () => {
    const long = { text: `${'many words '.repeat(20)}NAME ${'and more words '.repeat(20)}` }
    const start = long.text.indexOf('NAME')
    assert.deepEqual(context(long, { start, end: start + 4 }), {
      before: '…many words many words many words many words ',
      after: ' and more words and more words and more words…'
    })
  })

  it('never tear a surrogate pair, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(), fc.nat(9), (anything, at, length) => {
        const start = at % (anything.length + 1)
        const span = { start, end: Math.min(anything.length, start + length) }
        const { before, after } = context({ text: anything }, span)
        const whole = isWhole(anything.slice(0, span.start)) && isWhole(anything.slice(span.end))
        assert.ok(!whole || (isWhole(before) && isWhole(after)))
        assert.ok(lineAt({ text: anything }, start) <= anything.slice(0, start).split(/\r\n|\r|\n/).length)
        assert.ok(surface({ text: anything }, [span]).length <= 601)
      })
    )
  })

  it('know their line as VS Code does', () => {
    assert.deepEqual(
      [0, 11, 12, 13, text.indexOf('Late'), text.length].map((offset) => lineAt({ text }, offset)),
      [1, 1, 1, 2, 3, 3]
    )
  })
})

describe('the cursor', () => {
  const folder = exampleFolder(
    article,
    exampleArticle('b.txt', 'Norway is far.', { entities: [{ type: 'place', name: 'Norway', mentions: ['Norway'] }] })
  )
  const lists = sidebarLists(asked({ article, folder }))
  const index = result(folderIndex(folder, false))
  for (const [scope, placeAt] of [
    ['article', (offset: number) => cursorPlace(lists, article.uri, offset, true)],
    ['folder', (offset: number) => folderCursorPlace(index, article.uri, offset, true)]
  ] as const) {
    const at = (words: string, shift = 0) => {
      const { uri, entities, mention, quotes } = placeAt(text.indexOf(words) + shift)
      assert.equal(uri, article.uri)
      return [entities, text.slice(mention, mention + 6), quotes.map((start) => text.slice(start, start + 27))]
    }

    it(`is on mentions and quotes (${scope})`, () => {
      assert.deepEqual(at('Norway said'), [['acting-place Norway'], 'Norway', []])
      assert.deepEqual(at('Norway of old', 3), [['place Norway'], 'Norway', ['"the Norway of old is gone"']])
      assert.deepEqual(at('is gone'), [[], '', ['"the Norway of old is gone"']])
      assert.deepEqual(at('hoped'), [[], '', []])
    })
  }

  it('is on nothing in an article that is not listed', () => {
    const nowhere = { uri: '', entities: [], mention: -1, quotes: [], reveal: true }
    assert.deepEqual(cursorPlace(sidebarLists(asked({ article })), 'file:///folder/b.txt', 0, true), nowhere)
    assert.deepEqual(folderCursorPlace(index, 'file:///elsewhere/b.txt', 0, true), nowhere)
  })
})

describe('messages of the webview', () => {
  it('are read', () => {
    const messages = [
      { type: 'ready', scope: 'folder', filter: '' },
      { type: 'scope', scope: 'article', filter: 'ann' },
      { type: 'filter', filter: 'bridge' },
      { type: 'page', revision: 3, list: 'links', from: 50 },
      { type: 'mentions', revision: 3, keys: ['person Ann'] },
      { type: 'elsewhere', revision: 3, key: 'person Ann', count: 50 },
      { type: 'open', uri: 'file:///a.txt', start: 0, end: 4, how: 'preview' },
      { type: 'attitudes', shown: true },
      { type: 'command', command: 'openSamples' }
    ]
    assert.deepEqual(
      messages.map((message) => readWebviewMessage(message)),
      messages
    )
    assert.deepEqual(readWebviewMessage({ type: 'scope', scope: 'folder', filter: '', extra: 1 }), {
      type: 'scope',
      scope: 'folder',
      filter: ''
    })
  })

  it('are refused when they are anything else', () => {
    const open = { type: 'open', uri: 'file:///a.txt', start: 0, end: 4, how: 'preview' }
    const bad: readonly unknown[] = [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'eval' },
      { type: 'ready' },
      { type: 'scope', scope: 'world', filter: '' },
      { type: 'scope', scope: 'folder' },
      { type: 'filter', filter: 7 },
      { type: 'filter', filter: 'x'.repeat(201) },
      { type: 'page', revision: 1, list: 5, from: 0 },
      { type: 'page', revision: 1, list: 'links', from: -50 },
      { type: 'page', revision: 1, list: 'l'.repeat(10_001), from: 0 },
      { type: 'page', revision: '1', list: 'links', from: 0 },
      { ...open, uri: 5 },
      { ...open, start: -1 },
      { ...open, start: 5 },
      { ...open, start: 0.5 },
      { ...open, end: NaN },
      { ...open, end: Infinity },
      { ...open, how: 'delete' },
      { type: 'command', command: 'workbench.action.quit' },
      { type: 'command', command: 'constructor' },
      { type: 'attitudes', shown: 'yes' },
      { type: 'mentions', revision: 1, keys: 'all' },
      { type: 'elsewhere', revision: 1, key: 5, count: 50 },
      { type: 'elsewhere', revision: 1, key: 'a', count: -1 },
      { type: 'mentions', revision: 1, keys: [1] },
      { type: 'mentions', revision: 1, keys: Array.from({ length: 10_001 }, String) }
    ]
    assert.deepEqual(
      bad.map((message) => readWebviewMessage(message)),
      bad.map(() => undefined)
    )
  })
})

describe("the webview's page", () => {
  const html = sidebarHtml({
    script: 'https://x/webview.js',
    style: 'https://x/webview.css',
    source: 'https://x',
    nonce: 'n0',
    language: 'de"><script>',
    title: 'Entities & links'
  })

  it('allows our script, style and font, and nothing else', () => {
    assert.match(
      html,
      /content="default-src 'none'; script-src 'nonce-n0'; style-src https:\/\/x; font-src https:\/\/x; img-src https:\/\/x"/
    )
    assert.doesNotMatch(html, /unsafe|<style|\son\w+=|\sstyle=/)
    assert.deepEqual(html.match(/<script[^>]*>/g), ['<script nonce="n0" src="https://x/webview.js">'])
  })
})

function isWhole(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed()
}
