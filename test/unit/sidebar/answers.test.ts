import assert from 'node:assert/strict'
import fc from 'fast-check'
import { cursorPlace, folderCursorPlace } from '../../../src/sidebar/cursorPlace.js'
import { folderIndex } from '../../../src/study/folderIndex.js'
import { entityMentions } from '../../../src/sidebar/entityMentions.js'
import { pageHtml } from '../../../src/webviewHost/pageHtml.js'
import { sidebarLists } from '../../../src/sidebar/sidebarLists.js'
import { context, lineAt, surface } from '../../../src/study/surface.js'
import { webviewMessage } from '../../../src/protocol/sidebar/webviewMessages.js'
import { readMessage } from '../../../src/webviewHost/readMessage.js'
import {
  answerTo,
  RequestFailed,
  requester,
  type AnswerMessage,
  type Answers,
  type RequestMessage
} from '../../../src/protocol/common/index.js'
import { asked, exampleArticle, exampleFolder } from './example.js'
import { result } from './folderRows.js'

const text = 'First line.\r\nOn Monday Norway said "the Norway of old is gone". It hoped so.\rLate night in Norway.'
const article = exampleArticle('a.txt', text, {
  entities: [{ type: 'place', name: 'Norway', mentions: ['!Norway', 'Norway', 'Norway'] }],
  quotes: [{ content: '"the Norway of old is gone"', source: 'Norway', cue: 'said', speaker: 'Norway' }]
})

