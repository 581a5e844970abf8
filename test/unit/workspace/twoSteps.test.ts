import assert from 'node:assert/strict'
import type { Analysis } from '../../../src/analysis'
import { emptyAnalysis } from '../../../src/workspace/analyzeInSlices'
import {
  ArticleDocuments,
  isDecidedAnew,
  type ArticleDocumentsOptions,
  type OpenArticle
} from '../../../src/workspace/articleDocuments'
import type { WholeAnalysis, WholeEngine } from '../../../src/workspace/windowThread'
import { decisionsOf, eventually, MemoryWorkspace, notingEngine } from './memoryWorkspace'

/** An analysis that says who made it. */
function by(name: string): Analysis {
  return { ...emptyAnalysis, links: [{ speaker: name, quotes: [] }] }
}

/** A whole engine whose answers are in the test's hands. */
function heldEngine() {
  const asked: { readonly text: string; readonly answer: (answer: WholeAnalysis) => void }[] = []
  const heard: string[] = []
  const whole: WholeEngine = {
    analyze: (_, text) => new Promise((answer) => asked.push({ text, answer })),
    giveUp: (article) => void heard.push(`given up ${article.split('/').at(-1)}`),
    forget: (article) => void heard.push(`forgotten ${article.split('/').at(-1)}`)
  }
  return { whole, asked, heard }
}

