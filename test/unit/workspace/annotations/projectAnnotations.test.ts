import assert from 'node:assert/strict'
import {
  anchorAt,
  FileFailure,
  layerPath,
  openAnnotationStore,
  placeDecisions,
  writeLayer,
  type Code,
  type Decision,
  type DecisionContent,
  type Step
} from '../../../../src/annotations'
import type { AnnotationHomes } from '../../../../src/workspace/annotations/annotationHomes'
import type { Annotations } from '../../../../src/workspace/annotations/annotations'
import { projectAnnotations } from '../../../../src/workspace/annotations/projectAnnotations'
import type { JournalPlace } from '../../../../src/workspace/annotations/stepJournal'
import { memoryFiles } from '../../annotations/disk/memoryFiles'
import { eventually, MemoryWorkspace, uriOf } from '../memoryWorkspace'
import { folder, memoryHomes, memorySettings } from './memoryHomes'
import { memoryJournal } from './memoryJournal'

const text = 'Mayor Maria Lopez said the bridge was safe. Peter Novak said it was not.\n'
const article = uriOf('a.txt')
const person: DecisionContent = { kind: 'mention', type: 'person', acting: false }

describe('the annotations of a window', () => {
  const opened: Annotations[] = []
  afterEach(() => {
    for (const one of opened.splice(0)) one.dispose()
  })

  function windowOf(files = memoryFiles(), annotator: string | undefined = 'Ann', journal?: JournalPlace) {
    const workspace = new MemoryWorkspace({ 'a.txt': text, 'b.txt': text })
    const home = memoryHomes(files, (id) => workspace.files.has(id))
    const settings = memorySettings(annotator)
    const annotations = projectAnnotations({
      homes: home.homes,
      texts: workspace.texts,
      settings: settings.settings,
      journal,
      log: workspace.log
    })
    opened.push(annotations)
    return { workspace, files, annotations, ...home, settings }
  }

  it('have a decision at once, write it, and find it again in another session', async () => {
    const { annotations, files } = windowOf()
    await annotations.load(article)
    annotations.perform(stepOf('Mark Novak', deciding(annotations, person, 'Novak')))
    assert.deepEqual(shown(annotations), ['Ann mention Novak'])
    await annotations.written()
    assert.deepEqual([...files.contents.keys()], [layerPath('a.txt', 'Ann')])
    const later = windowOf(files).annotations
    await later.load(article)
    assert.deepEqual(shown(later), ['Ann mention Novak'])
  })

  it('keep a decision that is made before the layers are read', async () => {
    const { annotations, files } = windowOf()
    annotations.perform(stepOf('Mark Novak', deciding(annotations, person, 'Novak')))
    await annotations.written()
    const other = windowOf(files, 'Ann').annotations
    other.perform(stepOf('Mark Lopez', deciding(other, person, 'Lopez')))
    assert.deepEqual(shown(other), ['Ann mention Lopez'])
    await other.load(article)
    assert.deepEqual(shown(other), ['Ann mention Lopez', 'Ann mention Novak'])
    await other.written()
    await annotations.load(uriOf('b.txt'))
  })

  it('are there again when the window was ended before it had written them, also what was undone', async () => {
    const { journal, texts } = memoryJournal()
    const files = memoryFiles()
    const first = windowOf(files, 'Ann', journal('first')).annotations
    first.perform(stepOf('Mark Lopez', deciding(first, person, 'Lopez')))
    await first.written()
    await eventually(
      () => texts.size,
      (size) => size === 0
    )
    const ended = windowOf({ ...files, lock: () => new Promise(() => {}) }, 'Ann', journal('ended')).annotations
    await ended.load(article)
    ended.perform(stepOf('Mark Novak', deciding(ended, person, 'Novak')))
    const [lopez] = ended.decisions(article)
    ended.perform({ label: 'Undo Lopez', edits: [{ kind: 'decision', article: article.toString(), before: lopez! }] })
    await eventually(
      () => [...texts.values()].join(),
      (kept) => kept.includes('Undo Lopez')
    )
    const next = windowOf(files, 'Ann', journal('next')).annotations
    await next.load(article)
    await next.written()
    assert.deepEqual(shown(next), ['Ann mention Novak'])
    await eventually(
      () => texts.size,
      (size) => size === 0
    )
    const last = windowOf(files, 'Ann', journal('last')).annotations
    await last.load(article)
    assert.deepEqual(shown(last), ['Ann mention Novak'])
  })

  it('undo and redo steps of many edits as one, to the byte on disk', async () => {
    const { annotations, files } = windowOf()
    await annotations.load(article)
    const states: ReadonlyMap<string, string>[] = []
    const note = async () => {
      await annotations.written()
      states.push(new Map(files.contents))
    }
    await note()
    const [novak, lopez] = [deciding(annotations, person, 'Novak'), deciding(annotations, person, 'Lopez')]
    annotations.perform(stepOf('Mark two', novak, lopez))
    await note()
    annotations.perform({
      label: 'Unmark Novak, and a code',
      edits: [
        { kind: 'decision', article: article.toString(), before: novak },
        { kind: 'code', folder, after: economy }
      ]
    })
    await note()
    annotations.perform(stepOf('Memo', deciding(annotations, { kind: 'memo', text: 'why?' }, 'bridge')))
    await note()
    const labels: (string | undefined)[] = []
    for (const state of [...states].reverse().slice(1)) {
      labels.push(annotations.undoLabel())
      annotations.undo()
      await annotations.written()
      assert.deepEqual(files.contents, state)
    }
    assert.deepEqual(labels, ['Memo', 'Unmark Novak, and a code', 'Mark two'])
    assert.deepEqual([annotations.undo(), annotations.undoLabel()], [undefined, undefined])
    for (const state of states.slice(1)) {
      annotations.redo()
      await annotations.written()
      assert.deepEqual(files.contents, state)
    }
    assert.equal(annotations.redoLabel(), undefined)
    annotations.undo()
    annotations.perform(stepOf('Another', deciding(annotations, person, 'Mayor')))
    assert.equal(annotations.redoLabel(), undefined, 'what was undone is given up')
  })

  it('follow what is typed, and are written with the text', async () => {
    const { annotations, workspace, files } = windowOf()
    const document = workspace.open('a.txt')
    await annotations.load(article)
    annotations.perform(stepOf('Mark Novak', deciding(annotations, person, 'Novak')))
    await annotations.written()
    workspace.type(document, 'On Monday, ', 0)
    assert.deepEqual(shown(annotations, document.getText()), ['Ann mention Novak'])
    workspace.save(document)
    await annotations.written()
    const later = windowOf(files).annotations
    await later.load(article)
    assert.deepEqual(shown(later, document.getText()), ['Ann mention Novak'])
    workspace.type(document, '', document.getText().indexOf('Peter'), document.getText().indexOf(' said it'))
    assert.deepEqual(shown(annotations, document.getText()), ['Ann mention Novak: orphan'])
  })

  it('of two windows lose nothing of each other', async () => {
    const files = memoryFiles()
    const [one, two] = [windowOf(files), windowOf(files)]
    await Promise.all([one.annotations.load(article), two.annotations.load(article)])
    one.annotations.perform(stepOf('Mark Novak', deciding(one.annotations, person, 'Novak')))
    two.annotations.perform(stepOf('Mark Lopez', deciding(two.annotations, person, 'Lopez')))
    await Promise.all([one.annotations.written(), two.annotations.written()])
    one.changed(layerPath('a.txt', 'Ann'))
    two.changed(layerPath('a.txt', 'Ann'))
    for (const { annotations } of [one, two])
      await eventually(
        () => shown(annotations),
        (decisions) => decisions.join() === 'Ann mention Lopez,Ann mention Novak'
      )
  })

  it('stay in memory while their file is broken, and are written when it is whole again', async () => {
    const { annotations, files, changed } = windowOf()
    await annotations.load(article)
    annotations.perform(stepOf('Mark Novak', deciding(annotations, person, 'Novak')))
    await annotations.written()
    const path = layerPath('a.txt', 'Ann')
    const whole = files.contents.get(path)!
    files.contents.set(path, '<<<<<<< HEAD\n')
    changed(path)
    await eventually(
      () => annotations.problems().map(({ kind }) => kind),
      (kinds) => kinds.join() === 'broken'
    )
    annotations.perform(stepOf('Mark Lopez', deciding(annotations, person, 'Lopez')))
    await annotations.written()
    assert.deepEqual(shown(annotations), ['Ann mention Lopez', 'Ann mention Novak'])
    assert.equal(files.contents.get(path), '<<<<<<< HEAD\n', 'the file is left as it is')
    files.contents.set(path, whole)
    changed(path)
    await eventually(
      () => annotations.problems().length,
      (count) => count === 0
    )
    await annotations.written()
    const later = windowOf(files).annotations
    await later.load(article)
    assert.deepEqual(shown(later), ['Ann mention Lopez', 'Ann mention Novak'])
  })

  it('that cannot be written are told, kept, and written later', async () => {
    const { annotations, files } = windowOf()
    await annotations.load(article)
    files.failure = new FileFailure('no-space', 'the disk is full')
    annotations.perform(stepOf('Mark Novak', deciding(annotations, person, 'Novak')))
    await annotations.written()
    assert.deepEqual(
      annotations.problems().map(({ kind, detail }) => `${kind}: ${detail}`),
      ['not-written: the disk is full']
    )
    assert.deepEqual(shown(annotations), ['Ann mention Novak'])
    files.failure = undefined
    annotations.perform(stepOf('Mark Lopez', deciding(annotations, person, 'Lopez')))
    await annotations.written()
    assert.deepEqual(annotations.problems(), [])
    const later = windowOf(files).annotations
    await later.load(article)
    assert.deepEqual(shown(later), ['Ann mention Lopez', 'Ann mention Novak'])
  })

  it('go with an article that gets another name', async () => {
    const { annotations, files, rename } = windowOf()
    await annotations.load(article)
    annotations.perform(stepOf('Mark Novak', deciding(annotations, person, 'Novak')))
    await annotations.written()
    rename([{ from: article, to: uriOf('sub/c.txt') }])
    await eventually(
      () => annotations.decisions(uriOf('sub/c.txt')).length,
      (count) => count === 1
    )
    assert.deepEqual([...files.contents.keys()], [layerPath('sub/c.txt', 'Ann')])
    assert.deepEqual(annotations.decisions(article), [])
  })

  it('have no other owner while VS Code renames their article', async () => {
    const { annotations, rename, workspace } = windowOf()
    await annotations.load(article)
    annotations.perform(stepOf('Mark Novak', deciding(annotations, person, 'Novak')))
    await annotations.written()
    workspace.delete(article.toString())
    rename([{ from: article, to: uriOf('c.txt') }])
    assert.equal(await annotations.ownerFor(uriOf('c.txt'), text), undefined)
  })

  it('are undone and done again under the new name of an article, also what is decided while it gets it', async () => {
    const { annotations, files, rename } = windowOf()
    const renamed = uriOf('sub/c.txt')
    await annotations.load(article)
    annotations.perform(stepOf('Mark Novak', deciding(annotations, person, 'Novak')))
    rename([{ from: article, to: renamed }])
    await Promise.resolve()
    annotations.perform(stepOf('Mark Lopez', deciding(annotations, person, 'Lopez')))
    await eventually(
      () => annotations.decisions(renamed).length,
      (count) => count === 2
    )
    await annotations.written()
    annotations.undo()
    assert.deepEqual(annotations.decisions(renamed).map(wordsOf), ['Novak'])
    annotations.undo()
    assert.deepEqual(annotations.decisions(renamed), [])
    annotations.redo()
    await annotations.written()
    assert.deepEqual(annotations.decisions(renamed).map(wordsOf), ['Novak'])
    assert.deepEqual([...files.contents.keys()], [layerPath('sub/c.txt', 'Ann')])
  })

  it('go with an article to another folder of the workspace, and stay where they are when it cannot be written', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': text })
    const [files, others] = [memoryFiles(), memoryFiles()]
    const home = memoryHomes(files)
    const second = 'file:///second'
    const isInSecond = (path: string) => path.startsWith('/second/')
    const annotations = projectAnnotations({
      homes: {
        ...home.homes,
        homeOf: (uri) =>
          isInSecond(uri.path) ? { folder: second, path: uri.path.slice('/second/'.length) } : home.homes.homeOf(uri),
        storeOf: (root) => openAnnotationStore(root === second ? others : files, undefined)
      },
      texts: workspace.texts,
      settings: memorySettings().settings,
      log: workspace.log
    })
    opened.push(annotations)
    await annotations.load(article)
    annotations.perform(stepOf('Mark Novak', deciding(annotations, person, 'Novak')))
    const away = article.with({ path: '/second/news/b.txt' })
    const isAway = () => others.contents.size === 1 && files.contents.size === 0
    others.failure = new FileFailure('read-only', 'read-only file system')
    home.rename([{ from: article, to: away }])
    await eventually(
      () => annotations.decisions(away).length,
      (count) => count === 1
    )
    await annotations.written()
    assert.deepEqual([...files.contents.keys()], [layerPath('a.txt', 'Ann')])
    others.failure = undefined
    await annotations.written()
    home.rename([{ from: article, to: away }])
    await eventually(isAway, (is) => is)
    await annotations.written()
    assert.deepEqual([...others.contents.keys()], [layerPath('news/b.txt', 'Ann')])
    assert.deepEqual(annotations.decisions(article), [])
    annotations.undo()
    assert.deepEqual(annotations.decisions(away), [])
  })

  it('are those of the nearest folder with annotations; what is told of another folder is that it is not used', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': text, 'sub/a.txt': text })
    const [outer, inner] = [memoryFiles(), memoryFiles()]
    const home = memoryHomes(outer)
    const nearer = 'file:///folder/sub'
    let isFound = false
    const isInner = (path: string) => isFound && path.startsWith('/folder/sub/')
    const homes: AnnotationHomes = {
      ...home.homes,
      find: () => Promise.resolve().then(() => void (isFound = true)),
      homeOf: (uri) =>
        isInner(uri.path) ? { folder: nearer, path: uri.path.slice('/folder/sub/'.length) } : home.homes.homeOf(uri),
      folders: () => (isFound ? [folder, nearer] : [folder]),
      storeOf: (root) => openAnnotationStore(root === nearer ? inner : outer, undefined)
    }
    const other = openAnnotationStore(outer, undefined)
    const start = text.indexOf('Novak')
    const target = [anchorAt(text, { start, end: start + 5 })]
    const made = { id: economy.id, creator: 'Ann', created: economy.created, target, kind: 'reject' } as const
    for (const path of ['a.txt', 'sub/a.txt']) await other.saveLayer(path, 'Ann', [{ after: made }])
    const { settings } = memorySettings()
    const annotations = projectAnnotations({ homes, texts: workspace.texts, settings, log: workspace.log })
    opened.push(annotations)
    await annotations.loadAll()
    await annotations.load(uriOf('sub/a.txt'))
    assert.deepEqual(annotations.articles().map(String), [article.toString()])
    assert.deepEqual(annotations.decisions(uriOf('sub/a.txt')), [])
    assert.deepEqual(
      annotations.problems().map(({ kind, file, detail }) => `${kind} ${file.path}: ${detail}`),
      ['not-used /folder/.annotations/sub: sub']
    )
    const after = annotations.draft(person, { target })
    const id = uriOf('sub/a.txt').toString()
    annotations.perform({ label: 'Mark', edits: [{ kind: 'decision', article: id, after }] })
    await annotations.written()
    assert.deepEqual([...inner.contents.keys()], [layerPath('a.txt', 'Ann')])
    assert.deepEqual(annotations.articles().map(String), [article.toString(), id])
  })

  it('are followed from where another program put them, which counts characters and knows nothing around them', async () => {
    const emojis = '\u{1F600}\u{1F600} Novak came. Novak left. Novak came back.\n'
    const written = JSON.parse(writeLayer({ annotator: 'Eve', decisions: [] }, 'c.txt')) as { items: unknown[] }
    const inCodePoints = [...emojis.slice(0, emojis.indexOf('Novak left'))].length
    written.items = [annotationOfOthers('Novak', inCodePoints)]
    for (const isKnownBefore of [true, false]) {
      const files = memoryFiles({ [layerPath('c.txt', 'eve')]: JSON.stringify(written) })
      const { annotations, workspace } = windowOf(files)
      const uri = uriOf('c.txt')
      if (isKnownBefore) await annotations.load(uri)
      const document = workspace.open('c.txt', emojis)
      await annotations.load(uri)
      workspace.type(document, 'On Monday, ', 0)
      const [placed] = placeDecisions(document.getText(), annotations.decisions(uri))
      assert.deepEqual(
        [placed?.state, placed?.decision.target[0]?.start],
        ['placed', document.getText().indexOf('Novak left')]
      )
    }
  })

  it('are undone where their words are now', async () => {
    const { annotations, workspace } = windowOf()
    const repeated = 'Yes, said Novak.\n'.repeat(12)
    const document = workspace.open('c.txt', repeated)
    await annotations.load(document.uri)
    const at = (index: number) => ({ start: 10 + 17 * index, end: 15 + 17 * index })
    const before = annotations.draft(person, { target: [anchorAt(repeated, at(5))] })
    const id = document.uri.toString()
    annotations.perform({ label: 'Mark', edits: [{ kind: 'decision', article: id, after: before }] })
    const group: DecisionContent = { kind: 'mention', type: 'group', acting: false }
    const after = { ...before, ...group } as Decision
    annotations.perform({ label: 'Change', edits: [{ kind: 'decision', article: id, before, after }] })
    workspace.type(document, '', 0, 17)
    annotations.undo()
    const [placed] = placeDecisions(document.getText(), annotations.decisions(document.uri))
    assert.equal(`${placed?.state} ${placed?.decision.target[0]?.start}`, `placed ${at(4).start}`)
  })

  it('are found for an article that another program renamed, and are taken over when somebody says so', async () => {
    const { annotations, workspace, files } = windowOf()
    await annotations.load(article)
    annotations.perform(stepOf('Mark Novak', deciding(annotations, person, 'Novak')))
    await annotations.written()
    workspace.delete(article.toString())
    assert.equal(await annotations.ownerFor(uriOf('b.txt'), 'Another text.'), undefined)
    const found = await annotations.ownerFor(uriOf('b.txt'), text)
    assert.deepEqual([found?.owner.toString(), found?.isThere], [article.toString(), false])
    await annotations.takeOver(article, uriOf('b.txt'))
    assert.deepEqual(annotations.decisions(uriOf('b.txt')).map(wordsOf), ['Novak'])
    assert.deepEqual([...files.contents.keys()], [layerPath('b.txt', 'Ann')])
  })

  it('of several annotators are all shown, the newer decision in the place of the older, or the own ones alone', async () => {
    const files = memoryFiles()
    const ben = windowOf(files, 'Ben').annotations
    ben.perform(stepOf('Mark', deciding(ben, person, 'Novak'), deciding(ben, person, 'Lopez')))
    await ben.written()
    const { annotations, settings } = windowOf(files, 'Ann')
    await annotations.load(article)
    const newer = { ...deciding(annotations, person, 'Novak'), created: '2099-01-01T00:00:00.000Z' }
    annotations.perform(stepOf('Mark', newer))
    assert.deepEqual(shown(annotations), ['Ben mention Lopez', 'Ann mention Novak'])
    settings.set({ shown: 'own' })
    assert.deepEqual(shown(annotations), ['Ann mention Novak'])
    assert.deepEqual(
      annotations.layers(article).map(({ annotator }) => annotator),
      ['Ann', 'Ben']
    )
  })

  it('cannot be kept on what is no file', () => {
    const { annotations } = windowOf()
    const untitled = article.with({ scheme: 'untitled' })
    assert.equal(annotations.canAnnotate(untitled), false)
    const step = stepOf('Mark Novak', deciding(annotations, person, 'Novak'))
    const elsewhere = { ...step, edits: step.edits.map((edit) => ({ ...edit, article: untitled.toString() }) as never) }
    assert.throws(() => annotations.perform(elsewhere), /is no file/)
    assert.equal(annotations.undoLabel(), undefined)
  })
})

