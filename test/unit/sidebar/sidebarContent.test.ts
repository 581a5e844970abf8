import assert from 'node:assert/strict'
import type { HostEvent, SidebarState } from '../../../src/protocol/sidebar'
import type { ArticleEditors } from '../../../src/sidebar/articleEditors'
import { sidebarContent } from '../../../src/sidebar/sidebarContent'
import { applyDecisions } from '../../../src/annotations'
import { emitter } from '../../../src/util/emitter'
import { showDecisions } from '../../../src/workspace/annotations/showDecisions'
import { ArticleDocuments } from '../../../src/workspace/articleDocuments'
import { ArticleFolder } from '../../../src/workspace/articleFolder'
import type { OpenText } from '../../../src/workspace/openTexts'
import { loadTestEngine } from '../../engine'
import { MemoryAnnotations } from '../workspace/memoryAnnotations'
import { eventually, MemoryWorkspace, type MemoryText } from '../workspace/memoryWorkspace'
import { study } from '../../../src/study/study.js'
import { memoryKept, plainSettings } from '../study/memoryStudy.js'

const texts = {
  'a.txt': 'Oda Brennvik spoke first.\n\n"The bridge will be open before the winter comes," Brennvik said.\n',
  'b.txt': '"The bridge is late," Oda Brennvik, a county spokeswoman, said on Monday.\n'
}

