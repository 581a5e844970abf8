import assert from 'node:assert/strict'
import { proveReplaceable, replaceFile, type Pieces, type ReplaceableFiles } from '../../../src/commands/replaceFile'

const target = { name: '/out/a.csv', folder: '/out', beside: '/out/.a.csv.tmp' }
const bytes = (text: string) => [...text].map((character) => new TextEncoder().encode(character))

/** Files in memory. `room`: how many bytes a file may have before a write fails, with what it has written left behind. */
class Disk implements ReplaceableFiles {
  readonly files = new Map<string, string>()
  readonly kinds = new Map<string, Awaited<ReturnType<ReplaceableFiles['kind']>>>([['/out', 'folder']])
  readonly refused = new Set<string>()
  room = Infinity
  failsRename = false

  constructor(present?: string) {
    if (present !== undefined) this.put(target.name, present)
  }

  put(name: string, text: string, kind: 'file' | 'link' = 'file'): void {
    this.files.set(name, text)
    this.kinds.set(name, kind)
  }

  kind = (name: string) => Promise.resolve(this.kinds.get(name))
  read = (name: string) => Promise.resolve(new TextEncoder().encode(this.files.get(name) ?? ''))

  async write(name: string, pieces: Pieces): Promise<void> {
    if (this.refused.has(name)) throw new Error('refused')
    const kind = this.kinds.get(name) === 'link' ? 'link' : 'file'
    this.put(name, '', kind)
    for await (const piece of pieces) {
      const text = (this.files.get(name) ?? '') + new TextDecoder().decode(piece)
      this.put(name, text.slice(0, this.room), kind)
      if (text.length > this.room) throw new Error('no space left')
    }
  }

  async proveWritable(name: string): Promise<void> {
    await Promise.resolve()
    if (this.refused.has(name)) throw new Error('refused')
  }

  async rename(from: string, to: string): Promise<void> {
    await Promise.resolve()
    if (this.failsRename) throw new Error('vanished')
    this.put(to, this.files.get(from) ?? assert.fail(from))
    this.files.delete(from)
  }

  async delete(name: string): Promise<void> {
    await Promise.resolve()
    this.files.delete(name)
  }

  problemOf = (error: unknown) => (String(error).includes('refused') ? 'not-allowed' : undefined)
}

describe('replacing a file', () => {
  it('writes it whole, and leaves nothing beside it', async () => {
    for (const disk of [new Disk(), new Disk('old')]) {
      assert.equal(await replaceFile(disk, target, bytes('new')), undefined)
      assert.deepEqual([...disk.files], [[target.name, 'new']])
    }
  })

  it('writes nothing on a full disk, and what was there survives', async () => {
    for (const [present, left] of [
      [undefined, []],
      ['old', [[target.name, 'old']]]
    ] as const) {
      const disk = new Disk(present)
      disk.room = 3
      await assert.rejects(replaceFile(disk, target, bytes('new and long')), /no space left/)
      assert.deepEqual([...disk.files], left)
    }
  })

  it('writes nothing when what is to be written cannot be made, and says nothing of the file then', async () => {
    for (const failure of ['no article', 'an article was refused']) {
      const pieces = function* () {
        yield* bytes('ne')
        throw new Error(failure)
      }
      for (const present of [undefined, 'old']) {
        const disk = new Disk(present)
        await assert.rejects(replaceFile(disk, target, pieces()), new RegExp(failure))
        assert.deepEqual([...disk.files.values()], present === undefined ? [] : [present])
      }
    }
  })

  it('keeps what was there when the new file cannot take its name', async () => {
    const disk = new Disk('old')
    disk.failsRename = true
    await assert.rejects(replaceFile(disk, target, bytes('new')), /vanished/)
    assert.deepEqual([...disk.files], [[target.name, 'old']])
  })

  it('does not replace a file that is protected, whichever way that is known', async () => {
    const marked = new Disk('old')
    marked.kinds.set(target.name, 'read-only')
    assert.equal(await replaceFile(marked, target, bytes('new')), 'read-only')
    const refusing = new Disk('old')
    refusing.refused.add(target.name)
    assert.equal(await replaceFile(refusing, target, bytes('new')), 'not-allowed')
    for (const disk of [marked, refusing]) assert.deepEqual([...disk.files], [[target.name, 'old']])
  })

  it('can be proven before, and the file that was there is not proven again', async () => {
    const disk = new Disk('old')
    assert.equal(await proveReplaceable(disk, target), 'proven')
    disk.proveWritable = () => assert.fail('it is proven again')
    assert.equal(await replaceFile(disk, target, bytes('new'), true), undefined)
    assert.deepEqual([...disk.files], [[target.name, 'new']])
  })

  it('is refused before anything is made, where it may not be done', async () => {
    const refusing = new Disk('old')
    refusing.refused.add(target.name)
    assert.equal(await proveReplaceable(refusing, target), 'not-allowed')
    assert.deepEqual([...refusing.files], [[target.name, 'old']])
    const vanished = new Disk()
    vanished.kinds.delete('/out')
    assert.equal(await proveReplaceable(vanished, target), 'no-folder')
    assert.equal(await proveReplaceable(new Disk(), target), undefined)
  })

  it('does not make a folder that has vanished anew, and replaces no folder and no device', async () => {
    const vanished = new Disk()
    vanished.kinds.delete('/out')
    assert.equal(await replaceFile(vanished, target, bytes('new')), 'no-folder')
    for (const kind of ['folder', 'other'] as const) {
      const disk = new Disk()
      disk.kinds.set(target.name, kind)
      assert.equal(await replaceFile(disk, target, bytes('new')), 'no-file')
      assert.equal(disk.files.size, 0)
    }
  })

  it('writes through a link, once it is known that there is room', async () => {
    const disk = new Disk()
    disk.put(target.name, 'old', 'link')
    assert.equal(await replaceFile(disk, target, bytes('new')), undefined)
    assert.deepEqual([[...disk.files], disk.kinds.get(target.name)], [[[target.name, 'new']], 'link'])
    disk.room = 3
    await assert.rejects(replaceFile(disk, target, bytes('new and long')), /no space left/)
    assert.deepEqual([...disk.files], [[target.name, 'new']])
  })
})
