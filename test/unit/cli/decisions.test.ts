import assert from 'node:assert/strict'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { layerPath, writeLayer, type Decision } from '../../../src/annotations'
import type { ContractLine } from '../../../src/exchange'
import type { ListedDecision } from '../../../src/cli/listedDecision'
import { decisionOn } from '../workspace/memoryDecisions'
import { withAnnotated } from './annotated'
import { cli } from './ports'

const a = 'ANNA sees rain. BORIS sees sun.\n'
const b = 'CARLA sees snow.\n'
const rejectRain = decisionOn(a, 'sees rain', { kind: 'reject' }, 'Rosa')
Object.assign(rejectRain, {
  from: {
    about: 'quote',
    content: rejectRain.target,
    cue: null,
    source: null,
    act: 'speech',
    speaker: 'ANNA',
    rule: 'test',
    confidence: 1
  }
})
const anna = { iri: 'https://example.org/anna', name: 'Anna Berg', type: 'person' } as const
const nameAnna = decisionOn(a, 'ANNA', { kind: 'identity', who: anna }, 'Rosa')
const nameBoris = decisionOn(
  a,
  'BORIS',
  { kind: 'identity', who: { ...anna, iri: 'https://example.org/boris', name: 'Boris Dahl' } },
  'Tom'
)
const noArticleB = decisionOn(b, '', { kind: 'article', isArticle: false }, 'Tom')
const decided = {
  articles: { 'a.txt': a, 'deep/b.txt': b },
  layers: { 'a.txt': { Rosa: [rejectRain, nameAnna], Tom: [nameBoris] }, 'deep/b.txt': { Tom: [noArticleB] } }
}

describe('decisions beside the articles', () => {
  it('are applied by analyze, wherever in the folder the path begins', async () => {
    await withAnnotated(decided, async (folder) => {
      const { code, output, errors } = await cli(['analyze', '--format', 'jsonl', `${folder}/a.txt`])
      assert.deepEqual([code, errors, factsOf(output)], [0, '', ['Anna Berg, Boris Dahl: sees sun']])
      const deep = await cli(['analyze', '--format', 'jsonl', `${folder}/deep/b.txt`])
      assert.deepEqual([deep.code, factsOf(deep.output)], [0, ['CARLA: sees snow']], 'it is named, so it is done')
    })
  })

  it('are left out on wish, or those of others', async () => {
    await withAnnotated(decided, async (folder) => {
      const facts = async (...options: string[]) =>
        factsOf((await cli(['analyze', '--format', 'jsonl', ...options, `${folder}/a.txt`])).output)
      assert.deepEqual(await facts('--suggestions-only'), ['ANNA, BORIS: sees rain; sees sun'])
      assert.deepEqual(await facts('--annotator', 'Tom'), ['ANNA, Boris Dahl: sees rain; sees sun'])
      assert.deepEqual(await facts('--annotator', 'Tom', '--annotator', 'Rosa'), ['Anna Berg, Boris Dahl: sees sun'])
      assert.deepEqual(await facts('--annotator', '__proto__'), ['ANNA, BORIS: sees rain; sees sun'])
    })
  })

  it('leave a file out of its folder that is no article, which is said', async () => {
    await withAnnotated(decided, async (folder) => {
      const { code, output, errors } = await cli(['analyze', '--format', 'jsonl', folder])
      assert.deepEqual([code, factsOf(output).length], [0, 1])
      assert.equal(
        errors.replaceAll(folder, ''),
        '/deep/b.txt: note: is no article, as Tom decided: it was left out (--all takes it in)\n'
      )
      for (const option of ['--all', '--suggestions-only', '--annotator=Rosa'])
        assert.equal(factsOf((await cli(['analyze', '--format', 'jsonl', option, folder])).output).length, 2, option)
    })
  })

  it('are applied by links, and name people as the project does', async () => {
    const entities = [{ ...anna, name: 'A. Berg', creator: 'Tom', created: '2026-01-01T00:00:00.000Z' }]
    const project = { entities }
    const both = [nameAnna]
    const layers = { 'a.txt': { Rosa: both }, 'c.txt': { Rosa: both } }
    await withAnnotated({ articles: { 'a.txt': a, 'c.txt': a }, layers, project }, async (folder) => {
      const { speakers } = JSON.parse((await cli(['links', '--format', 'json', folder])).output) as {
        speakers: { name: string; quotes: unknown[] }[]
      }
      assert.deepEqual(
        speakers.map(({ name, quotes }) => `${name}: ${quotes.length}`).filter((line) => line.startsWith('A')),
        ['A. Berg: 2']
      )
    })
  })

  it('that cannot be read are told once, and what can be read is applied', async () => {
    const files = { [layerPath('a.txt', 'ulla')]: '{"half', [layerPath('deep/b.txt', 'ulla')]: '<<<<<<< HEAD' }
    await withAnnotated({ ...decided, files }, async (folder) => {
      const { code, output, errors } = await cli(['analyze', '--all', '--format', 'jsonl', folder])
      assert.deepEqual([code, factsOf(output)[0]], [1, 'Anna Berg, Boris Dahl: sees sun'])
      assert.deepEqual(
        errors
          .trimEnd()
          .split('\n')
          .map((line) => line.replace(folder, '').replace(/: is broken, .*/, ': is broken')),
        [`/${layerPath('a.txt', 'ulla')}: is broken`, `/${layerPath('deep/b.txt', 'ulla')}: is broken`]
      )
      assert.equal(await readFile(join(folder, layerPath('a.txt', 'ulla')), 'utf8'), '{"half')
    })
  })

  it('are never written to, nor is anything beside them', async () => {
    await withAnnotated(decided, async (folder) => {
      const before = await listing(folder)
      for (const verb of ['analyze', 'links', 'decisions']) assert.equal((await cli([verb, folder])).code, 0)
      assert.deepEqual(await listing(folder), before)
    })
  })
})

