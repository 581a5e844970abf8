import type { Article } from '../../article'
import type { EncoderReading } from '../../encoder'
import { flatMapped, mapped } from '../../util/mapped'
import type { Steps } from '../../util/steps'
import type { Attribution, NamedMention } from '../analysis'
import type { InterviewTurn } from '../turns/findInterview'
import type { Turn } from '../turns/findTurns'
import { actOf } from './act'
import { withForms, type Said } from './byForm'
import { isHearing } from './byForm/toldBy'
import { withoutMainClause } from './cleaning'
import { choose, type Chosen } from './choose'
import { withJoinedClause } from './joinedClause'
import { kindOf } from './kind'
import { calibrated } from './model/calibrated'
import { hypothesize } from './model/hypothesize'
import type { QuotationModels } from './model/load'
import { partsOfSpeech } from './model/partsOfSpeech'
import type { QuotationModelInput } from './model/quotationModelInput'
import { piecesOf, type Split } from './pieces'
import { isHeadOfList } from './headOfList'
import { proseOf } from './prose'
import { withSecondReports } from './secondReport'
import { isAskedOfYou } from './questions'
import { isTimeWord, type Range } from './sources'
import { isPartOfName, namesByToken, withWholeNames, type NameAt } from './wholeNames'

export { nextTurn, standingQuotation } from './byForm'
export { loadQuotationModels, type QuotationModels } from './model/load'

/**
 * Every quotation with its cue and source, ordered by the first character of its content. Each names the rule that
 * knows its cue, or `trained` where the models alone found it. No cue or source cuts one of the `names`.
 */
export function* findAttributions(
  article: Article,
  names: readonly NamedMention[],
  models: QuotationModels,
  reading?: EncoderReading,
  turns: readonly Turn[] = [],
  interview: readonly InterviewTurn[] = []
): Steps<readonly Attribution[]> {
  const nameAt = namesByToken(article, names)
  const prose = proseOf(article, turns)
  yield
  const judges = reading ? models.readJudges : models.weights
  const hypotheses = yield* hypothesize(prose, models, reading)
  const { input, ofCues } = hypotheses
  const reporting = ofCues.filter(
    ([first]) =>
      first &&
      !isTime(input, first.cue) &&
      !isPossessive(input, first.cue) &&
      !isPartOfName(first.cue, nameAt) &&
      !isHeadOfList(input, first, nameAt)
  )
  const split = piecesOf(article)
  const chosen = yield* choose({ ...hypotheses, ofCues: reporting }, judges, {
    cueHabits: models.cueHabits,
    contentHabits: models.weights.contentHabits
  })
  yield
  const found = flatMapped(chosen, (one) => toSaid(input, one, judges.calibration, nameAt))
    .filter((said) => !isDoubtfulAttitude(input, said) && !isAskedOfYou(prose, said))
    .map((said) =>
      said.source && said.cue && isHearing(prose, said.source, said.cue) ? { ...said, source: null } : said
    )
  const said = [...withForms(input, withSecondReports(prose, found), nameAt), ...interview.map(asSaid)]
  return mapped(said, (one) => toAttribution(input, one, split)).sort((a, b) => start(a) - start(b))
}

/** "today", "this month", "on Friday": when something is said, and nothing that says it. */
function isTime({ prose: { words } }: QuotationModelInput, { from, to }: Range): boolean {
  return (
    isTimeWord(words[to - 1]!) &&
    words.slice(from, to).every((word) => isTimeWord(word) || /^(?:on|this|last|late|early)$/.test(word))
  )
}

/** "'s" of "Silk's claim"; one that stands for "says" is a verb. */
function isPossessive({ words, pos }: QuotationModelInput, { from, to }: Range): boolean {
  return to - from === 1 && pos[from] === particle && /^['\u2019]s?$/.test(words[from]!)
}

const particle = partsOfSpeech.indexOf('PART')

function asSaid({ source, content }: InterviewTurn): Said {
  return { source, content, cue: null, rule: 'turn', confidence: interviewConfidence }
}

const interviewConfidence = 0.9

function toSaid(
  input: QuotationModelInput,
  { hypothesis, probability }: Chosen,
  calibration: Float32Array,
  nameAt: NameAt
): readonly Said[] {
  const { finding } = hypothesis
  const { cue, source } = hypothesis
  const content = withJoinedClause(input, cue, source, withoutMainClause(input, cue, hypothesis.content))
  const whole = withWholeNames(hypothesis, content, nameAt)
  if (whole === null) return []
  return [
    { content, ...whole, rule: finding?.rule.name ?? 'trained', confidence: calibrated(probability, calibration) }
  ]
}

/**
 * "noticed the wasps", "covers the Justice Department": of attitudes without a clause or marks those are left out that are more likely
 * wrong than right: mostly they tell what somebody does. (polnear-dev: found and attributed F1 +0.2 and +0.3, of what is shown 84 % right for 81 %.)
 */
function isDoubtfulAttitude({ prose }: QuotationModelInput, { content, cue, confidence }: Said): boolean {
  if (!cue || confidence >= sureAttitude || kindOf(prose, content) !== 'indirect') return false
  return (
    !clauseOpeners.has(prose.words[content[0]!.from]!) &&
    actOf(prose.words.slice(cue.from, cue.to), false) === 'attitude'
  )
}

const clauseOpeners = new Set('that what how why whether if who where when which'.split(' '))

/** Chances that it is right. */
const sureAttitude = 0.5

function toAttribution(
  { prose }: QuotationModelInput,
  { content, cue, source, rule, confidence }: Said,
  split: Split
): Attribution {
  // "The court heard that": what somebody said there.
  const isHeard = source === null && cue !== null && /^hear[ds]?$/.test(prose.words[cue.from]!)
  // A turn has no quotation marks of its own.
  const kind = rule === 'turn' ? 'direct' : kindOf(prose, content)
  return {
    content: flatMapped(content, split),
    cue: cue && split(cue),
    source: source && split(source),
    kind,
    // Whatever a whole quotation shows about its speaker, it was said.
    act: kind === 'direct' || !cue || isHeard ? 'speech' : actOf(prose.words.slice(cue.from, cue.to), kind === 'mixed'),
    rule,
    confidence
  }
}

function start({ content }: Attribution): number {
  return content[0]?.start ?? 0
}
