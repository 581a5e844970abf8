import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layerPath, lockPath, openAnnotationStore, type AnnotationStore } from '../../../../src/annotations'
import { nodeAnnotationFiles } from '../../../../src/cli/annotationFiles'
import { article, numbered, numberOf } from '../kill/numbered'

const path = layerPath(article, 'anna')

describe('the annotations on a disk', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'aa-disk-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const open = (folder = root) => openAnnotationStore(nodeAnnotationFiles(folder), undefined)
  const save = (store: AnnotationStore, annotator: string, ...numbers: readonly number[]) =>
    store.saveLayer(
      article,
      annotator,
      numbers.map((n) => ({ after: { ...numbered(n), creator: annotator } }))
    )
  const numbersIn = async (folder = root) =>
    (await open(folder).layers(article)).layers.map(({ annotator, decisions }) => [
      annotator,
      ...decisions.map(numberOf)
    ])
  const edit = (change: (text: string) => string) =>
    writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')))

  it('are found again, and leave nothing behind when they are taken back', async () => {
    assert.deepEqual(await numbersIn(), [])
    await save(open(), 'anna', 1, 2)
    assert.deepEqual(await numbersIn(), [['anna', 1, 2]])
    assert.deepEqual(readdirSync(join(root, '.annotations'), { recursive: true }).sort(), [
      'news',
      join('news', 'a.txt'),
      join('news', 'a.txt', 'anna.jsonld')
    ])
    const store = open()
    assert.deepEqual([...(await store.articles()).keys()], [article])
    await store.saveLayer(article, 'anna', [{ before: numbered(1) }, { before: numbered(2) }])
    assert.deepEqual(readdirSync(root), [])
  })

  it('have another stamp after every change', async () => {
    const store = open()
    const stamps = new Set<string>()
    for (let n = 1; n <= 20; n++) {
      await store.saveLayer(article, 'anna', [
        { after: { ...numbered(1), modified: `2026-01-01T00:00:00.${100 + n}Z` } }
      ])
      stamps.add((await store.articles()).get(article)!)
    }
    assert.equal(stamps.size, 20)
  })

  it('stay as they are where a file is marked as read-only', async () => {
    await save(open(), 'anna', 1)
    chmodSync(join(root, path), 0o444)
    const before = readFileSync(join(root, path))
    const { problem } = await save(open(), 'anna', 2)
    assert.equal(problem?.kind, 'read-only')
    assert.deepEqual(readFileSync(join(root, path)), before)
    chmodSync(join(root, path), 0o644)
  })

  it('stay as they are where the folder is a file', async () => {
    writeFileSync(join(root, '.annotations'), 'mine')
    const { problem } = await save(open(), 'anna', 1)
    assert.equal(problem?.kind, 'not-written')
    assert.equal(readFileSync(join(root, '.annotations'), 'utf8'), 'mine')
    assert.deepEqual(await numbersIn(), [])
  })

  it('are written after a program that ended with the lock', async () => {
    mkdirSync(join(root, '.annotations'))
    const ended = { program: 2 ** 30, computer: (await import('node:os')).hostname(), key: 'x' }
    for (const holder of [JSON.stringify(ended), '']) {
      writeFileSync(join(root, lockPath), holder)
      const { problem } = await save(open(), 'anna', 1)
      assert.equal(problem, undefined)
      assert.ok(!existsSync(join(root, lockPath)))
    }
  })

  if (process.platform !== 'win32')
    it('are not written through links to other places', async () => {
      const outside = join(root, 'outside')
      mkdirSync(outside)
      writeFileSync(join(outside, 'mine'), 'mine')
      const project = join(root, 'project')
      mkdirSync(join(project, '.annotations', 'news'), { recursive: true })
      symlinkSync(outside, join(project, '.annotations', 'news', 'a.txt'))
      const { problem } = await save(open(project), 'anna', 1)
      assert.equal(problem?.kind, 'not-written')
      rmSync(join(project, '.annotations', 'news', 'a.txt'))
      mkdirSync(join(project, '.annotations', 'news', 'a.txt'))
      symlinkSync(join(outside, 'mine'), join(project, '.annotations/news/a.txt/.anna.jsonld.new'))
      assert.equal((await save(open(project), 'anna', 1)).problem, undefined)
      assert.deepEqual(readdirSync(outside), ['mine'])
      assert.equal(readFileSync(join(outside, 'mine'), 'utf8'), 'mine')
    })

  describe('in git', () => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore']
      })
    const commit = () => {
      git('add', '-A')
      git('commit', '-q', '-m', 'annotate')
    }
    /** Both do their part on a branch of its own, and one is merged into the other. */
    async function merged(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<'clean' | 'conflict'> {
      commit()
      git('checkout', '-q', '-b', 'other')
      await other()
      commit()
      git('checkout', '-q', 'main')
      await one()
      commit()
      try {
        git('merge', '-q', 'other')
        return 'clean'
      } catch {
        return 'conflict'
      }
    }
    beforeEach(async () => {
      git('init', '-q', '-b', 'main')
      await save(open(), 'anna', ...Array.from({ length: 12 }, (_, index) => index * 10 + 10))
    })

    it('two people have layers of their own: they merge', async () => {
      const result = await merged(
        () => save(open(), 'Bert', 1),
        () => save(open(), 'Chris', 2)
      )
      assert.equal(result, 'clean')
      assert.deepEqual(
        (await numbersIn()).map(([annotator]) => annotator),
        ['Bert', 'Chris', 'anna']
      )
    })

    it('two people edit one layer in different places: it merges', async () => {
      const result = await merged(
        () => save(open(), 'anna', 15),
        async () => {
          await open().saveLayer(article, 'anna', [{ before: numbered(100) }])
          await save(open(), 'anna', 85)
        }
      )
      assert.equal(result, 'clean')
      const numbers = [10, 15, 20, 30, 40, 50, 60, 70, 80, 85, 90, 110, 120]
      assert.deepEqual(await numbersIn(), [['anna', ...numbers]])
    })

    it('two people edit the same: the conflict is reported, left alone, and waited for', async () => {
      const change = (text: string) => () =>
        open().saveLayer(article, 'anna', [
          { before: numbered(50), after: { ...numbered(50), text, modified: '2026-07-01T00:00:00.000Z' } as never }
        ])
      assert.equal(await merged(change('mine'), change('yours')), 'conflict')
      const conflict = readFileSync(join(root, path), 'utf8')
      const lines = conflict.split('\n')
      const of = (start: string) => lines.findIndex((line) => line.startsWith(start))
      assert.deepEqual(
        lines.slice(of('<<<<<<<'), of('>>>>>>>') + 1).map((line) => line.replace(/^([<>]{7}).*/, '$1')),
        [
          '<<<<<<<',
          '    "body": {"type":"TextualBody","purpose":"commenting","value":"mine"},',
          '=======',
          '    "body": {"type":"TextualBody","purpose":"commenting","value":"yours"},',
          '>>>>>>>'
        ]
      )
      const store = open()
      const { problems } = await store.layers(article)
      assert.deepEqual(problems, [
        {
          file: path,
          kind: 'broken',
          detail: `Line ${of('<<<<<<<') + 1} has a conflict marker of git: a merge was not finished`
        }
      ])
      await save(store, 'anna', 55)
      assert.equal(readFileSync(join(root, path), 'utf8'), conflict)
      edit((text) => text.replace(/^<{7}.*\n/m, '').replace(/^={7}\n[^]*?^>{7}.*\n/m, ''))
      assert.deepEqual(await store.retry(), [])
      assert.deepEqual(await numbersIn(), [['anna', 10, 20, 30, 40, 50, 55, 60, 70, 80, 90, 100, 110, 120]])
    })
  })
})
