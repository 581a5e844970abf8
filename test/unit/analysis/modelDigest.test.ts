import assert from 'node:assert/strict'
import { fingerprint, modelDigest } from '../../../src/analysis/modelDigest'

const digest = (files: Readonly<Record<string, readonly number[]>>) =>
  modelDigest(new Map(Object.entries(files).map(([file, bytes]) => [file, fingerprint(Uint8Array.from(bytes))])))

describe('the digest of the models', () => {
  it('is the same for the same files, in whatever order they were read', () => {
    assert.equal(digest({ a: [1, 2], b: [3] }), digest({ b: [3], a: [1, 2] }))
    assert.match(digest({ a: [1] }), /^[0-9a-f]{8}$/)
  })
  it('tells other contents, lengths and names apart', () => {
    const all = [{ a: [1, 2] }, { a: [2, 2] }, { a: [1, 2, 0] }, { b: [1, 2] }, { a: [1, 2], b: [] }].map(digest)
    assert.equal(new Set(all).size, all.length)
  })
})