describe('what the sidebar posts', () => {
  const opened: { dispose(): void }[] = []

  afterEach(() => {
    for (const disposable of opened.splice(0).reverse()) disposable.dispose()
  })

  async function sidebar() {
    const workspace = new MemoryWorkspace(texts)
    const { texts: openTexts, folderFiles: files, log } = workspace
    const annotations = new MemoryAnnotations({ apply: (...given) => applyDecisions(...given) })
    const documents = new ArticleDocuments({ texts: openTexts, engine: loadTestEngine, decisions: annotations, log })
    const folder = new ArticleFolder({ files, documents, engine: loadTestEngine, log })
    const editors = new MemoryEditors()
    const events: HostEvent[] = []
    const shown = study({ folder, annotations, settings: plainSettings, kept: memoryKept() })
    const content = sidebarContent({
      documents,
      folder,
      editors,
      annotations,
      study: shown,
      post: (event) => events.push(event),
      onFailure: (error) => assert.fail(String(error))
    })
    opened.push(annotations, documents, folder, shown, content, showDecisions(annotations, documents, openTexts))
    await folder.refresh()
    /** The folder is read again, with nothing changed, until the sidebar has looked and posted how the folder is. */
    const unchanged = async () => {
      const from = events.length
      await folder.refresh()
      await eventually(
        () => events.slice(from).map(({ kind }) => kind),
        (kinds) => kinds.includes('folder')
      )
    }
    const states = () => events.flatMap((event) => (event.kind === 'state' ? event.state : []))
    const openArticle = async (name: string) => {
      const text = workspace.open(name)
      await documents.analyze(text)
      editors.activate(text)
      return text
    }
    /** Shows the lists of the article in the editor, and waits for them: they are made in slices of time. */
    const showArticle = async () => {
      const before = states().length
      content.show('article')
      await eventually(
        () => states().length,
        (count) => count > before
      )
    }
    return {
      showArticle,
      workspace,
      annotations,
      documents,
      folder,
      editors,
      events,
      states,
      unchanged,
      content,
      openArticle,
      shown
    }
  }

  it('is one state for a change of the article, with its sources in the folder as they are after it', async () => {
    const { workspace, states, unchanged, content, openArticle } = await sidebar()
    const text = await openArticle('a.txt')
    content.show('article')
    await eventually(
      () => states().length,
      (count) => count === 1
    )
    assert.deepEqual(states().map(sourcesOf), [['Oda Brennvik 1 +1']])
    workspace.type(text, '\n"We are proud of it," Brennvik said.\n')
    await eventually(
      () => states().length,
      (count) => count === 2
    )
    await unchanged()
    assert.deepEqual(states().map(sourcesOf), [['Oda Brennvik 1 +1'], ['Oda Brennvik 2 +1']])
  })

  it('is a new state when something is decided or the codebook changes, in an article and in the folder', async () => {
    const { annotations, states, content, openArticle, showArticle } = await sidebar()
    const { uri } = await openArticle('a.txt')
    await showArticle()
    const words = 'The bridge'
    const start = texts['a.txt'].indexOf(words)
    const target = [{ start, end: start + words.length, exact: words, prefix: '', suffix: '' }]
    const after = annotations.draft({ kind: 'code', code: 'c1' }, { target })
    annotations.perform({ label: 'Code', edits: [{ kind: 'decision', article: uri.toString(), after }] })
    const codes = () =>
      states().map((state) =>
        state.kind === 'empty'
          ? []
          : (state.decided?.codes.map(({ path, count }) => `${path.join('/')} ${count}`) ?? [])
      )
    await eventually(codes, (all) => all.length === 2)
    const code = { id: 'c1', name: 'works', color: '#d7263d', order: 0, creator: 'Ann', created: '' }
    annotations.perform({ label: 'New code', edits: [{ kind: 'code', folder: 'file:///folder', after: code }] })
    await eventually(codes, (all) => all.length === 3)
    assert.deepEqual(codes(), [[], [' 1'], ['works 1']])
    content.show('folder')
    await eventually(codes, (all) => all.at(-1)?.[0] === 'works 1' && states().at(-1)?.kind === 'folder')
    annotations.undo()
    annotations.undo()
    await eventually(codes, (all) => all.at(-1)?.length === 0)
    assert.equal(states().at(-1)?.kind, 'folder')
  })

  it('is a new state when another article of the folder changes, and none when nothing that is shown does', async () => {
    const { workspace, states, unchanged, openArticle, showArticle } = await sidebar()
    const text = await openArticle('a.txt')
    await showArticle()
    workspace.write(
      text.uri.toString().replace('a.txt', 'b.txt'),
      `${texts['b.txt']}\n"It will not be," Brennvik said.\n`
    )
    await eventually(
      () => states().length,
      (count) => count === 2
    )
    assert.deepEqual(sourcesOf(states()[1]), ['Oda Brennvik 1 +2'])
    await unchanged()
    assert.equal(states().length, 2)
  })

  it('says nothing of other articles for an article that is not in the folder', async () => {
    const { workspace, states, content, editors } = await sidebar()
    const text = workspace.open('elsewhere.md', texts['b.txt'])
    editors.activate(text)
    content.show('article')
    await eventually(
      () => states().at(-1),
      (state) => state?.kind === 'list'
    )
    assert.deepEqual(sourcesOf(states().at(-1)), ['Oda Brennvik 1 +0'])
  })

  it('keeps the list while the reader looks into another article from it', async () => {
    const { workspace, states, unchanged, content, openArticle, editors, showArticle } = await sidebar()
    await openArticle('a.txt')
    await showArticle()
    const other = workspace.open('b.txt')
    content.expectCursor({ uri: other.uri.toString(), start: 0, end: 5 }, true)
    editors.activate(other)
    editors.select(other, 0, 5, false)
    await unchanged()
    assert.deepEqual(states().map(titleOf), ['a.txt'])
    editors.select(other, 3, 3, true)
    await eventually(
      () => states().length,
      (count) => count === 2
    )
    assert.deepEqual(states().map(titleOf), ['a.txt', 'b.txt'])
  })

  it('is where the cursor is, once the list is of the text that the cursor is in', async () => {
    const { events, content, openArticle, editors, showArticle } = await sidebar()
    const text = await openArticle('a.txt')
    await showArticle()
    const cursor = () => events.flatMap((event) => (event.kind === 'cursor' ? event.place : [])).at(-1)
    editors.select(text, texts['a.txt'].indexOf('Brennvik said'), texts['a.txt'].indexOf('Brennvik said'), true)
    await eventually(cursor, (place) => place?.entities[0] === 'person Oda Brennvik')
    content.expectCursor({ uri: text.uri.toString(), start: 30, end: 40 }, true)
    editors.select(text, 30, 40, false)
    await eventually(cursor, (place) => place?.quotes.length === 1)
    assert.equal(cursor()?.reveal, false, 'the sidebar itself moved it')
  })

  it('is the folder under a filter, and nothing more once nobody looks', async () => {
    const { workspace, folder, states, content, openArticle, shown } = await sidebar()
    const text = await openArticle('a.txt')
    shown.filter.set('late')
    content.show('folder')
    await eventually(
      () => states().at(-1),
      (state) => state?.kind === 'folder'
    )
    const [state] = states().slice(-1)
    assert.ok(state?.kind === 'folder')
    assert.deepEqual([state.filter, state.tallies.quotes.count, state.tallies.quotes.total], ['late', 1, 2])
    content.setFilter('')
    await eventually(
      () => states().at(-1),
      (next) => next?.kind === 'folder' && next.filter === ''
    )
    content.hide()
    const count = states().length
    let changes = 0
    folder.onDidChange(() => changes++)
    // What the first change would bring comes long before the second one.
    for (const change of [1, 2]) {
      workspace.type(text, ' More.')
      await eventually(
        () => changes,
        (number) => number >= change
      )
    }
    assert.equal(states().length, count)
  })

  it('is where the cursor is again after a preview of another article', async () => {
    const { workspace, events, content, openArticle, editors, showArticle } = await sidebar()
    const own = await openArticle('a.txt')
    await showArticle()
    const cursor = () => events.flatMap((event) => (event.kind === 'cursor' ? event.place.uri : [])).at(-1)
    const other = workspace.open('b.txt')
    content.expectCursor({ uri: other.uri.toString(), start: 0, end: 5 }, true)
    editors.activate(other)
    editors.select(other, 0, 5, false)
    await eventually(cursor, (uri) => uri === '')
    editors.activate(own)
    await eventually(cursor, (uri) => uri === own.uri.toString())
  })

  it('is never of another article than the one that is looked at', async () => {
    const { workspace, states, content, openArticle, editors, showArticle } = await sidebar()
    await openArticle('a.txt')
    await showArticle()
    const other = workspace.open('b.txt')
    editors.activate(other)
    assert.deepEqual(
      states().map(titleOf),
      ['a.txt', 'empty'],
      'at once, before anything is known of the other article'
    )
    assert.equal(await content.answers.mentions({ kind: 'mentions', keys: ['person Oda Brennvik'] }), undefined)
    await eventually(
      () => states().map(titleOf),
      (titles) => titles.at(-1) === 'b.txt'
    )
    const own = await openArticle('a.txt')
    await eventually(
      () => titleOf(states().at(-1)!),
      (title) => title === 'a.txt'
    )
    assert.equal(content.shown()?.article?.toString(), own.uri.toString())
  })

  it('is why there are no lists, of a file that is no article', async () => {
    const { workspace, states, content, editors } = await sidebar()
    const changes = Array.from(
      { length: 30 },
      (_, index) => `## 1.${index}.0\n\n- Fixed the parser.\n- Added option ${index}.\n`
    )
    editors.activate(workspace.open('CHANGELOG.md', `# Changelog\n\n${changes.join('\n')}`))
    content.show('article')
    const state = await eventually(
      () => states().at(-1),
      (now) => now?.kind === 'empty' && now.reason !== 'analyzing'
    )
    assert.ok(state?.kind === 'empty')
    assert.deepEqual([state.reason, state.said], ['not-article', { title: 'Not an article', help: 'by text' }])
  })

  it('follows the filter of the window, and does not hear its own', async () => {
    const { events, states, content, shown } = await sidebar()
    const filters = () => events.flatMap((event) => (event.kind === 'filter' ? event.filter : []))
    content.show('folder')
    await eventually(
      () => states().at(-1)?.kind,
      (kind) => kind === 'folder'
    )
    content.setFilter('late')
    shown.filter.set('source:"Oda Brennvik"')
    await eventually(
      () => states().at(-1),
      (state) => state?.kind === 'folder' && state.filter === 'source:"Oda Brennvik"'
    )
    assert.deepEqual(filters(), ['', 'source:"Oda Brennvik"'])
    shown.filter.save({ name: 'Oda', query: shown.filter.query() })
    assert.deepEqual(events.at(-1), {
      kind: 'searches',
      searches: [{ name: 'Oda', query: 'source:"Oda Brennvik"' }]
    })
  })

  it('finds the first words of a list without opening it', async () => {
    const { states, content } = await sidebar()
    content.show('folder')
    await eventually(
      () => states().at(-1)?.kind,
      (kind) => kind === 'folder'
    )
    const state = states().at(-1)
    assert.ok(state?.kind === 'folder')
    const [source] = state.pages.find(({ list }) => list.kind === 'sources')?.rows ?? []
    assert.ok(source?.kind === 'source')
    const place = (await content.firstPlace(source.opens.list)) ?? assert.fail()
    assert.equal(texts['a.txt'].slice(place.start, place.end), '"The bridge will be open before the winter comes,"')
    assert.equal(await content.firstPlace({ kind: 'source', entity: 'nobody' }), undefined)
  })

  it('answers what is asked of the state that was posted last', async () => {
    const { content, openArticle, showArticle } = await sidebar()
    await openArticle('a.txt')
    assert.equal(await content.answers.mentions({ kind: 'mentions', keys: [] }), undefined, 'nothing was posted')
    await showArticle()
    const mentions = await content.answers.mentions({ kind: 'mentions', keys: ['person Oda Brennvik', 'nobody'] })
    assert.deepEqual(
      mentions?.map(({ key, groups }) => [
        key,
        ...groups.flatMap((group) => group.mentions.map(({ key: words }) => words))
      ]),
      [['person Oda Brennvik', 'name Oda Brennvik', 'name Brennvik']]
    )
    const found = await content.answers.found({ kind: 'found', filter: 'late' })
    assert.deepEqual(found?.counts, [['person Oda Brennvik', 1]])
    const elsewhere = await content.answers.elsewhere({
      kind: 'elsewhere',
      source: 'person Oda Brennvik',
      filter: 'late',
      count: 9
    })
    assert.deepEqual(
      elsewhere?.quotes.map(({ text }) => text),
      ['"The bridge is late,"']
    )
  })
})

