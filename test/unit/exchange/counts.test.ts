import assert from 'node:assert/strict'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { AnalyzedArticle } from '../../../src/analysis'
import { linksTable } from '../../../src/cli/links'
import { linkSummaries, summarize, type Corpus } from '../../../src/corpus'
import { buildDocument } from '../../../src/exchange/buildDocument'
import { figureCounter, figureTexts, type Figures } from '../../../src/exchange/counts'
import type { AnnotationDocument } from '../../../src/exchange/document'
import { csv } from '../../../src/exchange/formats/csv'
import { markdownReport } from '../../../src/exchange/formats/markdown'
import { articleLists } from '../../../src/sidebar/articleLists.js'
import { finish } from '../../../src/util/steps.js'
import { folderSnapshot, openFolderArticle, type FolderSnapshot } from '../../../src/workspace/folderArticle.js'
import { analyzeFolder, root } from '../../engine'
import { stateOf, viewOf } from '../sidebar/folderRows.js'
import { documentOf } from './documents'
import { inputOf, writtenText } from './inputs'

describe('figures of the samples', () => {
  let articles: readonly AnalyzedArticle[]
  let corpus: Corpus
  let documents: readonly AnnotationDocument[]
  before(async () => {
    articles = await analyzeFolder(join(root, 'samples'))
    corpus = linkSummaries(articles.map(summarize))
    documents = articles.map((article) => buildDocument({ article, corpus }))
  })

  it('are what they are', () => {
    assert.deepEqual(figuresOf(documents, false), {
      articles: 12,
      words: 5462,
      actors: 89,
      places: 35,
      quotes: 156,
      quotedWords: 2546,
      sources: 50,
      unattributed: 8,
      repeated: 3,
      attitudes: 18
    })
  })

  for (const attitudes of [false, true]) {
    it(`are those of the sidebar's folder, ${attitudes ? 'with' : 'without'} attitudes`, () => {
      assert.deepEqual(figuresOf(documents, attitudes), sidebarFigures(folderOf(articles, corpus), attitudes))
    })

    it(`are those of the tables, ${attitudes ? 'with' : 'without'} attitudes`, async () => {
      const counts = await rows(documents, 'counts')
      const figures = figuresOf(documents, attitudes)
      assert.deepEqual(
        counts.map((row) => [row['figure'], row[attitudes ? 'with_attitudes' : 'count'], row['definition']]),
        Object.entries(figureTexts).map(([figure, { label, definition }]) => [
          label,
          String(figures[figure as keyof Figures]),
          definition
        ])
      )
    })
  }

  it('are those of the report', async () => {
    const report = await writtenText(markdownReport, inputOf(documents, { corpus }))
    const figures = figuresOf(documents, false)
    const lines = new Set(report.split('\n'))
    for (const figure of ['quotes', 'sources', 'unattributed', 'repeated', 'attitudes'] as const) {
      const { label, definition } = figureTexts[figure]
      assert.ok(lines.has(`| ${label} | ${figures[figure]} | ${definition} |`), figure)
    }
  })

  it('are those of the command line', () => {
    const { quotes, sources, articles: count, unattributed } = figuresOf(documents, false)
    const listed = new Map(
      articles.map(({ id, analysis }) => [
        id,
        analysis.quotes.map(({ act, speaker }) => ({ beginning: '', act, hasSpeaker: speaker !== null }))
      ])
    )
    const [first] = linksTable(corpus, listed).split('\n')
    assert.equal(first, `${quotes} quotes of ${sources} sources in ${count} articles, ${unattributed} without a source`)
  })

  it('are those that the rows of the tables come to', async () => {
    const figures = figuresOf(documents, false)
    const [quotes, entities, articleRows] = await Promise.all(
      ['quotes', 'entities', 'articles'].map((name) => rows(documents, name))
    )
    const counted = quotes!.filter((row) => row['act'] === 'speech')
    const sum = (table: readonly Row[], column: string) => table.reduce((total, row) => total + Number(row[column]), 0)
    assert.equal(counted.filter((row) => row['again'] === 'FALSE').length, figures.quotes)
    assert.equal(
      sum(
        counted.filter((row) => row['again'] === 'FALSE'),
        'words'
      ),
      figures.quotedWords
    )
    assert.equal(new Set(counted.map((row) => row['speaker_id']).filter((id) => id !== '')).size, figures.sources)
    assert.equal(entities!.filter((row) => Number(row['quotes']) > 0).length, figures.sources)
    assert.equal(counted.filter((row) => row['speaker_id'] === '').length, figures.unattributed)
    assert.equal(quotes!.length - counted.length, figures.attitudes)
    assert.equal(entities!.filter((row) => row['actor'] === 'TRUE').length, figures.actors)
    assert.equal(articleRows!.length, figures.articles)
    assert.equal(sum(articleRows!, 'words'), figures.words)
    assert.equal(sum(articleRows!, 'attitudes'), figures.attitudes)
  })

  it('of one article are those of its lists in the sidebar', () => {
    const folder = folderOf(articles, corpus)
    for (const [index, article] of folder.articles.entries()) {
      const figures = figuresOf([documents[index]!], false)
      const { state } = finish(
        articleLists({
          article,
          articleProblem: 'no-article',
          folder,
          folderStatus: { kind: 'read', articles: 7 },
          showAttitudes: false
        })
      )
      assert.deepEqual(
        [
          state.distinctQuotes,
          state.links.length,
          state.unattributed.length,
          state.summary.words,
          state.summary.quotedWords
        ],
        [figures.quotes, figures.sources, figures.unattributed, figures.words, figures.quotedWords],
        article.name
      )
    }
  })
})

