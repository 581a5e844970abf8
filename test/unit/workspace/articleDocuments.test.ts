import assert from 'node:assert/strict'
import type { Analysis } from '../../../src/analysis'
import { emptyAnalysis } from '../../../src/workspace/analyzeInSlices'
import {
  ArticleDocuments,
  type Decisions,
  type ArticleDocumentsOptions,
  type OpenArticle
} from '../../../src/workspace/articleDocuments'
import { eventually, decisionsOf, MemoryWorkspace, notingEngine } from './memoryWorkspace'

const log = ['started', 'stopped', 'started again'].map((what, at) => `2024-05-01 10:00:0${at} INFO ${what}\n`).join('')

describe('open articles', () => {
  const opened: ArticleDocuments[] = []

  afterEach(() => {
    for (const documents of opened.splice(0)) documents.dispose()
  })

  function documentsOf(workspace: MemoryWorkspace, options: Partial<ArticleDocumentsOptions> = {}) {
    const { engine, asked } = notingEngine()
    const documents = new ArticleDocuments({ texts: workspace.texts, engine, log: workspace.log, ...options })
    opened.push(documents)
    const results: OpenArticle[] = []
    documents.onDidAnalyze((result) => results.push(result))
    return { documents, asked, results }
  }

  it('are analyzed once for all who ask', async () => {
    const workspace = new MemoryWorkspace()
    const { documents, asked } = documentsOf(workspace)
    const text = workspace.open('a.txt', 'One article.')
    const [first, second] = await Promise.all([documents.analyze(text), documents.analyze(text)])
    assert.ok(first)
    assert.equal(first, second)
    assert.equal(first, documents.peek(text.uri))
    assert.deepEqual(asked, ['One article.'])
    const { id, name, text: words, article, version, revision } = first
    assert.deepEqual(
      [id, name, words, article.text, version, revision],
      ['file:///folder/a.txt', 'a.txt', 'One article.', 'One article.', 1, 0]
    )
  })

  it('that are long have what is seen of them first, in its place, and what is decided about it', async () => {
    const workspace = new MemoryWorkspace()
    const line = (number: number) =>
      `Paragraph ${number} of a very long report about nothing that anybody would name.\n`
    const text = Array.from({ length: 1000 }, (_, number) => line(number)).join('')
    const seen = text.indexOf('Paragraph 700')
    const name = { form: 'name', type: 'person', acting: false, description: null, entity: 'e1' } as const
    const { engine, asked } = notingEngine(() => ({
      ...emptyAnalysis,
      mentions: [{ start: 0, end: 9, ...name, rule: 'test', confidence: 1 }]
    }))
    const { documents, results } = documentsOf(workspace, {
      engine,
      texts: { ...workspace.texts, maximumSize: () => 100_000, seen: () => ({ start: seen, end: seen + 2000 }) }
    })
    const foreseen: string[] = []
    documents.onDidForesee(({ analysis: { mentions }, text: whole }) => {
      assert.equal(results.length, 0)
      foreseen.push(...mentions.map(({ start }) => whole.slice(start, start + 13)))
    })
    const document = workspace.open('long.txt', text)
    const result = await documents.analyze(document)
    assert.deepEqual(foreseen, ['Paragraph 593'])
    assert.equal(result?.analysis.mentions[0]?.start, 0)
    assert.deepEqual(
      asked.map((one) => one.length < 25_000),
      [true, false]
    )
    workspace.type(document, 'One more.')
    await eventually(
      () => results.length,
      (count) => count === 2
    )
    assert.equal(foreseen.length, 1)
  })

  it('that are none show nothing, unless a setting or somebody says that they are', async () => {
    const workspace = new MemoryWorkspace()
    let isArticle: boolean | null = null
    const found: Analysis = { ...emptyAnalysis, mentions: [] }
    const { engine, asked } = notingEngine(() => found)
    const decisions: Decisions = {
      load: () => Promise.resolve(),
      decide: ({ analysis }) =>
        isArticle === null
          ? undefined
          : { analysis, decisions: [], marks: [], mentions: new Map(), quotes: new Map(), isArticle }
    }
    const { documents, results } = documentsOf(workspace, { engine, decisions })
    const document = workspace.open('log.txt', log)
    const none = await documents.analyze(document)
    assert.deepEqual([none?.standing, none?.analysis, asked], [{ isArticle: false, by: 'text' }, emptyAnalysis, []])

    isArticle = true
    documents.lookAnew(document.uri)
    const taken = await eventually(
      () => results.at(-1),
      (result) => result?.standing?.isArticle === true
    )
    assert.deepEqual([taken?.standing?.by, taken?.analysis, asked], ['decision', found, [log]])

    isArticle = null
    documents.lookAnew(document.uri)
    assert.deepEqual([results.at(-1)?.standing, results.at(-1)?.analysis], [none?.standing, emptyAnalysis])

    workspace.said.set('log.txt', true)
    workspace.changeSettings()
    const included = await documents.analyze(document)
    assert.deepEqual([included?.standing, included?.analysis], [{ isArticle: true, by: 'setting' }, found])

    isArticle = false
    documents.lookAnew(document.uri)
    const refused = results.at(-1)
    assert.deepEqual([refused?.standing?.by, refused?.analysis, refused?.suggested], ['decision', emptyAnalysis, found])
  })

  it('are analyzed again once typing rests, when they are in sight', async () => {
    const workspace = new MemoryWorkspace()
    const { documents, asked, results } = documentsOf(workspace)
    const seen = workspace.open('a.txt', 'A')
    const hidden = workspace.open('b.txt', 'B')
    await documents.analyze(seen)
    await documents.analyze(hidden)
    workspace.hide(hidden)
    for (const letter of 'bcd') workspace.type(seen, letter)
    workspace.type(hidden, '!')
    assert.equal(documents.peek(seen.uri), undefined)
    await eventually(
      () => results.at(-1)?.text,
      (text) => text === 'Abcd'
    )
    assert.deepEqual(asked, ['A', 'B', 'Abcd'])
    assert.equal(documents.peek(hidden.uri), undefined)
  })

  it('tell each edit, before the next analysis, to whoever follows the text', async () => {
    const workspace = new MemoryWorkspace()
    const { documents } = documentsOf(workspace)
    const text = workspace.open('a.txt', 'The bridge is open.')
    await documents.analyze(text)
    const before = documents.peek(text.uri)?.text ?? ''
    let followed = before
    documents.onDidEdit(({ document, edits }) => {
      assert.equal(documents.peek(document.uri), undefined)
      for (const { start, end, text: words } of edits) followed = followed.slice(0, start) + words + followed.slice(end)
    })
    workspace.type(text, 'old ', 4)
    workspace.type(text, 'closed', before.indexOf('open') + 4, before.indexOf('open') + 8)
    assert.equal(followed, 'The old bridge is closed.')
    assert.equal(followed, text.getText())
  })

  it('are looked at anew without being analyzed anew when only something beside the text changed', async () => {
    const workspace = new MemoryWorkspace()
    let links: Analysis['links'] = []
    const { documents, asked, results } = documentsOf(workspace, {
      decisions: decisionsOf((analysis) => (links.length === 0 ? analysis : { ...analysis, links }))
    })
    const text = workspace.open('a.txt', 'One article.')
    const first = await documents.analyze(text)
    links = [{ speaker: 'e1', quotes: [] }]
    documents.lookAnew(text.uri)
    const second = documents.peek(text.uri)
    assert.deepEqual(
      [first?.revision, first?.analysis.links.length, second?.revision, second?.analysis.links],
      [0, 0, 1, links]
    )
    assert.equal(second?.version, first?.version)
    assert.deepEqual(results, [first, second])
    assert.equal(await documents.analyze(text), second)
    workspace.type(text, ' More.')
    await eventually(
      () => results.length,
      (count) => count === 3
    )
    assert.deepEqual([results[2]?.revision, results[2]?.analysis.links], [0, links], 'what was decided stays')
    assert.equal(asked.length, documents.peek(text.uri) ? 2 : 0)
    documents.lookAnew(workspace.open('other.txt', 'Never analyzed.').uri)
    assert.equal(results.length, 3)
  })

  it('show what was decided last, also where applying it takes several slices of time', async () => {
    const workspace = new MemoryWorkspace()
    let speaker = 'e1'
    let atSecondStep: () => void = () => undefined
    const decisions = decisionsOf((analysis) => ({ ...analysis, links: [{ speaker, quotes: [] }] }))
    const { documents, asked, results } = documentsOf(workspace, {
      decisions: {
        ...decisions,
        *decideInSteps(suggested) {
          const decided = decisions.decide(suggested)
          for (const step of [1, 2, 3]) {
            for (const begun = performance.now(); performance.now() - begun < 16;);
            if (step === 2) atSecondStep()
            yield
          }
          return decided
        }
      }
    })
    const shown = () => results.map(({ revision, analysis }) => `${revision} ${analysis.links[0]?.speaker}`)
    const text = workspace.open('a.txt', 'One article.')
    const decide = (by: string) => {
      atSecondStep = () => undefined
      speaker = by
      documents.lookAnew(text.uri)
    }
    atSecondStep = () => decide('e2')
    const first = await documents.analyze(text)
    assert.deepEqual([first?.analysis.links[0]?.speaker, shown()], ['e2', ['0 e2']])
    decide('e3')
    decide('e4')
    assert.equal(documents.peek(text.uri), first, 'until it is applied')
    await eventually(
      () => results.length,
      (count) => count === 2
    )
    decide('e5')
    workspace.type(text, ' More.')
    await documents.analyze(text)
    assert.deepEqual([shown(), asked.length], [['0 e2', '1 e4', '0 e5'], 2])
  })

  it('keep the suggestions when what lies beside the text cannot be applied', async () => {
    const workspace = new MemoryWorkspace()
    const { documents } = documentsOf(workspace, {
      decisions: decisionsOf(() => {
        throw new Error('half-written')
      })
    })
    const result = await documents.analyze(workspace.open('a.txt', 'One article.'))
    assert.deepEqual(result?.analysis, emptyAnalysis)
    assert.match(workspace.errors.join(), /beside file:\/\/\/folder\/a\.txt .*half-written/)
  })

  it('say why they cannot be analyzed', async () => {
    const workspace = new MemoryWorkspace()
    workspace.maximumSize = 20
    const broken = documentsOf(workspace, { engine: () => Promise.reject(new Error('no model')) }).documents
    const fails = notingEngine(() => {
      throw new Error('a fault')
    })
    const failing = documentsOf(workspace, { engine: fails.engine }).documents
    const short = workspace.open('short.txt', 'Short.')
    assert.equal((await broken.analyze(workspace.open('long.txt', 'x'.repeat(21))))?.problem, 'too-large')
    assert.equal((await broken.analyze(workspace.open('bytes.txt', 'PK\0')))?.problem, 'binary')
    assert.equal((await broken.analyze(short))?.problem, 'no-engine')
    const failed = await failing.analyze(short)
    assert.deepEqual([failed?.problem, failed?.text, failed?.analysis], ['failed', '', emptyAnalysis])
    assert.match(workspace.errors.join(), /a fault/)
    workspace.maximumSize = 100
    workspace.changeSettings()
    await eventually(
      () => broken.peek(short.uri)?.problem,
      (problem) => problem === 'no-engine'
    )
  })

  it('are forgotten when they close, also while they are analyzed', async () => {
    const workspace = new MemoryWorkspace()
    const { documents } = documentsOf(workspace)
    const text = workspace.open('a.txt', 'One article.')
    const forgotten: string[] = []
    documents.onDidForget((uri) => forgotten.push(uri.toString()))
    const waiting = documents.analyze(text)
    workspace.close(text)
    assert.equal(await waiting, undefined)
    assert.equal(documents.peek(text.uri), undefined)
    assert.equal(await documents.analyze(text), undefined)
    assert.deepEqual(forgotten, ['file:///folder/a.txt'])
  })
})
