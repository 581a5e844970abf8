import { forwardBackward, scoreChain, type ChainModel, type ChainScratch } from './chain'
import { cueFeatures } from './cueFeatures'
import type { QuotationModelInput } from './quotationModelInput'
import type { ReadCue } from './readTokens'
import { mapped } from '../../../util/mapped'
import { meets } from '../ranges'
import type { Range } from '../sources'
import type { Steps } from '../../../util/steps'
import { likeliestEnd, share } from './stretches'

/** A cue in tokens, half open, and how sure the cue model is that one begins there. */
export interface FoundCue {
  readonly from: number
  readonly to: number
  readonly probability: number
  /** How the encoder reads it, where it takes it for a cue. */
  readonly read?: ReadCue
}

/** Labels of the cue model. */
export const cueLabel = { outside: 0, begin: 1, inside: 2 } as const
const labels = 3

/** Every place where a cue may begin with at least this probability is looked at further. */
const leastProbability = 0.07
/** A sentence with more cues than this is no prose; to look for the roles of each would take forever in a hostile text. */
const fewCues = 10
const tokensForCue = 12
const tokensPerStep = 2000
/** More than any unit may have. */
const mostOfRules = 1000
/** In the steps of `QuotationModelInput.lexicon`: the word stands in a cue in more than four of five uses. */
const sureCue = 7

/**
 * All likely cues of the article in order: those that the encoder reads (`read`), then what the model sees beside them, each as long as it
 * takes it to be, and with the probability 0 those of rules that stand by themselves where neither sees one. They may overlap.
 */
export function* cueCandidates(
  input: QuotationModelInput,
  model: ChainModel,
  scratch: ChainScratch,
  read?: readonly ReadCue[]
): Steps<readonly FoundCue[]> {
  const cues: FoundCue[] = []
  const readOf = readByUnit(input, read ?? [])
  const byRules = cuesOfRules(input)
  const { units, article } = input.prose
  let rested = 0
  for (const { from, to, paragraph, index } of units) {
    const length = to - from
    const role = article.paragraphs[paragraph]?.role
    if (length === 0 || role === 'byline' || role === 'credit') continue
    scoreChain(model, cueFeatures(input, from, to), from, to, scratch)
    forwardBackward(model, length, scratch)
    const chainAt = (at: number) => share(labels, scratch, at, cueLabel.begin)
    const here: FoundCue[] = mapped(readOf.get(index) ?? [], (cue) => ({
      from: cue.from,
      to: cue.to,
      probability: (chainAt(cue.from - from) + cue.reading.probability) / 2,
      read: cue
    }))
    const isRead = (range: Range) => here.some((cue) => cue.read && meets(cue, range))
    for (let at = 0; at < length; at++) {
      const probability = chainAt(at)
      if (probability < leastProbability) continue
      const cue = { from: from + at, to: from + likeliestEnd(model, length, scratch, cueLabel.begin, at) }
      if (!isRead(cue)) here.push({ ...cue, probability: read ? probability / 2 : probability })
    }
    const free = (byRules.get(index) ?? []).filter((rule) => !here.some((cue) => meets(rule, cue)))
    if (here.length + free.length <= fewCues + length / tokensForCue)
      cues.push(...[...here, ...free].sort((a, b) => a.from - b.from || a.to - b.to))
    if (to - rested < tokensPerStep) continue
    rested = to
    yield
  }
  return cues
}

function readByUnit(
  { unitOf }: QuotationModelInput,
  read: readonly ReadCue[]
): ReadonlyMap<number, readonly ReadCue[]> {
  const byUnit = new Map<number, ReadCue[]>()
  for (const cue of read) {
    const unit = unitOf[cue.from] as number
    const known = byUnit.get(unit)
    if (known) known.push(cue)
    else byUnit.set(unit, [cue])
  }
  return byUnit
}

/** The cues of rules that need no model, by unit. */
function cuesOfRules({ ruleFindings, lexicon, unitOf }: QuotationModelInput): ReadonlyMap<number, readonly FoundCue[]> {
  const byUnit = new Map<number, FoundCue[]>()
  for (const {
    finding: { cue, verb },
    rule
  } of ruleFindings) {
    if (rule.needsVerb && (lexicon[verb] as number) < sureCue) continue
    const unit = unitOf[cue.from] as number
    const cues = byUnit.get(unit) ?? []
    byUnit.set(unit, cues)
    if (cues.length <= mostOfRules) cues.push({ from: cue.from, to: cue.to, probability: 0 })
  }
  return byUnit
}