describe('mentions in their context', () => {
  it('stand in their line, and say whether they act', () => {
    const lists = sidebarLists(asked({ article }))
    const lines = (key: string) =>
      entityMentions(lists, key)?.groups.flatMap(({ mentions }) =>
        mentions.map(
          ({ line, before, surface, after, isActing }) =>
            `${line}: ${before}[${surface}]${after}${isActing ? ' (acts)' : ''}`
        )
      )
    assert.deepEqual(lines('place Norway'), [
      '2: On Monday [Norway] said "the Norway of old is gone". It hoped so. (acts)',
      '2: On Monday Norway said "the [Norway] of old is gone". It hoped so.',
      '3: Late night in [Norway].'
    ])
    assert.equal(lines('person Norway'), undefined)
  })

  it('are cut at blanks in a long line', () => {
    const long = { markup: [], text: `${'many words '.repeat(20)}NAME ${'and more words '.repeat(20)}` }
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
        const { before, after } = context({ text: anything, markup: [] }, span)
        const whole = isWhole(anything.slice(0, span.start)) && isWhole(anything.slice(span.end))
        assert.ok(!whole || (isWhole(before) && isWhole(after)))
        assert.ok(lineAt({ text: anything, markup: [] }, start) <= anything.slice(0, start).split(/\r\n|\r|\n/).length)
        assert.ok(surface({ text: anything, markup: [] }, [span]).length <= 601)
      })
    )
  })

  it('know their line as VS Code does', () => {
    assert.deepEqual(
      [0, 11, 12, 13, text.indexOf('Late'), text.length].map((offset) => lineAt({ text, markup: [] }, offset)),
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
  for (const [scope, norway, placeAt] of [
    ['article', 'place Norway', (offset: number) => cursorPlace(lists, article.id, offset, true)],
    ['folder', 'entity thing norway', (offset: number) => folderCursorPlace(index, article.id, offset, true)]
  ] as const) {
    const at = (words: string, shift = 0) => {
      const { uri, entities, sources, mention, quotes } = placeAt(text.indexOf(words) + shift)
      assert.equal(uri, article.id)
      assert.deepEqual(sources, quotes.length > 0 ? [norway] : [])
      return [entities, text.slice(mention, mention + 6), quotes.map((start) => text.slice(start, start + 27))]
    }

    it(`is on mentions and quotes (${scope})`, () => {
      assert.deepEqual(at('Norway said'), [[norway], 'Norway', []])
      assert.deepEqual(at('Norway of old', 3), [[norway], 'Norway', ['"the Norway of old is gone"']])
      assert.deepEqual(at('is gone'), [[], '', ['"the Norway of old is gone"']])
      assert.deepEqual(at('hoped'), [[], '', []])
    })
  }

  it('is on nothing in an article that is not listed', () => {
    const nowhere = { uri: '', entities: [], sources: [], mention: -1, quotes: [], reveal: true }
    assert.deepEqual(cursorPlace(sidebarLists(asked({ article })), 'file:///folder/b.txt', 0, true), nowhere)
    assert.deepEqual(folderCursorPlace(index, 'file:///elsewhere/b.txt', 0, true), nowhere)
  })
})

describe('messages of the webview', () => {
  const event = (body: unknown) => ({ kind: 'event', event: body })
  const request = (body: unknown) => ({ kind: 'request', id: 7, request: body })
  const open = { kind: 'open', uri: 'file:///a.txt', start: 0, end: 4, mode: 'preview' }
  const decide = {
    kind: 'decide',
    action: 'accept',
    target: { section: 'quote', uri: 'file:///a.txt', start: 3, end: 9, key: 'the bridge' }
  }
  const mentionsIn = { kind: 'mentionsIn', entity: 'person Ann', article: 'file:///a.txt' }

  it('are read', () => {
    const messages = [
      ...[
        { kind: 'ready', scope: 'folder' },
        { kind: 'scope', scope: 'article' },
        { kind: 'filter', filter: 'x'.repeat(20_000) },
        open,
        { kind: 'openFirst', list: { kind: 'source', entity: 'person ann' }, mode: 'preview' },
        { kind: 'attitudes', shown: true },
        { kind: 'highlight', id: 'quotes', on: false },
        { kind: 'quotes', filter: 'source:"Ann Reed"' },
        { kind: 'command', command: 'openSamples' },
        decide,
        { kind: 'history', step: 'undo' },
        { kind: 'nowhere', words: 'the words' }
      ].map(event),
      ...[
        { kind: 'page', list: { kind: 'sources', order: 'articles' }, from: 50 },
        { kind: 'page', list: { kind: 'names', types: ['person', 'place'] }, from: 0 },
        { kind: 'page', list: mentionsIn, from: 0 },
        { kind: 'page', list: { kind: 'reuseOf', article: 'file:///a.txt', quote: 'no comment' }, from: 0 },
        { kind: 'page', list: { kind: 'codedIn', code: 'urn:uuid:1', article: 'file:///a.txt' }, from: 0 },
        { kind: 'page', list: { kind: 'review' }, from: 0 },
        { kind: 'mentions', keys: ['person Ann'] },
        { kind: 'codings', code: 'urn:uuid:1', filter: 'is:noted', count: 200 },
        { kind: 'found', filter: 'ann' },
        { kind: 'elsewhere', source: 'person Ann', filter: '', count: 50 }
      ].map(request)
    ]
    assert.deepEqual(
      messages.map((message) => readMessage(webviewMessage, message)),
      messages
    )
    assert.deepEqual(
      readMessage(webviewMessage, { ...event({ kind: 'scope', scope: 'folder', extra: 1 }), extra: 1 }),
      event({ kind: 'scope', scope: 'folder' })
    )
  })

  it('are refused when they are anything else', () => {
    const bad: readonly unknown[] = [
      undefined,
      null,
      'ready',
      [],
      {},
      { kind: 'eval' },
      { kind: 'ready', scope: 'folder' },
      { kind: 'request', id: -1, request: { kind: 'mentions', keys: [] } },
      { kind: 'request', request: { kind: 'mentions', keys: [] } },
      { kind: 'reply', id: 1, reply: [] },
      request(open),
      event({ kind: 'mentions', keys: [] }),
      ...[
        undefined,
        {},
        { kind: 'eval' },
        { kind: 'ready' },
        { kind: 'scope', scope: 'world' },
        { kind: 'scope' },
        { kind: 'filter', filter: 7 },
        { kind: 'filter', filter: 'x'.repeat(20_001) },
        { ...open, uri: 5 },
        { ...open, start: -1 },
        { ...open, start: 5 },
        { ...open, start: 0.5 },
        { ...open, end: NaN },
        { ...open, end: Infinity },
        { ...open, end: 2 ** 53 },
        { ...open, mode: 'delete' },
        { kind: 'command', command: 'workbench.action.quit' },
        { kind: 'command', command: 'constructor' },
        { kind: 'attitudes', shown: 'yes' },
        { kind: 'highlight', id: 'constructor', on: true },
        { kind: 'quotes' },
        { ...decide, action: 'delete' },
        { ...decide, target: { ...decide.target, section: '__proto__' } },
        { ...decide, target: { ...decide.target, end: 2 } },
        { ...decide, target: { ...decide.target, start: -1 } },
        { ...decide, target: { ...decide.target, uri: { scheme: 'file' } } },
        { ...decide, target: { ...decide.target, key: 'k'.repeat(10_001) } },
        { kind: 'decide', action: 'accept' },
        { kind: 'history', step: 'constructor' },
        { kind: 'nowhere', words: 5 }
      ].map(event),
      ...[
        { kind: 'page', list: 'links', from: 0 },
        { kind: 'page', list: { kind: 'everything' }, from: 0 },
        { kind: 'page', list: { kind: 'actors' }, from: 0 },
        { kind: 'page', list: { kind: 'actors', entityKind: 'place' }, from: 0 },
        { kind: 'page', list: { kind: 'actors', entityKind: 'constructor' }, from: 0 },
        { kind: 'page', list: { ...mentionsIn, article: 3 }, from: 0 },
        { kind: 'page', list: { kind: 'source', entity: 'l'.repeat(10_001) }, from: 0 },
        { kind: 'page', list: { kind: 'reuseOf', article: 'file:///a.txt', quote: -1 }, from: 0 },
        { kind: 'page', list: { kind: 'links' }, from: -50 },
        { kind: 'mentions', keys: 'all' },
        { kind: 'mentions', keys: [1] },
        { kind: 'mentions', keys: Array.from({ length: 10_001 }, String) },
        { kind: 'found' },
        { kind: 'codings', code: 5, filter: '', count: 200 },
        { kind: 'elsewhere', source: 5, filter: '', count: 50 },
        { kind: 'elsewhere', source: 'a', filter: '', count: -1 }
      ].map(request)
    ]
    for (const message of bad) assert.equal(readMessage(webviewMessage, message), undefined, JSON.stringify(message))
  })
})

interface Sums {
  readonly event: { readonly kind: string }
  readonly request:
    { readonly kind: 'sum'; readonly numbers: readonly number[] } | { readonly kind: 'sign'; readonly of: number }
  readonly replies: { readonly sum: number; readonly sign: string }
}

describe('requests between two sides', () => {
  /** The asking side, whose questions are answered when the test says so. */
  function twoSides(answers: Answers<Sums>) {
    const posted: RequestMessage<Sums['request']>[] = []
    const failures: string[] = []
    const asking = requester<Sums>((message) => posted.push(message))
    return {
      ask: <Request extends Sums['request']>(request: Request) => asking.request(request),
      failures,
      answerAll: async (...order: readonly number[]) => {
        for (const index of order)
          asking.receive(
            await answerTo<Sums>(posted[index]!, answers, ({ kind }, error) =>
              failures.push(`${kind}: ${String(error)}`)
            )
          )
      },
      receive: (answer: AnswerMessage) => asking.receive(answer)
    }
  }
  const answers: Answers<Sums> = {
    sum: ({ numbers }) => numbers.reduce((sum, number) => sum + number, 0),
    sign: async ({ of }) => {
      await Promise.resolve()
      if (of === 0) throw new Error('neither')
      return Number.isNaN(of) ? undefined : of < 0 ? '-' : '+'
    }
  }

  it('each get their own reply, in whatever order the replies come', async () => {
    const { ask, answerAll } = twoSides(answers)
    const replies = Promise.all([
      ask({ kind: 'sum', numbers: [1, 2] }),
      ask({ kind: 'sign', of: -4 }),
      ask({ kind: 'sum', numbers: [] })
    ])
    await answerAll(2, 0, 1)
    assert.deepEqual(await replies, [3, '-', 0])
  })

  it('are rejected when they fail, and the answering side hears why', async () => {
    const { ask, answerAll, failures } = twoSides(answers)
    const refused = assert.rejects(ask({ kind: 'sign', of: 0 }), RequestFailed)
    await answerAll(0)
    await refused
    assert.deepEqual(failures, ['sign: Error: neither'])
  })

  it('give undefined when they are outdated; an answer that nobody waits for changes nothing', async () => {
    const { ask, answerAll, receive, failures } = twoSides(answers)
    const outdated = ask({ kind: 'sign', of: NaN })
    receive({ kind: 'reply', id: 99, reply: '?' })
    await answerAll(0, 0)
    assert.equal(await outdated, undefined)
    assert.deepEqual(failures, [])
  })
})

describe("the webview's page", () => {
  const html = pageHtml({
    script: 'https://x/sidebar.js',
    style: 'https://x/sidebar.css',
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
    assert.deepEqual(html.match(/<script[^>]*>/g), ['<script nonce="n0" src="https://x/sidebar.js">'])
  })
})

function isWhole(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed()
}
