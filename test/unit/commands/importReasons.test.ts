import assert from 'node:assert/strict'
import { importReasons } from '../../../src/commands/import/importReasons.js'

const lines = (problems: readonly { file: string; message: string; count?: number }[]) =>
  importReasons(problems, ({ message }) => message).map(({ text = 'others', count }) => `${text} (${count})`)

describe('why an import took something not', () => {
  it('is told over all files, the most frequent reason first', () => {
    assert.deepEqual(
      lines([
        { file: 'a.jsonl', message: 'span without words', count: 2 },
        { file: 'a.jsonl', message: 'no article has this text or name', count: 40 },
        { file: 'b.jsonl', message: 'no article has this text or name', count: 2 },
        { file: 'b.jsonl', message: 'It is not in UTF-8' }
      ]),
      ['no article has this text or name (42)', 'span without words (2)', 'It is not in UTF-8 (1)']
    )
  })

  it('is told in three reasons and the sum of the rarer ones, of which there are at least two', () => {
    const problems = ['a', 'b', 'c', 'd', 'e'].map((message, place) => ({ file: 'x', message, count: 9 - place }))
    assert.deepEqual(lines(problems), ['a (9)', 'b (8)', 'c (7)', 'others (11)'])
    assert.deepEqual(lines(problems.slice(0, 4)), ['a (9)', 'b (8)', 'c (7)', 'd (6)'])
    assert.deepEqual(lines([]), [])
  })
})
