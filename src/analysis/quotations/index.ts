import type { Article } from '../../article'
import { flatMapped, mapped } from '../../util/mapped'
import type { Attribution } from '../analysis'
import { actOf } from './act'
import { choose, type Chosen } from './choose'
import { kindOf } from './kind'
import { calibrated } from './model/calibrated'
import { hypothesize } from './model/hypothesize'
import type { QuotationModels } from './model/load'
import type { QuotationModelInput } from './model/quotationModelInput'
import { piecesOf, type Split } from './pieces'
import { proseOf } from './prose'

export { loadQuotationModels, type QuotationModels } from './model/load'

/**
 * Every quotation with its cue and source, ordered by the first character of its content. Each names the rule that
 * knows its cue, or `trained` where the models alone found it.
 */
export function findAttributions(article: Article, models: QuotationModels): readonly Attribution[] {
  const hypotheses = hypothesize(proseOf(article), models)
  const split = piecesOf(article)
  return mapped(
    choose(hypotheses, models.weights, { cueHabits: models.cueHabits, contentHabits: models.weights.contentHabits }),
    (one) => toAttribution(hypotheses.input, one, models, split)
  ).sort((a, b) => start(a) - start(b))
}

function toAttribution(
  input: QuotationModelInput,
  { hypothesis: { cue, source, content, finding }, probability }: Chosen,
  { weights }: QuotationModels,
  split: Split
): Attribution {
  const { prose } = input
  const kind = kindOf(prose, content)
  return {
    content: flatMapped(content, split),
    cue: split(cue),
    source: source && split(source),
    kind,
    // Whatever a whole quotation shows about its speaker, it was said.
    act: kind === 'direct' ? 'speech' : actOf(prose.words.slice(cue.from, cue.to), kind === 'mixed'),
    rule: finding?.rule.name ?? 'trained',
    confidence: calibrated(probability, weights.calibration)
  }
}

function start({ content }: Attribution): number {
  return content[0]?.start ?? 0
}
