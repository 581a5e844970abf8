import assert from 'node:assert/strict'
import {
  anyWords,
  type Column,
  type PanelState,
  type Show,
  type WordMatch
} from '../../../src/protocol/quotesPanel/index.js'
import { citation } from '../../../src/quotesPanel/citation.js'
import { concordance } from '../../../src/quotesPanel/concordance.js'
import { panelContent } from '../../../src/quotesPanel/panelContent.js'
import { panelTexts } from '../../../src/quotesPanel/panelStrings.js'
import { rowContent } from '../../../src/quotesPanel/rowContent.js'
import { rowOrder } from '../../../src/quotesPanel/rowOrder.js'
import { searchWords } from '../../../src/quotesPanel/searchWords.js'
import { study } from '../../../src/study/study.js'
import { emitter } from '../../../src/util/emitter.js'
import type { FolderArticle, FolderSnapshot } from '../../../src/workspace/folderArticle.js'
import { exampleArticle, exampleFolder } from '../sidebar/example.js'
import { result, viewOf } from '../sidebar/folderRows.js'
import { memoryKept, plainSettings } from '../study/memoryStudy.js'
import { eventually } from '../workspace/memoryWorkspace.js'

const bridge = exampleArticle(
  'news/bridge.txt',
  'Old bridge stays open\n\nLISBON, March 3, 2024 (Northwire) -- Mayor Ann Reed said the bridge was safe. "We checked it twice," Reed told reporters.\n',
  {
    entities: [{ type: 'person', name: 'Ann Reed', mentions: ['Ann Reed', 'Reed'] }],
    quotes: [
      { content: 'the bridge was safe', kind: 'indirect', speaker: 'Ann Reed' },
      { content: '"We checked it twice,"', speaker: 'Ann Reed' }
    ]
  }
)
const cup = exampleArticle(
  'cup.txt',
  'Cup final\n\nPORTO, May 1, 2025 -- Portugal said "We won," and a note read "All lost."\n',
  {
    entities: [{ type: 'place', name: 'Portugal', mentions: ['!Portugal'] }],
    quotes: [{ content: '"We won,"', speaker: 'Portugal' }, { content: '"All lost."' }]
  }
)
const folder = exampleFolder(cup, bridge)

interface Listed {
  readonly show?: Show
  readonly filter?: string
  readonly words?: string
  readonly sort?: Column
  readonly isDescending?: boolean
}

function lines(
  { show = 'quotes', filter = '', words = '', sort = 'place', isDescending = false }: Listed,
  of = folder
) {
  const hits = result(searchWords(of.articles, words))
  const rows = result(concordance(viewOf(of, { filter }), show, hits))
  return [...result(rowOrder(rows, sort, isDescending))].map((place) => {
    const { row } = rowContent(rows, place) ?? assert.fail()
    const { left, keyword, right, source, article, date, kind, line } = row
    return `${left}[${keyword}]${right} - ${[source, kind, article, date, line].filter(Boolean).join(', ')}`
  })
}

/** What a search for words finds. */
function searched(articles: readonly FolderArticle[], words: string, match?: WordMatch) {
  const hits = result(searchWords(articles, words, match))
  return Array.from({ length: hits.size }, (_, hit) => ({ article: hits.articleOf(hit), ...hits.spanOf(hit) }))
}

