import assert from 'node:assert/strict'
import fc from 'fast-check'
import { matchesIn, readFilter } from '../../../src/webview/shared/filter.js'
import { counted, format, number, percent } from '../../../src/webview/shared/format.js'
import {
  firstInterfaceState,
  readInterfaceState,
  storedInterfaceState
} from '../../../src/webview/sidebar/interfaceState.js'
import { firstModel, withChange, type Model } from '../../../src/webview/sidebar/model.js'
import { rowText } from '../../../src/webview/sidebar/labels.js'
import type { NodeContent } from '../../../src/webview/sidebar/treeNodes.js'
import { treeAction, typeAhead, type Key } from '../../../src/webview/sidebar/navigation.js'
import { requestClient } from '../../../src/webview/shared/requestClient.js'
import type { Scope, SidebarState, WebviewSide } from '../../../src/protocol/sidebar/index.js'
import type { Row } from '../../../src/webview/sidebar/rows.js'

describe('the filter', () => {
  const marked = (typed: string, text: string) =>
    matchesIn(readFilter(typed), text).map(({ start, end }) => text.slice(start, end))

  it('marks its words where they occur', () => {
    assert.deepEqual(marked('river', 'The River and the riverbank'), ['River', 'river'])
    assert.deepEqual(marked('and an', 'Anderson and Ann'), ['And', 'and', 'An'])
    assert.deepEqual(marked("reed's", 'Reed\u2019s word'), ['Reed\u2019s'])
    assert.deepEqual(marked('  ', 'anything'), [])
  })

  it('finds letters as people type them, and marks the whole of them', () => {
    const folded: readonly (readonly [typed: string, text: string, marked: string])[] = [
      ['sorli', 'Bente S\u00F8rli', 'S\u00F8rli'],
      ['aeroskobing', 'in \u00C6r\u00F8sk\u00F8bing', '\u00C6r\u00F8sk\u00F8bing'],
      ['strasse', 'die Stra\u00DFe', 'Stra\u00DFe'],
      ['s', '\u00DF', '\u00DF'],
      ['lodz', '\u0141\u00F3d\u017A', '\u0141\u00F3d\u017A'],
      ['istanbul', '\u0130stanbul', '\u0130stanbul'],
      ['office', 'of\uFB01ce o\uFB03ce', 'o\uFB03ce'],
      ['dukic', '\u0110uki\u0107', '\u0110uki\u0107'],
      ['s\u00F8rli', 'Sorli', 'Sorli'],
      ['cafe', 'a Cafe\u0301 here', 'Cafe\u0301']
    ]
    for (const [typed, text, wanted] of folded)
      assert.deepEqual(marked(typed, text).at(-1), wanted, `${typed} in ${text}`)
  })

  it('never marks anything else, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 5 }),
        (text, typed) => {
          let from = 0
          for (const { start, end } of matchesIn(readFilter(typed), text)) {
            assert.ok(start >= from && end > start && end <= text.length)
            from = end
          }
        }
      )
    )
  })
})

describe('numbers and texts', () => {
  it("are in the reader's language", () => {
    assert.equal(number(12345, 'de'), '12.345')
    assert.equal(number(12345, 'qps-ploc'), '12,345')
    assert.equal(counted(1, '1 quote', '{0} quotes', 'en'), '1 quote')
    assert.equal(counted(1200, '1 quote', '{0} quotes', 'en'), '1,200 quotes')
    assert.deepEqual(
      [0, 0.001, 0.5, 1].map((part) => percent(part, 'en')),
      ['0%', '1%', '50%', '100%']
    )
  })

  it('take values as they are', () => {
    assert.equal(format('{0}, line {1}', '{1} $& <b>', 3), '{1} $& <b>, line 3')
  })
})

describe('what the view keeps', () => {
  it('comes back as it was', () => {
    const state = {
      scope: 'folder',
      order: 'name',
      types: ['person', 'place'],
      open: { sources: true, names: false, marks: true },
      sizes: { sources: 3, names: 1.5, marks: 2 },
      toggled: new Map([
        ['review', false],
        ['person Ann', true]
      ]),
      scroll: { sources: 120, names: 0, marks: 0 }
    } as const
    assert.deepEqual(readInterfaceState(structuredClone(storedInterfaceState(state))), state)
  })

  it('is the default for anything else', () => {
    for (const stored of [
      undefined,
      null,
      5,
      {},
      {
        ...{ scope: 'world', order: 3, types: 'person', toggled: [['a'], 7, [1, true]] },
        ...{ open: null, sizes: { sources: 0, names: NaN }, scroll: { marks: -4 } }
      }
    ])
      assert.deepEqual(readInterfaceState(stored), firstInterfaceState)
  })
})