describe('figures', () => {
  it('count the same quote again once, and its speaker in two articles once', () => {
    const said = (name: string) =>
      documentOf({
        name,
        text: 'Ann Reed said rain fell. Reed wants rain.\n',
        entities: [{ id: 'ann', name: 'Ann Reed' }],
        mentions: [{ words: 'Ann Reed', entity: 'ann' }],
        quotes: [
          { words: 'rain fell', speaker: 'ann', repeat: 1, kind: 'indirect' },
          { words: 'wants rain', act: 'attitude' }
        ]
      })
    const documents = [said('a.txt'), said('b.txt')]
    const { quotes, quotedWords, sources, repeated, unattributed, attitudes, actors } = figuresOf(documents, false)
    assert.deepEqual([quotes, quotedWords, sources, repeated, unattributed, attitudes, actors], [1, 2, 1, 1, 0, 2, 1])
    const all = figuresOf(documents, true)
    assert.deepEqual([all.quotes, all.quotedWords, all.unattributed], [3, 6, 2])
  })

  it('count a place that acts and is named as both', () => {
    const document = documentOf({
      text: 'Lira will send help to Lira and Oslo.\n',
      entities: [
        { id: 'lira', name: 'Lira', type: 'place' },
        { id: 'oslo', name: 'Oslo', type: 'place' }
      ],
      mentions: [
        { words: 'Lira', entity: 'lira', type: 'place', acting: true },
        { words: 'Lira', nth: 2, entity: 'lira', type: 'place' },
        { words: 'Oslo', entity: 'oslo', type: 'place' }
      ]
    })
    const { actors, places } = figuresOf([document], false)
    assert.deepEqual([actors, places], [1, 2])
  })
})

function figuresOf(documents: readonly AnnotationDocument[], attitudes: boolean): Figures {
  const counter = figureCounter({ attitudes })
  for (const document of documents) counter.add(document)
  return counter.figures()
}

function folderOf(articles: readonly AnalyzedArticle[], corpus: Corpus): FolderSnapshot {
  const version = 1
  const revision = 0
  return folderSnapshot(
    'samples',
    articles.map((article) =>
      openFolderArticle({ ...article, uri: { toString: () => article.id } as never, version, revision })
    ),
    corpus
  )
}

function sidebarFigures(folder: FolderSnapshot, showAttitudes: boolean): Figures {
  const { articles, summary, tallies, facets, unattributedQuotes, attitudes } = stateOf(
    viewOf(folder, { showAttitudes })
  )
  const { types } = facets
  return {
    articles,
    words: summary.words,
    actors: types.person + types.organization + types.group + types['acting-place'],
    places: types.place,
    quotes: tallies.quotes.total,
    quotedWords: summary.quotedWords,
    sources: tallies.sources.total,
    unattributed: unattributedQuotes,
    repeated: tallies.reuse.total,
    attitudes: attitudes.count
  }
}

type Row = Readonly<Record<string, string>>

async function rows(documents: readonly AnnotationDocument[], name: string): Promise<readonly Row[]> {
  return parse(await writtenText(csv, inputOf(documents), `${name}.csv`), { columns: true })
}
