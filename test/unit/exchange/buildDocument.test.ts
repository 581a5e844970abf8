import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { applyDecisions, anchorAt, type Decision } from '../../../src/annotations'
import { shownText, readArticle } from '../../../src/article'
import { linkSummaries, summarize } from '../../../src/corpus'
import { buildDocument } from '../../../src/exchange/buildDocument'
import { articleJson } from '../../../src/exchange/formats/articleJson'
import { flatten } from '../../../src/exchange/flat/flatten'
import { loadTestEngine } from '../../engine'
import { spanOf } from './words'

describe('an annotation document', () => {
  it('has the facts of an analyzed article, on a text with LF line ends', async () => {
    const text = 'LIRA, March 3 (Aven) - "The dam will drown us," said Mara Lind, a farmer.\r\n\r\nLind wept.\r\n'
    deepStrictEqual(await shown(text), [
      'Place "LIRA"',
      'Organization "Aven"',
      'Person "Mara Lind"',
      'Person "a farmer"',
      'Person "Lind"',
      'Quote ""The dam will drown us,"" Mara Lind',
      'Cue "said"',
      'Source "Mara Lind, a farmer"'
    ])
  })

  it('says which lines were not read as the news, and why, in JSON too', async () => {
    const text =
      'Dam plan \u{1F600}\r\n\r\n"It will drown us," said Mara Lind.\r\n\r\nShare this article\r\n\r\nWe use cookies to improve your experience.\r\n\r\nEditing by Oren Vail\r\n'
    const document = await documentOfText(text, [])
    const lines = [
      ['Share this article', 'invitation'],
      ['We use cookies to improve your experience.', 'consent'],
      ['Editing by Oren Vail', 'credit']
    ]
    deepStrictEqual(
      document.leftOut.map(({ start, end, reason }) => [document.text.slice(start, end), reason]),
      lines
    )
    const json = articleJson(document, [], 'codepoints')
    deepStrictEqual(
      json.leftOut.map(({ span: [start, end], reason }) => [Array.from(json.text).slice(start, end).join(''), reason]),
      lines
    )
  })

  it('says who decided what, and keeps what was rejected apart', async () => {
    const text = '"The dam will drown us," said Mara Lind. "We will build it," said Oren Vail.\n'
    const facts = (id: string, words: string) => ({
      id,
      creator: 'Ana',
      created: '2026-11-20T10:00:00.000Z',
      target: [anchorAt(text, spanOf(text, words))]
    })
    const decisions: readonly Decision[] = [
      { ...facts('urn:uuid:1', 'Mara Lind'), kind: 'accept' },
      { ...facts('urn:uuid:2', 'Oren Vail'), kind: 'reject' },
      { ...facts('urn:uuid:3', 'dam'), kind: 'code', code: 'urn:code:water', memo: 'the new one' },
      { ...facts('urn:uuid:4', 'build'), kind: 'noCode', code: 'urn:code:water' }
    ]
    const document = await documentOfText(text, decisions)
    deepStrictEqual(
      document.annotations.map(({ id, status, creator }) => `${id} ${status} ${creator}`),
      ['m1 accepted Ana', 'q1 suggested null', 'q2 suggested null', 'c1 added Ana']
    )
    deepStrictEqual(
      document.rejected.map(
        ({ about, code, spans: [span] }) => `${about} ${code} ${document.text.slice(span!.start, span!.end)}`
      ),
      ['code urn:code:water build', 'mention undefined Oren Vail']
    )
  })

  it('has the decisions as the layers have them, on the text with LF line ends', async () => {
    const text = '\u{1F600} "The dam\r\nwill drown us," said Mara Lind.\r\nLind wept.\r\n'
    const facts = { creator: 'Ana', created: '2026-11-20T10:00:00.000Z' }
    const place = (words: string) => anchorAt(text, spanOf(text, words))
    const gone = { exact: 'no such words', prefix: 'a\r\nb', suffix: '', start: 3, end: 16 }
    const document = await documentOfText(text, [
      { ...facts, id: 'urn:uuid:1', target: [place('dam\r\nwill')], kind: 'code', code: 'urn:code:water' },
      { ...facts, id: 'urn:uuid:2', target: [place('wept')], kind: 'memo', text: 'why' },
      { ...facts, id: 'urn:uuid:3', target: [gone], kind: 'memo', text: 'lost' }
    ])
    const anchors = new Map(document.decisions.map(({ id, target: [anchor] }) => [id, anchor!]))
    for (const [id, words] of [
      ['urn:uuid:1', 'dam\nwill'],
      ['urn:uuid:2', 'wept']
    ] as const) {
      const { exact, prefix, suffix, start, end } = anchors.get(id)!
      deepStrictEqual([exact, document.text.slice(start, end)], [words, words])
      strictEqual(document.text.indexOf(prefix + exact + suffix), start - prefix.length)
    }
    deepStrictEqual([anchors.get('urn:uuid:3')!.exact, anchors.get('urn:uuid:3')!.prefix], ['no such words', 'a\nb'])
  })

  it('replaces what no encoding can hold, one for one', async () => {
    const document = await documentOfText('Broken \uD83D and \u{1F600} said Mara Lind.', [])
    strictEqual(document.text, 'Broken \uFFFD and \u{1F600} said Mara Lind.')
  })
})

async function documentOfText(text: string, decisions: readonly Decision[]) {
  const engine = await loadTestEngine()
  const article = readArticle(text, 'plain')
  const suggested = {
    id: 'a.txt',
    name: 'a.txt',
    text,
    markup: article.markup,
    article,
    analysis: engine.analyze(article)
  }
  const decided = applyDecisions(suggested, decisions, [])
  const analyzed = { ...suggested, analysis: decided.analysis }
  return buildDocument({ article: analyzed, decided, corpus: linkSummaries([summarize(analyzed)]) })
}

async function shown(text: string): Promise<readonly string[]> {
  const document = await documentOfText(text, [])
  return flatten(document, []).spans.map(({ label, pieces, layer, features }) => {
    const words = pieces.map((piece) => shownText(document, piece)).join(' + ')
    return `${label} "${words}"${layer === 'quote' ? ` ${String(features['name'])}` : ''}`
  })
}