describe('open articles that are read with a language model, too', () => {
  const opened: ArticleDocuments[] = []
  afterEach(() => {
    for (const documents of opened.splice(0)) documents.dispose()
  })

  function world(links: () => Analysis['links'] = () => [], known?: ArticleDocumentsOptions['known']) {
    const workspace = new MemoryWorkspace()
    const { engine, asked: byRules } = notingEngine(() => by('rules'))
    const held = heldEngine()
    const decisions = decisionsOf((analysis) => (links().length === 0 ? analysis : { ...analysis, links: links() }))
    const documents = new ArticleDocuments({
      ...{ texts: workspace.texts, engine, whole: held.whole, decisions, log: workspace.log },
      ...(known && { known })
    })
    opened.push(documents)
    const results: OpenArticle[] = []
    documents.onDidAnalyze((result) => results.push(result))
    const shown = () => results.map(show)
    const until = (count: number) =>
      eventually(
        () => results.length,
        (length) => length === count
      )
    return { workspace, documents, byRules, ...held, results, shown, until }
  }

  function show(result: OpenArticle | undefined): string {
    if (!result) return 'nothing'
    const { analysis, version, revision, isPreliminary, byRules } = result
    const marks = [isPreliminary && 'preliminary', byRules && 'by rules', isDecidedAnew(result) && 'decided anew']
    return [`${version}.${revision} ${analysis.links[0]?.speaker ?? ''}`, ...marks.filter(Boolean)].join(', ')
  }

  const answered = (analysis: Analysis): WholeAnalysis => ({ kind: 'whole', analysis })

  it('show the whole result alone when it is there soon', async () => {
    const { workspace, documents, asked, byRules, shown } = world()
    const document = workspace.open('a.txt', 'One article.')
    const analyzing = documents.analyze(document)
    ;(await eventually(
      () => asked[0],
      (one) => one !== undefined
    ))!.answer(answered(by('all')))
    assert.equal(show(await analyzing), '1.0 all')
    assert.deepEqual([shown(), byRules], [['1.0 all'], []])
  })

  it('show what the rules say until the whole result is there, and who waits for a result gets the whole one', async () => {
    const { workspace, documents, asked, byRules, shown, until } = world()
    const document = workspace.open('a.txt', 'One article.')
    const analyzing = documents.analyze(document)
    const soon = documents.analyzeSoon(document)
    await until(1)
    assert.deepEqual(
      [shown(), documents.isAnalyzing(document.uri), documents.unsaved()],
      [['1.0 rules, preliminary, by rules'], true, []]
    )
    const later = documents.analyze(document)
    assert.equal(show(await soon), '1.0 rules, preliminary, by rules')
    assert.equal(show(await documents.analyzeSoon(document)), '1.0 rules, preliminary, by rules')
    asked[0]!.answer(answered(by('all')))
    assert.deepEqual([await analyzing, await later, documents.peek(document.uri)].map(show), [
      '1.1 all',
      '1.1 all',
      '1.1 all'
    ])
    assert.deepEqual([shown(), byRules.length], [['1.0 rules, preliminary, by rules', '1.1 all'], 1])
    assert.equal(show(await documents.analyzeSoon(document)), '1.1 all')
    assert.equal(documents.isAnalyzing(document.uri), false)
  })

  it('wait for the whole result of a later version once they had one: nothing less is shown between', async () => {
    const { workspace, documents, asked, heard, byRules, shown, until } = world()
    const document = workspace.open('a.txt', 'One article.')
    await eventually(
      () => asked.length,
      (count) => count === 1
    )
    asked[0]!.answer(answered(by('all')))
    await until(1)
    workspace.type(document, ' More.')
    await eventually(
      () => asked.length,
      (count) => count === 2
    )
    // Longer than a whole result of a new article is waited for.
    await new Promise((resolve) => setTimeout(resolve, 400))
    assert.equal(documents.peek(document.uri), undefined)
    asked[1]!.answer(answered(by('all again')))
    await until(2)
    assert.deepEqual([shown(), byRules], [['1.0 all', '2.0 all again'], []])
    workspace.close(document)
    assert.deepEqual(heard, ['given up a.txt', 'forgotten a.txt'])
  })

  it('have what the rules say for good where the language model could not be asked', async () => {
    const { workspace, documents, asked, byRules, shown, until } = world()
    const document = workspace.open('a.txt', 'One article.')
    await until(1)
    asked[0]!.answer({ kind: 'failed' })
    assert.equal(show(await documents.analyze(document)), '1.1 rules, by rules')
    workspace.type(document, ' More.')
    await eventually(
      () => asked.length,
      (count) => count === 2
    )
    asked[1]!.answer({ kind: 'failed' })
    await until(3)
    assert.deepEqual(shown(), ['1.0 rules, preliminary, by rules', '1.1 rules, by rules', '2.0 rules, by rules'])
    assert.equal(byRules.length, 2)
  })

  it('have the result of the rules as any result where there is no language model', async () => {
    const { workspace, documents, asked } = world()
    const document = workspace.open('a.txt', 'One article.')
    const analyzing = documents.analyze(document)
    await eventually(
      () => asked.length,
      (count) => count === 1
    )
    asked[0]!.answer({ kind: 'none' })
    assert.equal(show(await analyzing), '1.0 rules')
  })

  it('have at once what a folder keeps of the same text', async () => {
    const { workspace, documents, asked, byRules, until } = world(undefined, (_, text) =>
      text === 'One article.' ? by('kept') : undefined
    )
    const document = workspace.open('a.txt', 'One article.')
    assert.equal(show(await documents.analyze(document)), '1.0 kept')
    assert.deepEqual([asked.length, byRules.length], [0, 0])
    workspace.type(document, ' More.')
    await until(2)
    assert.equal(asked.length, 1)
  })

  it('are not sent when they are in another language, or no articles', async () => {
    const { workspace, documents, asked } = world()
    const german = workspace.open(
      'de.txt',
      'Der B\u00fcrgermeister hat am Montag gesagt, dass die Br\u00fccke noch nicht fertig ist und die Stadt darauf wartet.'
    )
    workspace.said.set('no.txt', false)
    const none = workspace.open('no.txt', 'One article.')
    assert.deepEqual([await documents.analyze(german), await documents.analyze(none)].map(show), ['1.0 rules', '1.0 '])
    assert.equal(asked.length, 0)
  })

  it('have what is decided while the language model reads, before and after its result', async () => {
    let links: Analysis['links'] = []
    const { workspace, documents, asked, shown, until } = world(() => links)
    const document = workspace.open('a.txt', 'One article.')
    await until(1)
    links = [{ speaker: 'decided', quotes: [] }]
    documents.lookAnew(document.uri)
    asked[0]!.answer(answered(by('all')))
    await until(3)
    links = [{ speaker: 'decided again', quotes: [] }]
    documents.lookAnew(document.uri)
    assert.deepEqual(shown(), [
      '1.0 rules, preliminary, by rules',
      '1.1 decided, preliminary, by rules, decided anew',
      '1.2 decided',
      '1.3 decided again, decided anew'
    ])
  })
})
