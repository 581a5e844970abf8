import assert from 'node:assert/strict'
import fc from 'fast-check'
import { entitiesNamed } from '../../../src/study/entityColumns'
import type { FolderIndex } from '../../../src/study/folderIndex'
import { foldedName, isNamed } from '../../../src/util/facets'
import { result } from '../sidebar/folderRows'

describe('the names of a folder', () => {
  const letters = fc.constantFrom('a', 'b', 'A', ' ', '  ', '"', '\u00C9', '\u0141', '\0', '\n', '\u4E2D')
  const name = fc.array(letters, { maxLength: 4 }).map((pieces) => pieces.join(''))
  const plain = fc.constantFrom('Ann', 'Bea Ab', 'a', 'AB')

  it('are found as each by itself, plain ones and others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 20, arbitrary: plain }, name), { maxLength: 100 }),
        fc.oneof(plain, name).map(foldedName),
        fc.boolean(),
        (names, text, isWhole) => {
          fc.pre(text !== '' && !text.includes('\0'))
          const entities = names.map((name) => ({ name, type: 'person', named: true }))
          const index = { folder: { corpus: { entities } } } as unknown as FolderIndex
          const found = result(entitiesNamed(index, [{ text, isWhole }]))
          assert.deepEqual(
            [...found],
            names.map((name) => (isNamed({ text, isWhole }, name.replaceAll('\0', ' ')) ? 1 : 0))
          )
        }
      ),
      { numRuns: 500 }
    )
  })
})
