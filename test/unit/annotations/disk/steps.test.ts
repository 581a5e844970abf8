import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  isUnreadable,
  layerPath,
  openAnnotationStore,
  readLayer,
  writeLayer,
  type Decision,
  type Read
} from '../../../../src/annotations'
import { parseJson, type Json } from '../../../../src/annotations/disk/json'
import { jsonInSteps } from '../../../../src/annotations/disk/jsonInSteps'
import { layerRead, layerWritten } from '../../../../src/annotations/disk/layerFile'
import { decodedInSteps, encodedInSteps, sameBytesInSteps } from '../../../../src/annotations/disk/textBytes'
import { finish, type Steps } from '../../../../src/util/steps'
import { anchor, anna, everyKind, text, uuid } from './decisions'
import { memoryFiles } from './memoryFiles'

const article = 'news/a.txt'
const many: readonly Decision[] = Array.from({ length: 2_000 }, (_, n) => ({
  ...anna,
  id: uuid(1_000 + n),
  target: [anchor(text, 'ended')],
  kind: 'memo',
  text: `\u201C${n}\u201D,\n  {\n\u{1F389}`
}))
const largeText = writeLayer({ annotator: anna.creator, decisions: many }, article, { text })

describe('reading and writing in steps', () => {
  it('rests often, and says the same', () => {
    const read = counted(layerRead(largeText, ''))
    assert.deepEqual(read.result, readLayer(largeText))
    assert.ok(read.steps > 60, `${read.steps} steps`)
    const written = counted(layerWritten({ annotator: anna.creator, decisions: many }, article, { text }))
    assert.equal(written.result.pieces.join(''), largeText)
    assert.ok(written.steps > 60, `${written.steps} steps`)
    const bytes = counted(encodedInSteps(written.result.pieces)).result
    assert.deepEqual(bytes, new TextEncoder().encode(largeText))
    assert.equal(finish(decodedInSteps(bytes)), largeText)
  })

  it('parses every text as JSON does, however it is laid out', () => {
    const pieces = fc.constantFrom(
      ...['{\n', '"version": 1', ',\n', '"items": [\n', '  {\n', '    "a": 1', '\n  }', '\n]\n}\n', '\n]', '\n}\n'],
      ...[
        '  "x"',
        '"items": [',
        '"a":',
        '\n',
        '  {\n    "id": "x",\n  {\n"\n  }',
        '\n"items": [\n',
        '{"b": {\n"items": [\n'
      ]
    )
    const layers = fc
      .array(
        fc.array(fc.constantFrom('"a": 1', '"b": "\\n  },\\n  {"', '"c": {\n  }', '"d": ', ''), { maxLength: 2 }),
        {
          maxLength: 4
        }
      )
      .map((items) => items.map((item) => `  {\n    ${item.join(', ')}\n  }`).join(',\n'))
      .map((items) => `{\n"version": 1,\n"items": [\n${items}\n]\n}\n`)
    const anything = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''))
    let parsed = 0
    fc.assert(
      fc.property(fc.oneof(layers, anything), (json) => {
        const expected = outcome(() => parseJson(json))
        if (typeof expected !== 'string') parsed++
        assert.deepEqual(
          outcome(() => finish(jsonInSteps(json))),
          expected
        )
      }),
      { numRuns: 3_000 }
    )
    assert.ok(parsed > 100, `${parsed} were JSON`)
  })

  it('compares bytes', () => {
    const same = (a: string, b: string) =>
      finish(sameBytesInSteps(new TextEncoder().encode(a), new TextEncoder().encode(b)))
    assert.equal(same(largeText, largeText), true)
    assert.equal(same(largeText, largeText.replace(/.(?=\n\}\n$)/, ' ')), false)
    assert.equal(same(largeText, `${largeText} `), false)
  })

  it('refuses what is not in UTF-8, also at the end', () => {
    for (const bytes of [[0xff], [0x41, 0xe2, 0x82]])
      assert.equal(finish(decodedInSteps(new Uint8Array(bytes))), undefined)
  })
})

describe('a layer that was written', () => {
  it('is known as reading it would give it', () => {
    const foreign = { id: 'x', type: 'Annotation', motivation: 'highlighting', target: 'news/a.txt' }
    const start = contentOf(
      readLayer(
        writeLayer({ annotator: anna.creator, decisions: everyKind }, article, { text }).replace(
          '"items": [',
          `"more": {"of": "others"},\n"items": [\n  ${JSON.stringify(foreign)},`
        )
      )
    )
    fc.assert(
      fc.property(
        fc.subarray([...everyKind]),
        fc.subarray([...many.slice(0, 5)]),
        fc.boolean(),
        (some, others, isText) => {
          const decisions = [...some, ...others.map((one) => ({ ...one, modified: '2026-03-02T03:04:05.678Z' }))]
          const layer = { annotator: anna.creator, decisions }
          const { pieces, file } = finish(layerWritten(layer, article, { file: start, ...(isText && { text }) }))
          assert.deepEqual(file, contentOf(readLayer(pieces.join(''))))
        }
      )
    )
  })

  it('is not known where another would not understand it', () => {
    const decisions = [{ ...many[0]!, created: 'yesterday' }]
    assert.equal(finish(layerWritten({ annotator: anna.creator, decisions }, article, { text })).file, undefined)
  })
})

describe('a large layer', () => {
  const path = layerPath(article, anna.creator)
  const added: Decision = { ...many[0]!, id: uuid(9_000) }

  it('stays the same objects from one saving to the next, but for what changed', async () => {
    const files = memoryFiles({ [path]: largeText })
    const store = openAnnotationStore(files, undefined)
    const before = (await store.layers(article)).layers[0]!.decisions
    const { content } = await store.saveLayer(article, anna.creator, [{ after: added }], text)
    assert.deepEqual(
      content.decisions.filter((one) => !before.includes(one)),
      [added]
    )
    await store.saveLayer(article, anna.creator, [{ before: added }], text)
    assert.equal(files.contents.get(path), largeText)
  })

  it('is read again when another program has changed it, be it as long as before', async () => {
    const files = memoryFiles({ [path]: largeText })
    const store = openAnnotationStore(files, undefined)
    await store.saveLayer(article, anna.creator, [{ after: added }], text)
    const other = files.contents.get(path)!.replace('\u201C7\u201D', '\u201C8\u201D')
    assert.notEqual(other, files.contents.get(path))
    files.contents.set(path, other)
    await store.saveLayer(article, anna.creator, [{ before: added }], text)
    assert.equal(files.contents.get(path), largeText.replace('\u201C7\u201D', '\u201C8\u201D'))
  })
})

function counted<T>(steps: Steps<T>): { readonly result: T; readonly steps: number } {
  let count = 0
  for (;;) {
    const step = steps.next()
    if (step.done) return { result: step.value, steps: count }
    count++
  }
}

function outcome(parse: () => Json): Json {
  try {
    return parse()
  } catch (error) {
    return String(error).slice(0, 11)
  }
}

function contentOf<Content>(read: Read<Content>): Content {
  if (isUnreadable(read)) throw new Error(read.detail)
  assert.deepEqual(read.remarks, [])
  return read.content
}