/** Name, own quotes and quotes elsewhere of each source. */
function sourcesOf(state: SidebarState | undefined): readonly string[] {
  if (state?.kind !== 'list') return [state?.kind ?? 'nothing']
  return state.links.map(({ name, distinct, elsewhere }) => `${name} ${distinct} +${elsewhere}`)
}

function titleOf(state: SidebarState): string {
  return state.kind === 'list' ? (state.articles[0]?.name ?? '') : state.kind
}

class MemoryEditors implements ArticleEditors {
  readonly #active = emitter<OpenText | undefined>()
  readonly #visible = emitter()
  readonly #selection = emitter<{ readonly document: OpenText; readonly isByHand: boolean }>()
  readonly #settings = emitter()
  readonly #folders = emitter()
  #editor: { document: MemoryText; selection: { start: number; end: number } } | undefined

  activate(document: MemoryText): void {
    this.#editor = { document, selection: { start: 0, end: 0 } }
    this.#active.fire(document)
  }

  select(document: MemoryText, start: number, end: number, isByHand: boolean): void {
    this.#editor = { document, selection: { start, end } }
    this.#selection.fire({ document, isByHand })
  }

  readonly followed = () => this.#editor
  readonly whyNoArticle: ArticleEditors['whyNoArticle'] = ({ standing }) =>
    standing?.isArticle === false ? { title: 'Not an article', help: `by ${standing.by}` } : undefined
  readonly languageNote = () => undefined
  readonly showsAttitudes = () => false
  readonly hasFolder = () => true
  readonly onDidChangeActive = this.#active.event
  readonly onDidChangeVisible = this.#visible.event
  readonly onDidChangeSelection = this.#selection.event
  readonly onDidChangeSettings = this.#settings.event
  readonly onDidChangeFolders = this.#folders.event
}
