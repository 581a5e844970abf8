import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Engine } from '../../src/analysis'
import { decodeText, readArticle } from '../../src/article'
import { cli } from '../unit/cli/ports'
import { fuzzedText } from '../unit/contract/fuzzedTexts'
import type { Fuzzed } from './fuzzed'

/** Lines of the command line's input, sound, odd and broken; and files of any bytes. */
export function fuzzedInputs(engine: Engine): readonly Fuzzed[] {
  const offset = fc.oneof(fc.nat({ max: 60 }), fc.constantFrom(-1, 0.5, 1e9, null, 'x'))
  const pieces = fc.oneof(fc.array(fc.array(offset, { maxLength: 3 }), { maxLength: 3 }), fc.constantFrom(null, {}, 7))
  const quote = fc.record(
    { content: pieces, cue: pieces, source: pieces, kind: fc.constantFrom('direct', 'mixed', 'loud', 0) },
    { requiredKeys: ['content'] }
  )
  const object = fc.record(
    {
      id: fc.oneof({ weight: 5, arbitrary: fc.string() }, { weight: 1, arbitrary: fc.constantFrom(1, null, {}) }),
      text: fc.oneof(
        { weight: 6, arbitrary: fuzzedText('plain') },
        { weight: 1, arbitrary: fc.constantFrom(null, []) }
      ),
      quotes: fc.oneof(fc.array(quote, { maxLength: 4 }), fc.constantFrom(null, {}, 'x')),
      __proto__x: fc.jsonValue()
    },
    { requiredKeys: ['id', 'text'] }
  )
  const line = fc.oneof(
    { weight: 6, arbitrary: object.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string() },
    {
      weight: 1,
      arbitrary: fc.tuple(object, fc.nat({ max: 40 })).map(([value, cut]) => JSON.stringify(value).slice(0, -cut))
    }
  )
  return [
    {
      name: 'lines of input',
      runs: 40,
      property: fc.asyncProperty(
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom('analyze', 'links'),
        async (lines, verb) => {
          const input = lines.map((text) => text.replace(/[\r\n]/g, ' ')).join('\n')
          const argv =
            verb === 'links'
              ? ['links', '--format', 'json', '--input', 'jsonl', '-']
              : ['analyze', '--input', 'jsonl', '-']
          const { code, output, errors } = await cli(argv, { input, engine })
          assert.ok(code === (errors === '' ? 0 : 1), `code ${code}: ${errors}`)
          assert.doesNotMatch(
            errors,
            /[\0-\t\v-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/,
            'a control character is told'
          )
          const told = output.split('\n').filter(Boolean)
          for (const one of told) JSON.parse(one)
          if (verb === 'analyze') assert.ok(told.length <= lines.length)
        }
      )
    },
    {
      name: 'files of any bytes',
      runs: 200,
      property: fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fuzzedText('plain').map((text) => new Uint8Array(Buffer.from(text, 'latin1')))
        ),
        fc.constantFrom('plain' as const, 'markdown' as const),
        (bytes, format) => {
          const decoded = decodeText(bytes)
          if ('text' in decoded) engine.analyze(readArticle(decoded.text, format))
        }
      )
    }
  ]
}