const economy: Code = {
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  name: 'economy',
  color: '#336699',
  order: 0,
  creator: 'Ann',
  created: '2026-11-27T08:00:00.000Z'
}

function deciding(annotations: Annotations, content: DecisionContent, word: string): Decision {
  const start = text.indexOf(word)
  return annotations.draft(content, { target: [anchorAt(text, { start, end: start + word.length })] })
}

function stepOf(label: string, ...decisions: readonly Decision[]): Step {
  return { label, edits: decisions.map((after) => ({ kind: 'decision', article: article.toString(), after })) }
}

/** A code as another program writes it: without our own offsets, and without the words around. */
function annotationOfOthers(exact: string, start: number): unknown {
  return {
    id: 'urn:uuid:00000000-0000-4000-8000-000000000009',
    type: 'Annotation',
    motivation: 'tagging',
    creator: 'Eve',
    created: '2026-11-27T08:00:00.000Z',
    body: { type: 'SpecificResource', purpose: 'tagging', source: economy.id },
    target: {
      source: 'c.txt',
      selector: [
        { type: 'TextQuoteSelector', exact },
        { type: 'TextPositionSelector', start, end: start + exact.length }
      ]
    }
  }
}

/** "Ann mention Novak" of each decision that holds, with its state where that is not "placed". */
function shown(annotations: Annotations, present = text): readonly string[] {
  return placeDecisions(present, annotations.decisions(article)).map(({ decision, state }) =>
    [`${decision.creator} ${decision.kind} ${wordsOf(decision)}`, ...(state === 'placed' ? [] : [state])].join(': ')
  )
}

function wordsOf({ target }: Decision): string {
  return target.map(({ exact }) => exact).join(' ')
}
