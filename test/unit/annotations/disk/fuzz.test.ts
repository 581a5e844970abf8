import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  layerPath,
  openAnnotationStore,
  projectPath,
  writeLayer,
  writeProject,
  type Code,
  type Decision
} from '../../../../src/annotations'
import { anna, code, everyKind, project, text, uuid } from './decisions'
import { memoryFiles } from './memoryFiles'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const article = 'a.txt'
const path = layerPath(article, 'anna')
const layerText = writeLayer({ annotator: 'anna', decisions: everyKind }, article, { text })
const projectText = writeProject(project)
const added: Decision = { ...anna, creator: 'anna', id: uuid(500), target: [], kind: 'memo', text: 'added' }
const addedCode: Code = { ...code, id: uuid(501) }

const hostile = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    -1,
    0.5,
    1e300,
    '',
    '\uD800',
    '\u0000\u001B[31m\u202E',
    '__proto__',
    '<script>alert(1)</script>',
    '=cmd|" /C calc"!A0',
    '../../../etc/passwd',
    [],
    {},
    [[[[[[[[]]]]]]]],
    ['x', 5, null]
  ),
  fc.constant('a').map((letter) => letter.repeat(100_000)),
  fc.jsonValue() as fc.Arbitrary<Json>
)
const hostileKey = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'id',
  'body',
  'x',
  '\uDFFF',
  ''
)

/** A file with one thing in it changed. */
function spoiled(file: string): fc.Arbitrary<string> {
  const places = placesIn(JSON.parse(file) as Json)
  const changed = fc
    .tuple(fc.constantFrom(...places), fc.constantFrom('replace', 'remove', 'add', 'double'), hostileKey, hostile)
    .map(([place, how, key, value]) => JSON.stringify(withChange(JSON.parse(file) as Json, place, how, key, value)))
  const cut = fc.nat(file.length).map((end) => file.slice(0, end))
  const overwritten = fc
    .tuple(fc.nat(file.length), fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }))
    .map(([at, letters]) => file.slice(0, at) + letters + file.slice(at + letters.length))
  const doubled = fc.tuple(fc.nat(file.length), fc.nat(file.length)).map(([a, b]) => file.slice(0, a) + file.slice(b))
  const any = fc.oneof(
    { weight: 5, arbitrary: changed },
    { weight: 1, arbitrary: cut },
    { weight: 2, arbitrary: overwritten },
    { weight: 1, arbitrary: doubled },
    { weight: 1, arbitrary: hostile.map((value) => JSON.stringify(value)) }
  )
  // As it is in UTF-8.
  return any.map((changedFile) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(changedFile))
  )
}

/** The keys that lead to every value. */
function placesIn(json: Json): (string | number)[][] {
  const children: [string | number, Json][] =
    typeof json !== 'object' || !json ? [] : Array.isArray(json) ? [...json.entries()] : Object.entries(json)
  return children.flatMap(([key, value]) => [[key], ...placesIn(value).map((place) => [key, ...place])])
}

function withChange(json: Json, place: (string | number)[], how: string, key: string, value: Json): Json {
  let parent = json as Record<string, Json>
  for (const step of place.slice(0, -1)) parent = parent[step] as Record<string, Json>
  const last = place.at(-1)!
  if (how === 'remove') delete parent[last]
  else if (how === 'double' && Array.isArray(parent)) parent.push(structuredClone(parent[last]))
  else if (how === 'add' && !Array.isArray(parent))
    Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true })
  else parent[last] = value
  return json
}

/** What a file has, as texts: so that nothing of it may be missing later. */
function itemsOf(file: string, list: string): string[] {
  const items = (JSON.parse(file) as Record<string, Json>)[list]
  return Array.isArray(items) ? items.map(sortedText) : []
}

function sortedText(json: Json): string {
  return JSON.stringify(json, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  )
}

describe('annotation files that are spoiled', function () {
  this.timeout(60_000)

  it('are left as they are, or nothing of them is lost: 1,500 layers', async () => {
    const seen = { left: 0, partly: 0, whole: 0 }
    await fc.assert(
      fc.asyncProperty(spoiled(layerText), async (file) => {
        const files = memoryFiles({ [path]: file })
        const store = openAnnotationStore(files, memoryFiles())
        const { problems } = await store.layers(article)
        const { problem } = await store.saveLayer(article, 'anna', [{ after: added }], text)
        const isLeft = problem !== undefined
        if (isLeft) {
          assert.equal(files.contents.get(path), file)
          assert.ok(problem.detail.length > 5)
          assert.equal((await store.recovered()).length, 1)
        } else {
          const after = itemsOf(files.contents.get(path)!, 'items')
          assert.ok(after.some((item) => item.includes(added.id)))
          const lost = itemsOf(file, 'items').filter((item) => !after.includes(item))
          assert.deepEqual(
            lost.map(withoutOffsets),
            lost.map(withoutOffsets).filter((item) => after.map(withoutOffsets).includes(item))
          )
          assert.deepEqual(
            await openAnnotationStore(files, undefined)
              .layers(article)
              .then(({ problems: still }) => still.map(({ kind }) => kind)),
            problems.map(({ kind }) => kind)
          )
        }
        seen[isLeft ? 'left' : problems.length ? 'partly' : 'whole']++
        const shown = (await store.layers(article)).layers.flatMap(({ decisions }) => decisions)
        assert.ok(shown.some(({ id }) => id === added.id))
      }),
      { numRuns: 1_500 }
    )
    for (const [what, count] of Object.entries(seen)) assert.ok(count >= 100, `${what}: ${count}`)
  })

  it('are left as they are, or nothing of them is lost: 500 projects', async () => {
    await fc.assert(
      fc.asyncProperty(spoiled(projectText), async (file) => {
        const files = memoryFiles({ [projectPath]: file })
        const store = openAnnotationStore(files, undefined)
        await store.project()
        const { problem, content } = await store.saveProject([{ kind: 'code', after: addedCode }])
        assert.ok(content.codes.some(({ id }) => id === addedCode.id))
        if (problem) assert.equal(files.contents.get(projectPath), file)
        else
          for (const list of ['codes', 'entities', 'memos']) {
            const after = itemsOf(files.contents.get(projectPath)!, list)
            assert.deepEqual(
              itemsOf(file, list).filter((item) => !after.includes(item)),
              []
            )
          }
      }),
      { numRuns: 500 }
    )
  })

  it('do not reach prototypes', () => {
    assert.equal(({} as Record<string, unknown>)['x'], undefined)
    assert.deepEqual(Object.keys(Object.prototype), [])
  })
})

/** Offsets in code points are counted anew in the text: where they were wrong, or there were none, they change. */
function withoutOffsets(item: string): string {
  return JSON.stringify(JSON.parse(item), (key, value: unknown) =>
    /^(?:start|end|utf16)$/.test(key) ? undefined : value
  )
}
