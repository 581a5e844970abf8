import assert from 'node:assert/strict'
import { zipSync, strToU8 } from 'fflate'
import { isZip, unpack } from '../../../../src/exchange/reading/zip'

const zipOf = (files: Readonly<Record<string, string>>, path = 'a.zip') => ({
  path,
  bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
})
const shown = async (...args: Parameters<typeof unpack>) => {
  const { files, problems } = await unpack(...args)
  return [
    ...files.map(({ path, bytes }) => `${path}: ${new TextDecoder().decode(bytes)}`),
    ...problems.map(({ file, message }) => `! ${file}: ${message}`)
  ]
}

describe('unpacking zips', () => {
  it('gives their files beside those that are none', async () => {
    const plain = { path: 'b.txt', bytes: strToU8('b') }
    assert.deepEqual(await shown([zipOf({ 'x/a.txt': 'one', 'M\u00FCller.txt': '\u{1F600}', '0.bin': '' }), plain]), [
      'x/a.txt: one',
      'M\u00FCller.txt: \u{1F600}',
      '0.bin: ',
      'b.txt: b'
    ])
  })

  it('unpacks only what is wanted', async () => {
    assert.deepEqual(
      await shown([zipOf({ 'a.txt': 'a', 'film.mp4': 'x'.repeat(1000) })], (path) => path.endsWith('.txt'), {
        entries: 5,
        bytes: 10
      }),
      ['a.txt: a']
    )
  })

  it('refuses paths that leave it', async () => {
    for (const path of ['../a', 'a/../../b', '/etc/passwd', 'C:/a', 'a\\..\\..\\b', 'a\u0000b'])
      assert.match((await shown([zipOf({ [path]: 'x' })])).join(), /^! a\.zip: A file in it has a path/, path)
  })

  it('stops at what unpacks to too much, whatever it says of its size', async () => {
    const bomb = zipOf({ 'bomb.txt': '0'.repeat(5_000_000), 'z.txt': 'z' })
    assert.ok(bomb.bytes.length < 10_000)
    const limits = { entries: 10, bytes: 1_000_000 }
    assert.deepEqual(await shown([bomb], undefined, limits), ['! a.zip: It unpacks to more than 1 MB'])
    const lying = { path: 'lying.zip', bytes: withSize(bomb.bytes, 5_000_000, 10) }
    assert.deepEqual(await shown([lying], undefined, limits), [
      'z.txt: z',
      '! lying.zip: A file in it is damaged or encrypted: bomb.txt'
    ])
  })

  it('counts all zips together, and their files', async () => {
    const zips = ['1', '2', '3'].map((name) => zipOf({ [name]: 'x'.repeat(40) }, `${name}.zip`))
    assert.deepEqual(await shown(zips, undefined, { entries: 1, bytes: 100 }), [
      `1: ${'x'.repeat(40)}`,
      `2: ${'x'.repeat(40)}`,
      '! 3.zip: It unpacks to more than 0 MB'
    ])
    assert.deepEqual(await shown([zipOf({ a: '', b: '' })], undefined, { entries: 1, bytes: 100 }), [
      '! a.zip: It has more than 1 files in it'
    ])
  })

  it('tells of damage, at every byte of a zip', async () => {
    const { bytes } = zipOf({ 'a.txt': 'some text, some text' })
    for (let length = 4; length < bytes.length; length++) {
      const { files, problems } = await unpack([{ path: 'cut.zip', bytes: bytes.subarray(0, length) }])
      assert.deepEqual([files.length, problems.length], [0, 1])
    }
    for (let at = 4; at < bytes.length; at++) {
      const wrong = bytes.slice()
      wrong[at]! ^= 0xff
      const given = { path: 'wrong.zip', bytes: wrong }
      assert.ok(isZip(given))
      await unpack([given])
    }
  })
})

/** A zip whose directory says another size of a file. */
function withSize(bytes: Uint8Array, size: number, other: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at < copy.length - 4; at++) if (view.getUint32(at, true) === size) view.setUint32(at, other, true)
  return copy
}
