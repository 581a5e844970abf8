import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { URI } from 'vscode-uri'
import { factKeys } from '../../../src/analysis/index.js'
import {
  applyDecisions,
  emptyProject,
  mapAnchors,
  reviewProgress,
  type Decision
} from '../../../src/annotations/index.js'
import { buildCorpus } from '../../../src/corpus/index.js'
import { articleCounts, folderCounts } from '../../../src/editor/hoverCounts.js'
import { concordance } from '../../../src/quotesPanel/concordance.js'
import { namesOf } from '../../../src/sidebar/folder/nameRows.js'
import { sidebarLists } from '../../../src/sidebar/sidebarLists.js'
import { foldedName } from '../../../src/util/facets.js'
import { nameCondition } from '../../../src/util/filterQuery.js'
import { grouped } from '../../../src/util/grouped.js'
import { folderSnapshot, openFolderArticle, type FolderArticle } from '../../../src/workspace/folderArticle.js'
import { analyzeFolder, root } from '../../engine'
import { decisionsOn, dice, type Dice } from '../roads/randomDecisions'
import { asked } from './example.js'
import { result, stateOf, viewOf } from './folderRows.js'

/** The samples, on which somebody has decided. */
type Samples = Awaited<ReturnType<typeof analyzeFolder>>

function decidedFolder(samples: Samples, decisionsOf: (sample: Samples[number], index: number) => readonly Decision[]) {
  const all = new Map<string, readonly Decision[]>()
  const articles = samples.map((sample, index): FolderArticle => {
    const uri = URI.parse(`file:///samples/${sample.name}`)
    const open = { ...sample, id: uri.toString(), uri, version: 1, revision: 0 }
    const decisions = decisionsOf(sample, index)
    if (decisions.length === 0) return openFolderArticle(open)
    all.set(open.id, decisions)
    const decided = applyDecisions(open, decisions, [])
    return openFolderArticle({ ...open, analysis: decided.analysis, decided, suggested: sample.analysis })
  })
  return {
    folder: folderSnapshot('samples', articles, buildCorpus(articles)),
    decisions: {
      project: emptyProject,
      articles: new Set(all.keys()),
      decisions: (id: string) => all.get(id) ?? [],
      proposals: () => []
    }
  }
}

/** Numbers of which `decisionsOn` makes on each fact at most one decision: accepted, rejected, of another type, of another speaker. */
function eachOnce({ analysis }: Samples[number]): Dice {
  const throws = (kind: number, which: number): Dice[number] => [kind, which, 0, 0, which, which, which >> 3, which]
  return [
    ...analysis.mentions.flatMap((_, which) => (which % 4 === 3 ? [] : [throws([0, 0, 2][which % 3]!, which)])),
    ...analysis.quotes.flatMap((_, which) => (which % 4 === 3 ? [] : [throws([1, 1, 6][which % 3]!, which)]))
  ]
}

/** The decision as it is when the text is another one. */
function withoutItsWords(decision: Decision): Decision {
  return mapAnchors(decision, (anchor) => ({ ...anchor, exact: 'qqq zzz', prefix: 'xxx ', suffix: ' yyy' }))
}

/** A number for each run, so that a red one can be had again. */
const seed = 20_240_303

describe('figures of what is decided', () => {
  let samples: Samples
  before(async () => {
    samples = await analyzeFolder(join(root, 'samples'))
  })

  const decided = fc.array(dice, { minLength: 7, maxLength: 12 })
  const folders = (check: (folder: ReturnType<typeof decidedFolder>, attitudes: boolean) => void) =>
    fc.assert(
      fc.property(decided, fc.boolean(), (thrown, attitudes) =>
        check(
          decidedFolder(samples, ({ text, analysis }, index) => decisionsOn(text, analysis, thrown[index] ?? [])),
          attitudes
        )
      ),
      { seed, numRuns: 12 }
    )

  it('are the same in the folder of the sidebar, in a hover and behind its links in the panel (property)', () =>
    folders(({ folder, decisions }, attitudes) => {
      const shown = { decisions, showAttitudes: attitudes }
      const view = viewOf(folder, shown)
      const names = result(namesOf(view)).of([])
      const rowOf = new Map(Array.from({ length: names.total }, (_, at) => [names.row(at)!.entity, names.row(at)!]))
      const sourceOf = new Map(view.sources.map((row) => [view.index.links[row.link]!.entity, row]))
      const bearers = grouped(folder.corpus.entities, ({ name }) => foldedName(name))
      for (const [index, { name, members }] of folder.corpus.entities.entries()) {
        const hover = folderCounts(folder, members[0]!, { attitudes })!
        const row = rowOf.get(index)
        assert.equal(row?.mentions ?? 0, hover.mentions, `mentions of ${name}`)
        assert.equal(sourceOf.get(index)?.count ?? 0, hover.quotes, `quotes of ${name}`)
        if (row) assert.deepEqual([row.quotes, row.articles], [hover.quotes, hover.articles], `the row of ${name}`)
        // The panel lists by name, of all who bear it.
        if (bearers.get(foldedName(name))!.length > 1) continue
        const listed = viewOf(folder, { ...shown, filter: nameCondition('source', name) })
        const rows = result(concordance(listed, 'mentions'))
        const articles = new Set(Array.from({ length: rows.size }, (_, at) => rows.articleOf(at)))
        assert.equal(listed.distinctQuotes, hover.quotes, `quotes of ${name} in the panel`)
        assert.equal(rows.size, hover.mentions, `mentions of ${name} in the panel`)
        if (row) assert.equal(articles.size, hover.articles, `articles of ${name} in the panel`)
      }
    })).timeout(60_000)

  it('are the same in an article of the sidebar, without a folder too, and in a hover (property)', () =>
    folders(({ folder }, attitudes) => {
      for (const article of folder.articles) {
        const { state } = sidebarLists(asked({ article, showAttitudes: attitudes }))
        if (state.kind !== 'list') continue
        const keys = factKeys(article)
        const entries = new Map(state.entities.map((entry) => [entry.key, entry]))
        const links = new Map(state.links.map((link) => [link.key, link]))
        for (const entity of article.analysis.entities) {
          const key = keys.entities.get(entity.id) ?? ''
          const { mentions, quotes } = articleCounts(article, entity, { attitudes })
          assert.equal(entries.get(key)?.mentions ?? 0, mentions, `mentions of ${entity.name}`)
          assert.equal(links.get(key)?.distinct ?? 0, quotes, `quotes of ${entity.name}`)
        }
      }
    })).timeout(60_000)

  for (const attitudes of [false, true])
    it(`say of a folder how far all of its articles together are decided, ${attitudes ? 'with' : 'without'} attitudes`, () => {
      const { folder, decisions } = decidedFolder(samples, (sample) =>
        decisionsOn(sample.text, sample.analysis, eachOnce(sample)).map((decision, index) =>
          index % 5 === 0 ? withoutItsWords(decision) : decision
        )
      )
      assert.ok(folder.articles.flatMap(({ waiting }) => waiting?.lost ?? []).length > 50)
      const sum = { decided: 0, total: 0 }
      for (const article of folder.articles) {
        const { decided, total } = reviewProgress({ article }, { attitudes })
        sum.decided += decided
        sum.total += total
      }
      assert.ok(sum.decided > 100 && sum.decided < sum.total)
      assert.deepEqual(stateOf(viewOf(folder, { decisions, showAttitudes: attitudes })).decided?.progress, sum)
    })
})
