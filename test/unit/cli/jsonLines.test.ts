import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readLines } from '../../../src/cli/lines'
import type { ContractLine } from '../../../src/exchange'
import { withFolder } from './folder'
import { capitalsEngine, cli } from './ports'

describe('JSON Lines', () => {
  it('come out in the order in which they went in', async () => {
    const input = Array.from({ length: 30 }, (_, index) =>
      JSON.stringify({ id: `article ${index}`, text: `ANNA sees ${index}.` })
    ).join('\n')
    const { code, output } = await cli(['analyze', '--input', 'jsonl', '-'], { input })
    assert.equal(code, 0)
    assert.deepEqual(
      parsed(output).map(({ id }) => id),
      Array.from({ length: 30 }, (_, index) => `article ${index}`)
    )
  })

  it('are read from files too, and may have a BOM, CRLF and blank lines', async () => {
    await withFolder(
      { 'in.jsonl': '\uFEFF{"id":"a","text":""}\r\n\r\n  \n{"id":"b","text":""}\r\n' },
      async (folder) => {
        const { code, output } = await cli(['analyze', '--input', 'jsonl', `${folder}/in.jsonl`])
        assert.deepEqual([code, parsed(output).map(({ id }) => id)], [0, ['a', 'b']])
      }
    )
  })

  it('may have a BOM before a blank line', async () => {
    assert.deepEqual(
      await cli(['analyze', '--input', 'jsonl', '-'], { input: '\uFEFF \r\n{"id":"a","text":""}' }).then(
        ({ code, errors }) => [code, errors]
      ),
      [0, '']
    )
  })

  it('that are bad are reported with their number, and the others are still done', async () => {
    const bad = [
      '{',
      '[]',
      '"x"',
      '{"text":""}',
      '{"id":1,"text":""}',
      '{"id":"x"}',
      '{"id":"x","text":null}',
      '{"id":"x","text":"","quotes":{}}',
      '{"id":"x","text":"ab","quotes":[{}]}',
      '{"id":"x","text":"ab","quotes":[{"content":[]}]}',
      '{"id":"x","text":"ab","quotes":[{"content":[[0,3]]}]}',
      '{"id":"x","text":"ab","quotes":[{"content":[[1,0]]}]}',
      '{"id":"x","text":"ab","quotes":[{"content":[0,1]}]}',
      '{"id":"x","text":"ab","quotes":[{"content":[[0,1.5]]}]}',
      '{"id":"x","text":"ab","quotes":[{"content":[[0,1]],"kind":"loud"}]}',
      '{"id":"x","text":"crash"}'
    ]
    const input = [...bad, '{"id":"good","text":""}'].join('\n')
    const { code, output, errors } = await cli(['analyze', '--input', 'jsonl', '-'], { input })
    assert.equal(code, 1)
    assert.deepEqual(
      parsed(output).map(({ id }) => id),
      ['good']
    )
    assert.deepEqual(
      errors
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ')[0]),
      bad.map((_, index) => `stdin:${index + 1}`)
    )
    assert.match(errors, /stdin:5: "id" is not a string\n/)
    assert.match(errors, /stdin:11: "quotes"\[0\]\.content: \[0,3\] is not a span of the text\n/)
  })

  it('that are not UTF-8 are reported', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"id":"a","text":"'),
      Buffer.from([0xe9, 0xff]),
      Buffer.from('"}\n{"id":"b","text":""}')
    ])
    const { code, output, errors } = await cli(['analyze', '--input', 'jsonl', '-'], { input: inChunks(bytes, 7) })
    assert.deepEqual([code, parsed(output).map(({ id }) => id), errors], [1, ['b'], 'stdin:1: not UTF-8\n'])
  })

  it('may bring quotes of their own, which are taken as given', async () => {
    const text = 'ANNA sees \u201Crain\u201D. BORIS agrees.'
    const quotes = [
      {
        content: [
          [12, 15],
          [10, 11]
        ],
        cue: [[5, 9]],
        source: [[0, 4]],
        kind: 'mixed',
        act: 'attitude'
      },
      { content: [[10, 16]], source: [] }
    ]
    const [line] = parsed(
      (await cli(['analyze', '--input', 'jsonl', '-'], { input: JSON.stringify({ id: 'a', text, quotes }) })).output
    )
    assert.deepEqual(line?.quotes, [
      {
        content: [
          [10, 11],
          [12, 15]
        ],
        cue: [[5, 9]],
        source: [[0, 4]],
        kind: 'mixed',
        act: 'attitude',
        speaker: 'e1'
      },
      { content: [[10, 16]], cue: null, source: null, kind: 'direct', act: 'speech', speaker: 'e2' }
    ])
  })

  it('are analyzed one at a time: none is read before the last one is written', async () => {
    const events: string[] = []
    const engine = {
      ...capitalsEngine,
      analyze: (...args: Parameters<typeof capitalsEngine.analyze>) => {
        events.push('analyze')
        return capitalsEngine.analyze(...args)
      }
    }
    async function* input() {
      for (let index = 0; index < 5; index++) {
        await Promise.resolve()
        events.push('read')
        yield Buffer.from(`{"id":"${index}","text":"A","quotes":[{"content":[[0,1]]}]}\n`)
      }
    }
    await cli(['analyze', '--input', 'jsonl', '-'], { input: input(), engine })
    assert.deepEqual(events, Array.from({ length: 5 }, () => ['read', 'analyze']).flat())
  })

  it('keep lone surrogates, NULs and separators inside of one line', async () => {
    const id = '\uD800 \u0000 \u2028 \u{1F600}'
    const { code, output } = await cli(['analyze', '--input', 'jsonl', '-'], {
      input: `${JSON.stringify({ id, text: '\uDC00\u0000 "\u201C\u00AB' })}\n`
    })
    assert.equal(code, 0)
    assert.doesNotMatch(output, /\u2028/)
    assert.deepEqual(
      parsed(output).map((line) => line.id),
      [id]
    )
  })
})

describe('reading lines', () => {
  it('gives the same lines however the bytes come (property)', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u00E9', '\u{1F600}'), maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (content, size) => {
        const lines: string[] = []
        for await (const { number, bytes } of readLines(inChunks(Buffer.from(content), size), 1000)) {
          assert.equal(number, lines.length + 1)
          assert.ok(bytes !== 'too-long')
          lines.push(Buffer.from(bytes).toString())
        }
        const expected = content.split('\n')
        if (expected.at(-1) === '') expected.pop()
        assert.deepEqual(lines, expected)
      })
    )
  })

  it('drops a line above the limit and goes on with the next', async () => {
    const lines: (string | number)[] = []
    for await (const { bytes } of readLines(inChunks(Buffer.from('four\nabcdefgh\nfive5\n'), 3), 5))
      lines.push(bytes === 'too-long' ? bytes : Buffer.from(bytes).toString())
    assert.deepEqual(lines, ['four', 'too-long', 'five5'])
  })
})

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) {
    await Promise.resolve()
    yield bytes.subarray(start, start + size)
  }
}

function parsed(output: string): ContractLine[] {
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ContractLine)
}