describe('what the host says', () => {
  const empty = (scope: Scope): SidebarState => ({
    kind: 'empty',
    scope,
    reason: 'no-article',
    folder: { kind: 'none' }
  })
  const withState = (model: Model, scope: Scope = 'article') =>
    withChange(model, { kind: 'event', event: { kind: 'state', state: empty(scope) } })

  it('is shown until it has come again with the next state', () => {
    const now = withChange(withState(firstModel), { kind: 'mentions', entities: [{ key: 'a', groups: [] }] })
    const failing = withChange(now, { kind: 'failed', topics: ['mentions b'] })
    const next = withState(failing)
    assert.equal(next.generation, now.generation + 1)
    assert.deepEqual([...next.mentions.keys()], ['a'])
    assert.deepEqual([[...failing.failed], [...next.failed]], [['mentions b'], []])
  })

  it('is gone with its scope', () => {
    const now = withChange(withState(firstModel), { kind: 'mentions', entities: [{ key: 'a', groups: [] }] })
    assert.deepEqual([...withState(now, 'folder').mentions.keys()], [])
  })

  it('says where the cursor is in the present state', () => {
    const place = { uri: '', entities: [], sources: [], mention: -1, quotes: [], reveal: true }
    const now = withChange(withState(firstModel), { kind: 'event', event: { kind: 'cursor', place } })
    assert.equal(now.cursor, place)
    assert.equal(withState(now).cursor, undefined)
  })
})

describe('requests about a state', () => {
  function asking() {
    const posted: number[] = []
    const client = requestClient<WebviewSide>(({ id }) => posted.push(id))
    const heard: string[] = []
    const ask = (name: string) =>
      client.ask(
        { kind: 'found', filter: name },
        ({ counts }) => heard.push(`${name} ${counts.length}`),
        () => heard.push(`${name} failed`)
      )
    const reply = async (id: number | undefined) => {
      client.receive({ kind: 'reply', id: id!, reply: { filter: '', counts: [] } })
      await Promise.resolve()
      await Promise.resolve()
    }
    return { posted, client, heard, ask, reply }
  }

  it('are asked once for each topic until the state changes', () => {
    const { client } = asking()
    assert.deepEqual([client.isNew('a'), client.isNew('a'), client.isNew('b')], [true, false, true])
    client.startOver()
    assert.deepEqual([client.isNew('a'), client.isNew('a')], [true, false])
  })

  it('get their reply', async () => {
    const { posted, heard, ask, reply, client } = asking()
    ask('a')
    ask('b')
    await reply(posted[1])
    client.receive({ kind: 'failed', id: posted[0]! })
    await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(heard, ['b 0', 'a failed'])
  })

  it('are dropped when the state changes or nobody waits any more', async () => {
    const { posted, heard, ask, reply, client } = asking()
    ask('old')
    client.startOver()
    const giveUp = ask('unwanted')
    ask('outdated')
    ask('wanted')
    giveUp()
    client.receive({ kind: 'outdated', id: posted[2]! })
    for (const id of [posted[0], posted[1], posted[3]]) await reply(id)
    await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(heard, ['wanted 0'])
  })
})

describe('what is copied of a row', () => {
  it('are its words, and nothing that only the list adds', () => {
    const rows: readonly NodeContent[] = [
      {
        kind: 'mention',
        codes: [],
        mention: { key: 'Oslo', start: 4, end: 7, line: 1, before: ' On ', surface: 'Oslo', after: ' the rain' }
      },
      {
        kind: 'source',
        status: undefined,
        source: {
          ...{ name: 'Eva', kind: 'person', named: true, description: 'mayor', count: 2, articles: 1, share: 1 },
          kinds: { direct: 1, mixed: 0, indirect: 1 }
        },
        ...{ elsewhere: 5, elsewhereArticles: 2, most: 2, isOfFolder: false }
      },
      { kind: 'group', label: 'Persons', help: '', count: 4, icon: 'none' }
    ]
    assert.deepEqual(rows.map(rowText), ['On Oslo the rain', 'Eva', 'Persons'])
  })
})

