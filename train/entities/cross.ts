/**
 * Cross-validation of recognition with the shipped recipe: every article is labelled by a tagger that has not seen it;
 * conll2003-dev and the seeds are labelled by each of them. Run by `npm run train:cross -- [--folds N] [--without GROUP…]`
 * with GROUP one of clusters, lists, silver, headlines, encoder: what is left out shows what it brings. What the encoder says
 * of an article comes from one that was not taught on it, too.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { agreementSettings } from '../../src/analysis/entities/tagger/agreement'
import { evidenceSettings } from '../../src/analysis/entities/tagger/evidence'
import { readLexicon, type Lexicon } from '../../src/analysis/entities/tagger/lexicon'
import { asHeadlines, readNames, readSeeds } from './corpora'
import { prepare } from './examples'
import { crossLabel, runFirstPass, runSecondPass, withReading, type FirstPass } from './folds'
import { readings } from './readings'
import { silverSets, trainingOptions, weighing } from './recipe'
import { describe, emptyTally, tally } from './scoring'
import { trainStudent } from './silver'

const { values } = parseArgs({
  options: { folds: { type: 'string', default: '5' }, without: { type: 'string', multiple: true, default: [] } }
})
const without = new Set(values.without)
const lexicon = thinned(readLexicon(readFileSync(fileURLToPath(new URL('../../models/lexicon.bin', import.meta.url)))))
const annotated = [...readNames('conll2003-train'), ...readNames('polnear-entities-dev')]
const articles = prepare(annotated, lexicon)
const headlineOf = new Map(
  (without.has('headlines') ? [] : prepare(asHeadlines(annotated), lexicon)).map((item) => [item.article.id, item])
)
const silver = without.has('silver') ? [] : prepare(silverSets(), lexicon)
const unseen = { 'conll2003-dev': prepare(readNames('conll2003-dev'), lexicon), seeds: prepare(readSeeds(), lexicon) }

const readingOf = without.has('encoder') ? undefined : await readings()

const crossed = crossLabel(
  articles,
  Number(values.folds),
  (others) =>
    trainStudent(
      [...others, ...others.flatMap(({ article }) => headlineOf.get(`${article.id} headline`) ?? [])],
      silver,
      weighing,
      trainingOptions
    ),
  (fold, model) => {
    for (const [set, items] of Object.entries(unseen))
      report(`${set}, trained without fold ${fold}`, runFirstPass(model, items))
  }
)
for (const set of ['conll2003-train', 'polnear-entities-dev'])
  report(
    `${set}, crossed`,
    crossed.filter(({ item }) => item.article.set === set)
  )

function report(name: string, passes: readonly FirstPass[]): void {
  const first = emptyTally()
  const both = emptyTally()
  const heard = emptyTally()
  for (const pass of passes) {
    tally(first, pass.item, pass.labeled.labels)
    tally(both, pass.item, runSecondPass(pass, agreementSettings).labels)
    if (readingOf) {
      const again = withReading(pass, readingOf(pass.item.article), evidenceSettings)
      tally(heard, pass.item, runSecondPass(again, agreementSettings).labels)
    }
  }
  const withEncoder = readingOf ? `, with the encoder ${describe(heard)}` : ''
  console.log(`${name}: first pass ${describe(first).slice(0, 5)}, both ${describe(both)}${withEncoder}`)
}

function thinned(full: Lexicon): Lexicon {
  return {
    ...full,
    ...(without.has('clusters') ? { cluster: full.cluster.map(() => 0), kind: full.kind.map(() => 0) } : {}),
    ...(without.has('lists') ? { flags: full.flags.map(() => 0) } : {})
  }
}