describe('the concordance', () => {
  it('lists quotes between what stands around them', () => {
    assert.deepEqual(lines({}), [
      'PORTO, May 1, 2025 -- Portugal said ["We won,"] and a note read "All lost." - Portugal, direct, Cup final, 2025-05-01, 3',
      '…-- Portugal said "We won," and a note read ["All lost."] - direct, Cup final, 2025-05-01, 3',
      '…3, 2024 (Northwire) -- Mayor Ann Reed said [the bridge was safe]. "We checked it twice," Reed told reporters. - Ann Reed, indirect, Old bridge stays open, 2024-03-03, 3',
      '…-- Mayor Ann Reed said the bridge was safe. ["We checked it twice,"] Reed told reporters. - Ann Reed, direct, Old bridge stays open, 2024-03-03, 3'
    ])
  })

  const keywords = (listed: Listed, of = folder) =>
    lines(listed, of).map((line) => /\[(.*)\]/.exec(line)?.[1] ?? assert.fail(line))

  for (const [listed, expected] of [
    [{ sort: 'keyword' }, ['"All lost."', 'the bridge was safe', '"We checked it twice,"', '"We won,"']],
    [{ sort: 'date' }, ['the bridge was safe', '"We checked it twice,"', '"We won,"', '"All lost."']],
    [{ sort: 'source' }, ['the bridge was safe', '"We checked it twice,"', '"We won,"', '"All lost."']],
    [
      { sort: 'source', isDescending: true },
      ['"We won,"', 'the bridge was safe', '"We checked it twice,"', '"All lost."']
    ],
    [{ sort: 'kind' }, ['"We won,"', '"All lost."', '"We checked it twice,"', 'the bridge was safe']],
    // "read", "safe.", "said", "said" before, from the end of what stands left.
    [{ sort: 'left' }, ['"All lost."', '"We checked it twice,"', '"We won,"', 'the bridge was safe']],
    [{ filter: 'source:"Ann Reed" kind:direct' }, ['"We checked it twice,"']],
    [{ show: 'mentions' }, ['Portugal', 'Ann Reed', 'Reed']],
    [{ show: 'mentions', filter: 'type:person' }, ['Ann Reed', 'Reed']],
    [{ show: 'words', words: 'we' }, ['We', 'We']],
    [{ show: 'words', words: 'BRIDGE' }, ['bridge', 'bridge']],
    [{ show: 'words', words: '  bridge   was ' }, ['bridge was']],
    [{ show: 'words', words: 'bridge stays' }, ['bridge stays']]
  ] as const satisfies readonly (readonly [Listed, readonly string[]])[])
    it(JSON.stringify(listed), () => assert.deepEqual(keywords(listed), expected))

  for (const [column, part] of [
    ['keyword', 'searchText'],
    ['left', 'text']
  ] as const)
    it(`is sorted by ${column} again, and under another filter, without another look into the articles`, () => {
      const looks = { analysis: 0, searchText: 0, text: 0 }
      const watched = { ...bridge }
      for (const looked of ['analysis', 'searchText', 'text'] as const)
        Object.defineProperty(watched, looked, {
          get() {
            looks[looked]++
            return bridge[looked]
          }
        })
      const of = exampleFolder(cup, watched)
      looks.analysis = 0
      const direct = viewOf(of, { filter: 'kind:direct' })
      const all = result(concordance(viewOf(of), 'quotes'))
      const first = [...result(rowOrder(all, column, false))]
      assert.ok(looks[part] > 0)
      const { [part]: known } = looks
      assert.deepEqual([...result(rowOrder(all, column, true))], first.toReversed())
      assert.equal(result(rowOrder(result(concordance(direct, 'quotes')), column, false)).length, 3)
      const again = result(rowOrder(result(concordance({ ...direct }, 'quotes')), column, false))
      assert.equal(again.length, 3)
      assert.deepEqual({ analysis: looks.analysis, [part]: looks[part] }, { analysis: 0, [part]: known })
    })

  it('finds words again without another look into the articles', () => {
    let looks = 0
    const watched = Object.defineProperty({ ...bridge }, 'text', {
      get() {
        looks++
        return bridge.text
      }
    })
    const found = (words: string) =>
      searched([cup, watched], words).map(({ article, start, end }) => `${article} ${start}-${end}`)
    assert.deepEqual(found('bridge'), ['1 4-10', '1 84-90'])
    assert.equal(looks, 1)
    assert.deepEqual(found('WE'), ['0 48-50', '1 102-104'])
    assert.deepEqual(found('nobody'), [])
    assert.equal(looks, 1)
    assert.deepEqual(found('bridge  stays'), ['1 4-16'])
    assert.deepEqual(found('bridge nobody'), [])
    assert.equal(looks, 1)
  })

  it('finds words with whatever white space between them', () => {
    const blanks = [' ', '\n', '\t\r\n', '\u00A0', '\u2003 ', '\u3000', '\u2028', '\uFEFF', '\u1680', ' '.repeat(40)]
    const others = ['', '-', '\u2014', ' \u2014 ', '\u0100', ' a ', ' '.repeat(41)]
    const hitsIn = (between: string) =>
      searched([exampleArticle('a.txt', `The prime${between}minister.`)], 'Prime minister')
    for (const between of blanks)
      assert.deepEqual(hitsIn(between), [{ article: 0, start: 4, end: 17 + between.length }], JSON.stringify(between))
    for (const between of others) assert.deepEqual(hitsIn(between), [], JSON.stringify(between))
  })

  it('finds words behind letters that are folded to more or fewer', () => {
    const text = 'Cafe\u0301 \u2026 \uFB01ne \u{1F600} Stra\u00DFe \u00BD harbour, E\u0301 HARBOUR'
    const found = searched([exampleArticle('a.txt', text)], 'harbour')
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      ['harbour', 'HARBOUR']
    )
    assert.deepEqual(
      searched([exampleArticle('b.txt', text)], 'fine').map(({ start, end }) => text.slice(start, end)),
      ['\uFB01ne']
    )
  })

  describe('matches', () => {
    const text =
      'A reed by the bridge. Reed spoke: "Reed\u2019s breeds, REED, reed_bed, Reed-Hill, \u00D8reed \u00C9reed."'
    const found = (words: string, match: Partial<WordMatch>, of = text) =>
      searched([exampleArticle('a.txt', of)], words, { ...anyWords, ...match }).map(
        ({ start, end }) =>
          `${of.slice(Math.max(0, start - 1), start)}[${of.slice(start, end)}]${of.slice(end, end + 1)}`
      )
    const all = [
      ' [reed] ',
      ' [Reed] ',
      '"[Reed]\u2019',
      'b[reed]s',
      ' [REED],',
      ' [reed]_',
      ' [Reed]-',
      '\u00D8[reed] ',
      '\u00C9[reed].'
    ]

    it('words in whatever case and wherever they are', () => assert.deepEqual(found('rEed', {}), all))
    it('whole words, also beside letters of other scripts than ASCII', () =>
      assert.deepEqual(found('reed', { wholeWord: true }), [
        ' [reed] ',
        ' [Reed] ',
        '"[Reed]\u2019',
        ' [REED],',
        ' [Reed]-'
      ]))
    it('case', () => {
      assert.deepEqual(found('Reed', { matchCase: true }), [' [Reed] ', '"[Reed]\u2019', ' [Reed]-'])
      assert.deepEqual(found('REED', { matchCase: true, wholeWord: true }), [' [REED],'])
    })
    it('several words', () => {
      assert.deepEqual(found('by  the', { wholeWord: true, matchCase: true }), [' [by the] '])
      assert.deepEqual(found('By the', { matchCase: true }), [])
      assert.deepEqual(found('y the', { wholeWord: true }), [])
    })
    it('letters with accents as any others', () => {
      const names = 'Jos\u00E9, JOSE\u0301, Jose, \u00D8re \u00F8re'
      assert.deepEqual(found('Jos\u00E9', { matchCase: true }, names), ['[Jos\u00E9],', ' [Jose],'])
      assert.deepEqual(found('jose', { wholeWord: true }, names), ['[Jos\u00E9],', ' [JOSE\u0301],', ' [Jose],'])
      assert.deepEqual(found('Ore', { matchCase: true }, names), [' [\u00D8re] '])
    })
    it('whole words of scripts without blanks wherever they stand', () =>
      assert.deepEqual(found('\u5B89\u5168', { wholeWord: true }, '\u6865\u662F\u5B89\u5168\u7684'), [
        '\u662F[\u5B89\u5168]\u7684'
      ]))
    it('what is no letter as it stands', () =>
      assert.deepEqual(found('"Reed', { wholeWord: true }), [' ["Reed]\u2019']))
  })

  it('finds words of any script, as they stand in the text', () => {
    const texts = [
      ['zh.txt', '总统说桥是安全的。', '安全'],
      ['ar.txt', 'قال الرئيس إن الجسر آمن.', 'الجسر'],
      ['hi.txt', 'राष्ट्रपति ने कहा कि पुल सुरक्षित है।', 'पुल'],
      ['th.txt', 'ประธานาธิบดีกล่าวว่าสะพานปลอดภัย', 'สะพาน'],
      ['accents.txt', 'Le cafe\u0301 de Jos\u00E9 \u{1F600} reste ouvert.', 'caf\u00E9 de jose'],
      ['strasse.txt', 'Die Straße bleibt.', 'strasse']
    ] as const
    const found = texts.map(([name, text, words]) => {
      const articles = exampleFolder(exampleArticle(name, text)).articles
      return searched(articles, words).map(({ start, end }) => text.slice(start, end))
    })
    assert.deepEqual(found, [
      ['安全'],
      ['الجسر'],
      ['पुल'],
      ['สะพาน'],
      ['Cafe\u0301'.toLowerCase() + ' de Jos\u00E9'],
      ['Straße']
    ])
  })

  it('cites a row as it is copied', () => {
    const rows = result(concordance(viewOf(folder, { filter: 'about:safe' }), 'quotes'))
    const { row } = rowContent(rows, 0) ?? assert.fail()
    assert.equal(
      citation(row, (line) => `line ${line}`),
      'the bridge was safe (Ann Reed, “Old bridge stays open”, Northwire, 2024-03-03, line 3)'
    )
  })
})

