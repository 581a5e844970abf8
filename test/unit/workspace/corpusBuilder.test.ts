import assert from 'node:assert/strict'
import type { AnalyzedText } from '../../../src/analysis'
import { readArticle } from '../../../src/article'
import {
  buildCorpus,
  corpusOf,
  packRecord,
  summarizeInSteps,
  type ArticleSummary,
  type Corpus
} from '../../../src/corpus'
import type { Steps } from '../../../src/util/steps'
import { emptyAnalysis } from '../../../src/workspace/analyzeInSlices'
import { loadTestEngine } from '../../engine'
import { builtCorpus } from './builtCorpus'
import { eventually } from './memoryWorkspace'

const texts: Readonly<Record<string, string>> = {
  'a.txt': 'Oda Brennvik spoke first.\n\n"The bridge will be open before the winter comes," Brennvik said.\n',
  'b.txt': 'A county spokeswoman, Oda Brennvik, said on Monday that the bridge was late.\n',
  'c.txt': '"The bridge will be open before the winter comes," Oda Brennvik said.\n'
}

async function analyzedTexts(): Promise<readonly AnalyzedText[]> {
  const engine = await loadTestEngine()
  return Object.entries(texts).map(([id, text]) => ({
    id,
    text,
    markup: [],
    analysis: engine.analyze(readArticle(text, 'plain'))
  }))
}

/** A builder that has linked all the texts. */
async function settledCorpus() {
  const articles = await analyzedTexts()
  const { builder, corpus } = builtCorpus()
  for (const article of articles) builder.put(article.id, { record: packRecord(article) })
  await builder.settle()
  return { articles, builder, corpus, before: corpus() ?? assert.fail('there is no corpus') }
}

/** Each entity of some articles, and who it is in a corpus. */
function people(corpus: Corpus, articles: readonly AnalyzedText[]): readonly string[] {
  return articles.flatMap(({ id, analysis }) =>
    analysis.entities.map(({ id: entity }) => `${id} ${entity}: ${corpus.entityOf({ article: id, entity })?.id}`)
  )
}

const nothing = { record: packRecord({ text: 'A text.', markup: [], analysis: emptyAnalysis }) }

/** Longer than a slice of time. */
function* slowly(article: AnalyzedText): Steps<ArticleSummary> {
  for (const end = performance.now() + 40; performance.now() < end;) yield
  return yield* summarizeInSteps(article)
}

describe('the corpus of a folder', () => {
  it('is that of its articles, however they came, and follows a change at once', async () => {
    const articles = await analyzedTexts()
    const { builder, corpus } = builtCorpus()
    for (const article of articles) builder.put(article.id, { record: packRecord(article) })
    builder.followFewChanges()
    assert.equal(corpus(), undefined, 'nothing is linked at once before all articles are')
    await builder.settle()
    assert.deepEqual(corpus(), buildCorpus(articles))
    builder.remove('a.txt')
    builder.followFewChanges()
    assert.deepEqual(corpus(), buildCorpus(articles.slice(1)))
  })

  it('knows who everybody is after each change as one that is built anew', async () => {
    const { articles, builder, corpus, before } = await settledCorpus()
    const beforeChange = people(before, articles)
    builder.remove('b.txt')
    builder.followFewChanges()
    const left = articles.filter(({ id }) => id !== 'b.txt')
    assert.deepEqual(people(corpus() ?? before, left), people(buildCorpus(left), left))
    assert.deepEqual(people(before, articles), beforeChange, 'a corpus that was handed out stays as it is')
    // Nobody asks the corpus of the next change before there is another one.
    const [first] = articles
    assert.ok(first)
    builder.put('d.txt', { record: packRecord(first) })
    builder.followFewChanges()
    const between = corpus() ?? before
    builder.remove('a.txt')
    builder.followFewChanges()
    const known = [...left, { ...first, id: 'd.txt' }]
    assert.deepEqual(people(between, known), people(buildCorpus(known), known))
    const last = known.filter(({ id }) => id !== 'a.txt')
    assert.deepEqual(people(corpus() ?? before, last), people(buildCorpus(last), last))
  })

  it('knows who everybody was while later changes are on their way', async () => {
    const { articles, builder, corpus, before } = await settledCorpus()
    builder.remove('b.txt')
    const settling = builder.settle()
    assert.deepEqual(people(before, articles), people(buildCorpus(articles), articles), 'first asked meanwhile')
    await settling
    const left = articles.filter(({ id }) => id !== 'b.txt')
    assert.deepEqual(people(corpus() ?? before, left), people(buildCorpus(left), left))
  })

  it('is at once what it was in the session before, and later the same', async () => {
    const articles = await analyzedTexts()
    const known = buildCorpus(articles)
    const { builder, corpus } = builtCorpus()
    for (const article of articles) builder.put(article.id, { record: packRecord(article) })
    builder.adopt(known)
    assert.equal(corpus(), known)
    await builder.settle()
    assert.deepEqual(corpus(), known)
    builder.remove('b.txt')
    builder.followFewChanges()
    assert.deepEqual(corpus(), buildCorpus(articles.filter(({ id }) => id !== 'b.txt')))
  })

  it('makes the summary of a long article in slices of time, and tells when it could follow', async () => {
    const articles = await analyzedTexts()
    const told: string[] = []
    const { builder, corpus } = builtCorpus(() => told.push('ready'))
    for (const article of articles) builder.put(article.id, { record: packRecord(article) })
    await builder.settle()
    const [first, ...others] = articles
    const [from, to] = [
      { ...first!, id: 'd.txt' },
      { ...first!, id: 'e.txt' }
    ]
    const before = corpus()
    for (const { id } of others) builder.remove(id)
    builder.putArticle('d.txt', () => slowly(from))
    builder.followFewChanges()
    assert.equal(corpus(), before, 'nobody waits for it')
    builder.putArticle('e.txt', () => slowly(to))
    builder.followFewChanges()
    await eventually(
      () => told,
      (all) => all.length > 0
    )
    assert.equal(corpus(), before)
    builder.followFewChanges()
    assert.deepEqual(corpus(), buildCorpus([first!, from, to]))
    assert.deepEqual(told, ['ready'])
    assert.equal(builder.isUpToDate(), true)
    // What takes its place while it is made is linked in its stead.
    builder.putArticle('e.txt', () => slowly(to))
    builder.followFewChanges()
    builder.remove('e.txt')
    await builder.settle()
    assert.deepEqual(corpus(), buildCorpus([first!, from]))
  })

  it('is not up to date while it knows less than the articles', async () => {
    const { builder } = builtCorpus()
    builder.put('a', nothing)
    builder.adopt(buildCorpus([]))
    assert.equal(builder.isUpToDate(), true)
    builder.put('a', nothing)
    builder.followFewChanges()
    assert.equal(builder.isUpToDate(), false, 'not all articles are linked yet')
    await builder.settle()
    builder.put('a', nothing)
    builder.followFewChanges()
    assert.equal(builder.isUpToDate(), true)
    for (let article = 0; article < 20; article++) builder.put(String(article), nothing)
    builder.followFewChanges()
    assert.equal(builder.isUpToDate(), false, 'too many for once')
    await builder.settle()
    assert.equal(builder.isUpToDate(), true)
  })

  it('is left unfinished when nobody waits', async () => {
    const { builder, corpus } = builtCorpus()
    builder.put('a', nothing)
    assert.equal(await builder.settle(() => false), false)
    assert.equal(corpus(), undefined)
    assert.equal(await builder.settle(), true)
    assert.deepEqual(corpus(), corpusOf({ entities: [], reuse: [], suggestions: [] }))
  })
})
