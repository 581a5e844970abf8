import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskFiles, removeUnfinished, type NodeFs } from '../../../src/commands/diskFiles'
import { proveReplaceable, replaceFile, type Pieces } from '../../../src/commands/replaceFile'

type Promises = NodeFs['promises']

describe('files on a disk', () => {
  let folder = ''
  const inFolder = (name: string) => join(folder, name)
  const left = () => fs.readdirSync(folder).map((name) => `${name}: ${contentOf(inFolder(name))}`)

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'article-annotator-disk-'))
  })
  afterEach(() => fs.rmSync(folder, { recursive: true }))

  /** Replaces "a.csv" in the folder; `changed` are functions of the disk that behave otherwise. */
  function replace(pieces: Pieces, changed: Partial<Promises> = {}) {
    const names = { name: inFolder('a.csv'), folder, beside: inFolder('.a.csv.tmp') }
    return replaceFile(diskFiles(diskWith(changed), new Set()), names, pieces)
  }

  it('are written as their bytes are made, and replace what was there at the end', async () => {
    fs.writeFileSync(inFolder('a.csv'), 'old')
    const seen: string[] = []
    const pieces = function* () {
      for (const letter of 'abc') {
        yield new Uint8Array(200_000).fill(letter.charCodeAt(0))
        seen.push(`${fs.statSync(inFolder('.a.csv.tmp')).size} beside ${contentOf(inFolder('a.csv'))}`)
      }
    }
    assert.equal(await replace(pieces()), undefined)
    assert.deepEqual(seen, ['0 beside old', '200000 beside old', '400000 beside old'])
    assert.deepEqual(left(), [`a.csv: ${'a'.repeat(200_000)}${'b'.repeat(200_000)}${'c'.repeat(200_000)}`])
  })

  it('have every byte, however many of them come at a time', async () => {
    const sizes = [1, 0, 262_143, 1, 262_144, 262_145, 7, 600_000, 0, 3]
    const piece = new Uint8Array(600_000)
    const pieces = function* () {
      // The same memory each time: a piece holds only until the next is asked for.
      for (const [index, size] of sizes.entries()) yield piece.fill(index).subarray(0, size)
    }
    assert.equal(await replace(pieces()), undefined)
    const expected = Buffer.concat(sizes.map((size, index) => Buffer.alloc(size, index)))
    assert.ok(fs.readFileSync(inFolder('a.csv')).equals(expected))
  })

  it('are there only when all of it could be made', async () => {
    const pieces = function* () {
      yield new Uint8Array(1_000_000)
      assert.equal(fs.existsSync(inFolder('.a.csv.tmp')), true)
      throw new Error('nobody waits any more')
    }
    await assert.rejects(replace(pieces()), /nobody waits/)
    assert.deepEqual(left(), [])
    fs.writeFileSync(inFolder('a.csv'), 'old')
    await assert.rejects(replace(pieces()), /nobody waits/)
    assert.deepEqual(left(), ['a.csv: old'])
  })

  it('say what stood in the way, and leave what was there', async () => {
    fs.writeFileSync(inFolder('a.csv'), 'old')
    const full: Partial<Promises> = {
      open: async (path, flags) => {
        const file = await fs.promises.open(path, flags)
        const appendFile = async (bytes: Uint8Array) => {
          await file.appendFile(bytes.subarray(0, 1))
          throw coded('ENOSPC')
        }
        return { appendFile, sync: () => file.sync(), close: () => file.close() }
      }
    }
    const refusing = (code: string, name: keyof Promises) => ({ [name]: () => Promise.reject(coded(code)) })
    for (const [changed, problem] of [
      [full, 'no-room'],
      [refusing('EDQUOT', 'open'), 'no-room'],
      [refusing('EACCES', 'access'), 'read-only'],
      [refusing('EROFS', 'open'), 'read-only'],
      [refusing('EACCES', 'open'), 'not-allowed'],
      [refusing('EPERM', 'rename'), 'not-allowed'],
      [refusing('EBUSY', 'rename'), 'in-use'],
      [refusing('ENOENT', 'rename'), 'no-folder']
    ] as const) {
      assert.equal(await replace([new Uint8Array(9)], changed), problem)
      assert.deepEqual(left(), ['a.csv: old'])
    }
    await assert.rejects(replace([new Uint8Array(9)], refusing('EIO', 'rename')), /EIO/)
    assert.deepEqual(left(), ['a.csv: old'])
  })

  it('are written neither into a folder that is gone nor over something that is no file', async () => {
    const gone = { name: inFolder('gone/a.csv'), folder: inFolder('gone'), beside: inFolder('gone/.tmp') }
    assert.equal(await replaceFile(diskFiles(fs, new Set()), gone, []), 'no-folder')
    fs.mkdirSync(inFolder('a.csv'))
    assert.equal(await replace([]), 'no-file')
    fs.rmdirSync(inFolder('a.csv'))
    fs.symlinkSync(inFolder('nowhere'), inFolder('a.csv'))
    assert.equal(await replace([]), 'no-file', 'a link that leads nowhere is not replaced')
  })

  it('whose folder goes while they are written are told as such', async () => {
    const pieces = function* () {
      yield new Uint8Array(1_000_000)
      fs.rmSync(folder, { recursive: true })
    }
    assert.equal(await replace(pieces()), 'no-folder')
    fs.mkdirSync(folder)
  })

  it('that are there are proven without being read or changed', async () => {
    fs.writeFileSync(inFolder('a.csv'), 'old')
    const files = diskFiles(diskWith({ readFile: () => assert.fail('it is read') }), new Set())
    assert.equal(await proveReplaceable(files, { name: inFolder('a.csv'), folder }), 'proven')
    const busy = diskFiles(diskWith({ open: () => Promise.reject(coded('EBUSY')) }), new Set())
    assert.equal(await proveReplaceable(busy, { name: inFolder('a.csv'), folder }), 'in-use')
    assert.deepEqual(left(), ['a.csv: old'])
  })

  it('that are half written go with the window, and no others', async () => {
    const unfinished = new Set<string>()
    const files = diskFiles(fs, unfinished)
    await files.write(inFolder('first.tmp'), [new Uint8Array(3)])
    await files.rename(inFolder('first.tmp'), inFolder('first.csv'))
    const pieces = function* () {
      yield new Uint8Array(1_000_000)
      assert.deepEqual(left().length, 2)
      removeUnfinished(fs, unfinished)
      assert.deepEqual(left(), ['first.csv: \0\0\0'])
    }
    await files.write(inFolder('second.tmp'), pieces())
    assert.deepEqual(left(), ['first.csv: \0\0\0'])
  })
})

function contentOf(path: string): string {
  return fs.statSync(path).isFile() ? fs.readFileSync(path, 'latin1') : 'no file'
}

function diskWith(changed: Partial<Promises>): NodeFs {
  const { stat, lstat, realpath, access, open, readFile, rename, rm } = fs.promises
  return { promises: { stat, lstat, realpath, access, open, readFile, rename, rm, ...changed }, rmSync: fs.rmSync }
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code })
}
