import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  firstLineStart,
  isInFirstLine,
  itemsWith,
  itemText,
  searchedWord,
  searchTextOf
} from '../../../src/study/searchTexts'
import { bytesTogether } from '../../../src/util/bytesTogether'
import type { FolderArticle } from '../../../src/workspace/folderArticle'

describe('search texts in bytes', () => {
  const piece = fc.constantFrom('a', 'b', 'ab', ' ', 'the', '\u00E9', '\u4E2D', '\uD83D\uDE42', 'a'.repeat(70))
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
  const item = fc.array(text, { minLength: 1, maxLength: 3 })
  const searched = (items: readonly (readonly string[])[]) =>
    searchTextOf({
      searchText: { entities: '', quotes: items.map((lines) => `${lines.join('\n')}\0`).join('') }
    } as unknown as FolderArticle).quotes

  it('find what strings find', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), text, (items, word) => {
        const { bytes, ends } = searched(items)
        const found: (readonly [item: number, isOwn: boolean])[] = []
        itemsWith({ bytes, ends }, searchedWord(word), (at, place) =>
          found.push([at, isInFirstLine({ bytes, ends }, at, place)])
        )
        const expected = items.flatMap((lines, at) =>
          word !== '' && lines.join('\n').includes(word) ? [[at, lines[0]!.includes(word)] as const] : []
        )
        assert.deepEqual(found, expected)
        assert.deepEqual(
          items.map((_, at) => itemText({ bytes, ends }, at)),
          items.map((lines) => lines.join('\n'))
        )
      }),
      { numRuns: 500 }
    )
  })

  it('give the beginning of what is said', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 80 }), (items, length) => {
        const all = searched(items)
        for (const [at, [first = '']] of items.entries())
          assert.equal(firstLineStart(all, at, length).slice(0, length), first.slice(0, length))
      }),
      { numRuns: 500 }
    )
  })

  it('find nothing where a text is cut', () => {
    const { quotes } = searchTextOf({
      searchText: { entities: '', quotes: 'the bridge\0the' }
    } as unknown as FolderArticle)
    const found: number[] = []
    itemsWith(quotes, searchedWord('the'), (at) => found.push(at))
    assert.deepEqual(found, [0])
  })
})

describe('bytes that lie together', () => {
  it('stay what they are', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 2000, size: 'max' }), { maxLength: 40 }), (pieces) => {
        const keep = bytesTogether()
        const kept = pieces.map((bytes) => keep(bytes))
        assert.deepEqual(kept, pieces)
      })
    )
  })
})