describe('the quotes panel', () => {
  function panel(of: FolderSnapshot | undefined, kept = memoryKept()) {
    const changed = emitter()
    const editors = emitter()
    let open: string | undefined
    const shown = study({
      folder: { snapshot: () => of, onDidChange: changed.event },
      annotations: {
        onDidChange: () => ({ dispose: () => undefined }),
        loadAll: () => Promise.resolve(),
        articles: () => [],
        decisions: () => [],
        proposals: () => [],
        project: () => assert.fail('nobody decided')
      },
      settings: plainSettings,
      kept: memoryKept()
    })
    const states: PanelState[] = []
    const content = panelContent({
      study: shown,
      folder: { state: of ? { kind: 'ready', problems: [], remarks: [] } : { kind: 'unread' } } as never,
      followed: { id: () => open, onDidChange: editors.event },
      texts: panelTexts(
        { t: (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)])) },
        'en'
      ),
      kept,
      post: (event) => event.kind === 'state' && states.push(event.state),
      onFailure: (error) => assert.fail(String(error))
    })
    const next = async (act: () => void) => {
      const before = states.length
      act()
      return (
        await eventually(
          () => states.slice(before),
          (posted) => posted.length > 0
        )
      ).at(-1)!
    }
    const openArticle = (id: string | undefined) => {
      open = id
      editors.fire()
    }
    return { content, shown, next, openArticle }
  }

  it('says how much it lists, and follows the filter of the window', async () => {
    const { content, shown, next } = panel(folder)
    const first = await next(() => content.start())
    assert.equal(first.summary, '4 quotes, 2 sources, 2 articles')
    const filtered = await next(() => shown.filter.set('kind:direct twice'))
    assert.deepEqual([filtered.total, filtered.filter], [1, ['kind:direct', 'twice']])
    const wider = await next(() => content.withoutCondition('kind:direct'))
    assert.deepEqual([wider.filter, shown.filter.query()], [['twice'], 'twice'])
    const all = await next(() => content.withoutCondition('twice'))
    assert.deepEqual([all.total, shown.filter.query()], [4, ''])
  })

  it('lists what somebody asks for, while the filter of the window stays, until that changes', async () => {
    const { content, shown, next } = panel(folder)
    await next(() => content.start())
    await next(() => shown.filter.set('kind:direct'))
    const listed = await next(() => content.list('source:"Ann Reed" about:safe', 'quotes'))
    assert.deepEqual([listed.total, listed.filter], [1, ['source:"Ann Reed"', 'about:safe']])
    const wider = await next(() => content.withoutCondition('about:safe'))
    assert.deepEqual([wider.total, wider.filter, shown.filter.query()], [2, ['source:"Ann Reed"'], 'kind:direct'])
    assert.equal(content.query(), 'source:"Ann Reed"')
    const filtered = await next(() => shown.filter.set('kind:direct twice'))
    assert.deepEqual(
      [filtered.total, filtered.filter, content.query()],
      [1, ['kind:direct', 'twice'], 'kind:direct twice']
    )
  })

  it('goes back to what it listed before somebody asked for something', async () => {
    const { content, shown, next } = panel(folder)
    await next(() => content.start())
    await next(() => shown.filter.set('type:person'))
    await next(() => content.show('mentions'))
    const sorted = await next(() => content.sort('keyword', true))
    await next(() => content.list('kind:indirect', 'quotes'))
    await next(() => content.list('source:"Ann Reed" kind:direct', 'quotes'))
    const back = await next(() => content.unlist())
    assert.deepEqual({ ...back, version: sorted.version }, sorted)
    assert.deepEqual(
      [back.show, back.filter, back.sort],
      ['mentions', ['type:person'], { column: 'keyword', isDescending: true }]
    )
  })

  it('lists the article in the editor alone, whichever that is, and says which', async () => {
    const kept = memoryKept()
    const { content, shown, next, openArticle } = panel(folder, kept)
    const keywords = ({ version, total }: PanelState) =>
      content.rows(version, [[0, total]]).map(({ row }) => row.keyword)
    assert.equal((await next(() => content.start())).scope, 'folder')
    const none = await next(() => content.setScope('article'))
    assert.deepEqual([none.scope, none.summary, none.empty], ['article', '', 'Open an article to list what it says.'])
    const first = await next(() => openArticle(bridge.id))
    assert.equal(first.summary, '2 quotes, 1 source, Old bridge stays open')
    assert.deepEqual(keywords(first), ['the bridge was safe', '"We checked it twice,"'])
    assert.equal(content.article()?.id, bridge.id)
    const sorted = await next(() => content.sort('keyword', true))
    assert.deepEqual(keywords(sorted), ['"We checked it twice,"', 'the bridge was safe'])
    const filtered = await next(() => shown.filter.set('kind:indirect'))
    assert.deepEqual(keywords(filtered), ['the bridge was safe'])
    assert.equal((await next(() => openArticle(cup.id))).empty, 'Nothing matches.')
    const second = await next(() => shown.filter.set(''))
    assert.deepEqual(
      [keywords(second), second.summary],
      [['"We won,"', '"All lost."'], '2 quotes, 1 source, Cup final']
    )
    assert.deepEqual(keywords(await next(() => content.show('mentions'))), ['Portugal'])
    assert.deepEqual(keywords(await next(() => content.setWords('we'))), ['We'])
    const outside = await next(() => openArticle('file:///elsewhere.txt'))
    assert.deepEqual([outside.total, outside.empty], [0, 'The open article is not among those of the folder.'])
    const later = panel(folder, kept)
    assert.equal((await later.next(() => later.content.start())).scope, 'article')
  })

  it('lists all articles when somebody asks for something, and this one again after that', async () => {
    const { content, next, openArticle } = panel(folder)
    openArticle(cup.id)
    await next(() => content.start())
    await next(() => content.setScope('article'))
    const listed = await next(() => content.list('source:"Ann Reed"', 'quotes'))
    assert.deepEqual([listed.scope, listed.total], ['folder', 2])
    const back = await next(() => content.unlist())
    assert.deepEqual([back.scope, back.total], ['article', 2])
  })

  it('gives rows of the version that is shown, and none of another', async () => {
    const { content, next } = panel(folder)
    const { version } = await next(() => content.start())
    const answer = await content.answers.rows({ kind: 'rows', version, from: 2, count: 50 })
    assert.deepEqual(
      answer?.rows.map(({ keyword }) => keyword),
      ['the bridge was safe', '"We checked it twice,"']
    )
    const later = await next(() => content.sort('keyword', true))
    assert.equal(await content.answers.rows({ kind: 'rows', version, from: 0, count: 1 }), undefined)
    assert.deepEqual(content.rows(version, [[0, 4]]), [])
    assert.deepEqual(
      content
        .rows(later.version, [
          [0, 1],
          [3, 9]
        ])
        .map(({ row }) => row.keyword),
      ['"We won,"', '"All lost."']
    )
  })

  it('looks for words as it is told, in the next session too', async () => {
    const kept = memoryKept()
    const { content, next } = panel(folder, kept)
    await next(() => content.start())
    const loose = await next(() => content.setWords('we'))
    assert.deepEqual([loose.total, loose.match], [2, { matchCase: false, wholeWord: false }])
    const strict = { matchCase: true, wholeWord: true }
    const none = await next(() => content.setMatch(strict))
    assert.deepEqual([none.total, none.words, none.match], [0, 'we', strict])
    const later = panel(folder, kept)
    assert.deepEqual((await later.next(() => later.content.start())).match, strict)
    assert.equal((await later.next(() => later.content.setWords('We'))).total, 2)
  })

  it('says why it is empty', async () => {
    const { content, next } = panel(folder)
    await next(() => content.start())
    const unasked = await next(() => content.show('words'))
    assert.deepEqual([unasked.empty, unasked.summary], ['Type the words that you look for.', ''])
    const none = await next(() => content.setWords('zebra'))
    assert.deepEqual([none.empty, none.summary], ['Nothing matches.', '0 hits, 0 articles'])
    const unread = panel(undefined)
    const state = await unread.next(() => unread.content.start())
    assert.deepEqual([state.isUnread, state.empty], [true, 'Analyze the folder to list its quotes.'])
  })
})