describe('decisions, the verb', () => {
  it('lists every decision of every annotator with its state, for people', async () => {
    await withAnnotated(decided, async (folder) => {
      const { code, output, errors } = await cli(['decisions', folder])
      assert.deepEqual([code, errors], [0, ''])
      const time = (decision: Decision) => decision.created.slice(0, 16).replace('T', ' ')
      assert.deepEqual(
        output
          .trimEnd()
          .split('\n')
          .map((line) => line.replaceAll(folder, '').replace(/ {2,}/g, ' | ')),
        [
          'ARTICLE | ANNOTATOR | DECISION | WORDS | STATE | TIME',
          `/a.txt | Rosa | identity: Anna Berg | ANNA | placed | ${time(nameAnna)}`,
          `/a.txt | Rosa | reject: quote | sees rain | placed | ${time(rejectRain)}`,
          `/a.txt | Tom | identity: Boris Dahl | BORIS | placed | ${time(nameBoris)}`,
          `/deep/b.txt | Tom | article: no |  | placed | ${time(noArticleB)}`
        ].map((line) => line.replace('|  |', '|'))
      )
      const one = await cli(['decisions', '--annotator', 'Tom', `${folder}/a.txt`])
      assert.equal(one.output.trimEnd().split('\n').length, 2)
    })
  })

  it('says in JSON where the words are, and where they may be', async () => {
    const codeId = 'urn:uuid:00000000-0000-4000-8000-00000000c0de'
    const code = {
      id: codeId,
      name: '=weather',
      color: '#112233',
      order: 1,
      creator: 'Rosa',
      created: nameAnna.created
    }
    const coded = decisionOn(a, 'rain', { kind: 'code', code: codeId }, 'Rosa')
    const refused = decisionOn(a, 'sun', { kind: 'noCode', code: codeId }, 'Rosa')
    const gone = decisionOn(
      'Nothing of the kind was ever written in this place.',
      'ever written',
      { kind: 'memo', text: 'why?' },
      'Rosa'
    )
    const layers = { 'a.txt': { Rosa: [coded, refused, gone] } }
    const moved = `A new beginning, which moves all of it. ${a}`
    await withAnnotated({ articles: { 'a.txt': a }, layers, project: { codes: [code] } }, async (folder) => {
      const listed = async () =>
        (JSON.parse((await cli(['decisions', '--format', 'json', folder])).output) as ListedDecision[]).map(
          ({ kind, value, refersTo, words, state, spans }) => [kind, value, refersTo, words, state, spans]
        )
      const start = a.indexOf('rain')
      assert.deepEqual(await listed(), [
        ['code', '=weather', codeId, 'rain', 'placed', [[start, start + 4]]],
        ['memo', 'why?', null, 'ever written', 'orphan', null],
        ['noCode', '=weather', codeId, 'sun', 'placed', [[a.indexOf('sun'), a.indexOf('sun') + 3]]]
      ])
      await writeFile(join(folder, 'a.txt'), moved)
      const at = moved.indexOf('rain')
      assert.deepEqual((await listed()).find(([kind]) => kind === 'code')?.slice(3), ['rain', 'moved', [[at, at + 4]]])
    })
  })

  it('knows the place of a decision by another program, which counts characters and knows nothing around the words', async () => {
    const emojis = '\u{1F600}\u{1F600} ANNA sees rain. ANNA sees sun. ANNA sees snow.\n'
    const second = emojis.indexOf('ANNA sees sun')
    const coded = decisionOn(emojis.slice(second), 'ANNA', { kind: 'code', code: 'urn:x:weather' }, 'Rosa')
    const inCodePoints = [...emojis.slice(0, second)].length
    const target = coded.target.map(({ exact }) => ({
      ...{ exact, prefix: '', suffix: '' },
      ...{ start: inCodePoints, end: inCodePoints + exact.length }
    }))
    // Written without the text, offsets are taken for code points.
    const files = {
      [layerPath('a.txt', 'Rosa')]: writeLayer({ annotator: 'Rosa', decisions: [{ ...coded, target }] }, 'a.txt')
    }
    await withAnnotated({ articles: { 'a.txt': emojis }, layers: {}, files }, async (folder) => {
      const { output } = await cli(['decisions', '--format', 'json', folder])
      const [listed] = JSON.parse(output) as ListedDecision[]
      assert.deepEqual([listed?.state, listed?.spans], ['placed', [[second, second + 4]]])
    })
  })

  it('lists those of an article that is gone, as orphans, and says so', async () => {
    await withAnnotated(decided, async (folder) => {
      await rename(join(folder, 'a.txt'), join(folder, 'elsewhere.txt'))
      const { code, output, errors } = await cli(['decisions', '--format', 'json', folder])
      const listed = JSON.parse(output) as ListedDecision[]
      assert.deepEqual(
        [code, listed.map(({ article, state }) => `${article.replace(folder, '')} ${state}`)],
        [1, ['/deep/b.txt placed', '/a.txt orphan', '/a.txt orphan', '/a.txt orphan']]
      )
      assert.equal(errors.replace(folder, ''), '/a.txt: no such file or folder\n')
    })
  })

  it('says once which layers of an outer folder are not used, because a nearer one has annotations', async () => {
    const file = (path: string, content: readonly Decision[]) => ({
      [layerPath(path, 'Tom')]: writeLayer({ annotator: 'Tom', decisions: content }, path, { text: a })
    })
    const outer = { ...file('deep/b.txt', [nameBoris]), ...file('deep/c.txt', []), ...file('deep/gone.txt', []) }
    const inner = { [`deep/${layerPath('b.txt', 'Tom')}`]: writeLayer({ annotator: 'Tom', decisions: [] }, 'b.txt') }
    const articles = { 'a.txt': a, 'deep/b.txt': a, 'deep/c.txt': a, 'deep/new.txt': a }
    await withAnnotated({ articles, layers: {}, files: { ...outer, ...inner } }, async (folder) => {
      const listed = async (path: string) => {
        const { code, output, errors } = await cli(['decisions', `${folder}${path}`])
        return [code, output, errors.replaceAll(folder, '')]
      }
      const note = '/.annotations/deep: note: is not used, because deep has annotations of its own\n'
      for (const path of ['', '/deep', '/deep/c.txt'])
        assert.deepEqual(await listed(path), [0, 'no decisions found\n', note], path)
      for (const path of ['/a.txt', '/deep/new.txt'])
        assert.deepEqual(await listed(path), [0, 'no decisions found\n', ''], path)
    })
  })

  it('says that there are none', async () => {
    await withAnnotated({ articles: { 'a.txt': a }, layers: {} }, async (folder) => {
      assert.deepEqual(await cli(['decisions', folder]), { code: 0, output: 'no decisions found\n', errors: '' })
      assert.equal((await cli(['decisions', '--format', 'json', folder])).output, '[]\n')
    })
  })
})

/** "NAME, NAME: words; words" of each line. */
function factsOf(output: string): readonly string[] {
  return output
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, entities, quotes } = JSON.parse(line) as ContractLine
      const text = id.endsWith('a.txt') || id.endsWith('c.txt') ? a : b
      return `${entities.map(({ name }) => name).join(', ')}: ${quotes
        .map(({ content }) => content.map(([start, end]) => text.slice(start, end)).join())
        .join('; ')}`
    })
}

async function listing(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).sort()
}
