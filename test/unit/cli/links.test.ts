import assert from 'node:assert/strict'
import type { LinksResult } from '../../../src/cli/links'
import { withFolder } from './folder'
import { cli } from './ports'

describe('links', () => {
  it('shows each speaker with their quotes across articles, and what is quoted again', async () => {
    await withFolder(
      {
        'a.txt': 'ANNA sees heavy rain over the whole northern coast.',
        'b.txt': 'BORIS sees sun. ANNA sees heavy rain over the whole northern coast.'
      },
      async (folder) => {
        const { code, output } = await cli(['links', folder])
        assert.equal(code, 0)
        assert.equal(
          output.replaceAll(folder, ''),
          [
            '2 quotes of 2 sources in 2 articles',
            '',
            'ANNA (person): 1 quote in 2 articles',
            '  /a.txt  sees heavy rain over the whole northern coast',
            '  /b.txt  sees heavy rain over the whole northern coast',
            '',
            'BORIS (person): 1 quote in 1 article',
            '  /b.txt  sees sun',
            '',
            'The same quote again',
            '  /a.txt  sees heavy rain over the whole northern coast',
            '  /b.txt  sees heavy rain over the whole northern coast',
            ''
          ].join('\n')
        )
      }
    )
  })

  it('writes JSON in the contract\u2019s shape, from JSON Lines too', async () => {
    const input = [
      { id: 'one', text: 'ANNA sees rain.' },
      { id: 'two', text: 'ANNA sees sun.' }
    ]
      .map((line) => JSON.stringify(line))
      .join('\n')
    const { code, output } = await cli(['links', '--input', 'jsonl', '-'], { input })
    assert.equal(code, 0)
    const { speakers, reuse } = JSON.parse(output) as LinksResult
    assert.deepEqual(reuse, [])
    assert.deepEqual(
      speakers.map(({ id, ...speaker }) => ({ ...speaker, id: typeof id })),
      [
        {
          id: 'string',
          name: 'ANNA',
          type: 'person',
          named: true,
          quotes: [
            { article: 'one', quote: 0 },
            { article: 'two', quote: 0 }
          ]
        }
      ]
    )
  })

  it('tells nobody who is not quoted', async () => {
    const { output } = await cli(['links', '--format', 'json', '--input', 'jsonl', '-'], {
      input: '{"id":"a","text":"nobody speaks"}'
    })
    assert.deepEqual(JSON.parse(output), { speakers: [], reuse: [] })
    assert.equal(
      (
        await cli(['links', '--format', 'table', '--input', 'jsonl', '-'], {
          input: '{"id":"a","text":"nobody speaks"}'
        })
      ).output,
      'no quotes found\n'
    )
  })

  it('reports an id that was there before, a bad line and a missing file, and links the others', async () => {
    const input = '{"id":"a","text":"ANNA sees rain."}\n{"id":"a","text":"BORIS sees sun."}\n{\n'
    const { code, output, errors } = await cli(['links', '--input', 'jsonl', '-', 'missing.jsonl'], { input })
    assert.equal(code, 1)
    assert.deepEqual(
      (JSON.parse(output) as LinksResult).speakers.map(({ name }) => name),
      ['ANNA']
    )
    assert.match(
      errors,
      /^stdin:2: the id "a" was there before\nstdin:3: .*\nmissing\.jsonl: no such file or folder\n$/
    )
  })

  it('prints article text without control characters', async () => {
    const { output } = await cli(['links', '--format', 'table', '--input', 'jsonl', '-'], {
      input: JSON.stringify({ id: 'a\u001B[2J', text: 'ANNA sees \u001B[31mrain\u202E.' })
    })
    assert.doesNotMatch(output.replaceAll('\n', ''), /[\p{Cc}\u202E]/u)
  })
})