describe('keys in the tree', () => {
  const rows = [
    { expanded: true, parent: -1 },
    { expanded: false, parent: 0 },
    { expanded: undefined, parent: 0 },
    { expanded: false, parent: -1 }
  ].map((row) => ({ ...row, node: { content: { kind: 'note' } } })) as unknown as readonly Row[]
  const press = (key: string, focused: number, held: Partial<Key> = {}) =>
    treeAction({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, rows, focused, 2)

  it('move', () => {
    assert.deepEqual(
      ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'].map((key) => press(key, 1)),
      [2, 0, 0, 3, 3, 0].map((row) => ({ kind: 'focus', row }))
    )
    assert.deepEqual(press('ArrowUp', 0), { kind: 'focus', row: 0 })
    assert.deepEqual(press('ArrowDown', 3), { kind: 'focus', row: 3 })
  })

  it('turn no page over rows that have not come yet', () => {
    const waiting = ['note', 'note', 'pending', 'note', 'note'].map((kind) => ({
      parent: -1,
      node: { content: { kind } }
    })) as unknown as readonly Row[]
    const page = (key: string, focused: number) =>
      treeAction({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }, waiting, focused, 4)
    assert.deepEqual(
      [page('PageDown', 0), page('PageDown', 2), page('PageUp', 4), page('End', 0)],
      [2, 4, 2, 4].map((row) => ({ kind: 'focus', row }))
    )
  })

  it('open and close', () => {
    assert.deepEqual(press('ArrowRight', 1), { kind: 'toggle', rows: [1], expanded: true })
    assert.deepEqual(press('ArrowRight', 0), { kind: 'focus', row: 1 })
    assert.equal(press('ArrowRight', 2), undefined)
    assert.deepEqual(press('ArrowLeft', 0), { kind: 'toggle', rows: [0], expanded: false })
    assert.deepEqual(press('ArrowLeft', 2), { kind: 'focus', row: 0 })
    assert.equal(press('ArrowLeft', 3), undefined)
    assert.deepEqual(press('*', 0), { kind: 'toggle', rows: [3], expanded: true })
  })

  it('go to the text', () => {
    assert.deepEqual(press('Enter', 2), { kind: 'activate', row: 2, mode: 'open' })
    assert.deepEqual(press('Enter', 2, { ctrlKey: true }), { kind: 'activate', row: 2, mode: 'side' })
    assert.deepEqual(press(' ', 2), { kind: 'activate', row: 2, mode: 'preview' })
  })

  it('step through words, unless they are letters of a name', () => {
    assert.deepEqual(press('n', 2), { kind: 'step', row: 2, direction: 1 })
    assert.deepEqual(press('p', 2), { kind: 'step', row: 2, direction: -1 })
    const key = { key: 'n', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    assert.deepEqual(treeAction(key, rows, 2, 2, true), { kind: 'type', character: 'n' })
  })

  it('decide about a row, and take back', () => {
    const decide = (action: string) => ({ kind: 'decide', row: 2, action })
    assert.deepEqual(press('Enter', 2, { shiftKey: true }), decide('accept'))
    assert.deepEqual(press('Delete', 2), decide('reject'))
    assert.deepEqual(press('Backspace', 2, { metaKey: true }), decide('reject'))
    assert.equal(press('Backspace', 2), undefined)
    assert.deepEqual(press('F2', 2), decide('edit'))
    assert.deepEqual(press('.', 2, { ctrlKey: true }), decide('annotate'))
    assert.deepEqual(press('.', 2), { kind: 'type', character: '.' })
    assert.deepEqual(
      [
        press('z', 2, { ctrlKey: true }),
        press('Z', 2, { metaKey: true, shiftKey: true }),
        press('y', 2, { ctrlKey: true }),
        press('z', 9, { ctrlKey: true })
      ],
      ['undo', 'redo', 'redo', 'undo'].map((step) => ({ kind: 'history', step }))
    )
  })

  it('look for names, and leave VS Code its own', () => {
    assert.deepEqual(press('o', 2), { kind: 'type', character: 'o' })
    assert.deepEqual(press('f', 2, { ctrlKey: true }), { kind: 'filter' })
    assert.deepEqual(press('Escape', 2), { kind: 'escape' })
    for (const [key, held] of [
      ['Tab', {}],
      ['F1', {}],
      ['p', { ctrlKey: true }],
      ['ArrowDown', { altKey: true }]
    ] as const)
      assert.equal(press(key, 2, held), undefined, key)
  })

  it('find the next name that begins so', () => {
    const labels = ['Actors', 'Ann', 'Bo', 'Anton', 'Chen']
    assert.equal(typeAhead(labels, 1, 'a'), 3)
    assert.equal(typeAhead(labels, 3, 'a'), 0)
    assert.equal(typeAhead(labels, 3, 'an'), 3)
    assert.equal(typeAhead(labels, 0, 'x'), undefined)
  })
})
