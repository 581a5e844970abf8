import type { Article } from '../../../article'
import type { EncoderReading } from '../../../encoder'
import type { Steps } from '../../../util/steps'
import { findUnchanged } from '../../unchanged'
import { addAgreement, agreementSettings, changedVotes, kindCount, poolVotes, type Votes } from './agreement'
import { makeDecoder } from './decode'
import { addEvidence, evidenceSettings, isSameEvidence, readEvidence, type Evidence } from './evidence'
import { labelCount } from './labels'
import type { Lexicon } from './lexicon'
import { isCapitalized, taggerInput, takeOver, type TaggerInput } from './taggerInput'
import { findRecurrence, type Recurrence } from './recurrence'
import { makeScorer, type Scorer } from './score'
import { nameStretches } from './stretches'
import type { TaggerWeights } from './weights'
import { makeWordTypes, mostWordTypes, type WordTypes } from './wordTypes'

/** For each word its label (see labels.ts), and how probable each kind of word is (`kindCount` numbers, see agreement.ts). */
interface Decoding {
  readonly labels: Uint8Array
  readonly posterior: Float32Array
}

/** An article's words with their labels. */
export interface Tagged extends Decoding {
  readonly article: Article
  readonly input: TaggerInput
  readonly types: WordTypes
  /** What was found before the rest of the article was heard. */
  readonly firstPass: FirstPass
  /** How many words were scored and how many labelled anew: others are as they were in the earlier version. */
  readonly redone: { readonly scored: number; readonly decoded: number }
}

interface FirstPass extends Decoding {
  /** By the words alone; what an encoder says is added when they are decoded. */
  readonly scores: Float32Array
  readonly evidence: Evidence | undefined
  /** Bits of `Seen` for each capitalised word. */
  readonly seen: Uint16Array
  readonly votes: Votes
}

/**
 * Tags an article, with what an encoder's `reading` of its text says where there is one. The tagger remembers words that it
 * has met; that changes its speed and nothing else. Neither does `earlier`, a version of the article as it was tagged before,
 * with a reading or without: what stands there in the same context is not done again.
 */
export type Tagger = (article: Article, earlier?: Tagged, reading?: EncoderReading) => Steps<Tagged>

/** Words that are looked at in one step. */
const wordsPerStep = 1000

/** Two passes: each sentence on its own, then again with what the first pass said about the same words elsewhere. */
export function makeTagger(lexicon: Lexicon, weights: TaggerWeights): Tagger {
  const decoder = makeDecoder(weights.transition)
  let types = makeWordTypes(lexicon)
  let scorer = makeScorer(weights, types)
  return (article, known, reading) => {
    if (types.count() > mostWordTypes / 2) {
      types = makeWordTypes(lexicon)
      scorer = makeScorer(weights, types)
    }
    return tagInSteps(article, known, reading, types, scorer)
  }

  /** Between two steps another article may be tagged: nothing but the table of words is shared, and that only grows. */
  function* tagInSteps(
    article: Article,
    known: Tagged | undefined,
    reading: EncoderReading | undefined,
    types: WordTypes,
    scorer: Scorer
  ): Steps<Tagged> {
    const earlier = known?.types === types ? known : undefined
    const input = yield* taggerInput(
      article,
      types,
      lexicon,
      earlier && { input: earlier.input, unchanged: findUnchanged(earlier.article, article) }
    )
    const stretches = nameStretches(input, types)
    yield
    const recurrence = findRecurrence(input, types)
    yield
    const seen = seenOf(input, types, recurrence)
    const unscored = freshStretches(input, stretches, seen, earlier)
    const scores = takeOver(
      new Float32Array(input.words.count * labelCount),
      input.kept,
      earlier?.firstPass.scores,
      labelCount
    )
    const first = decodingOf(input, earlier?.firstPass)
    yield* forEachStretch(input, stretches, unscored, (from, to, sentenceFirst, sentenceLast) => {
      scorer.score(input, recurrence, from, to, sentenceFirst, sentenceLast, scores)
    })
    const evidence = reading && readEvidence(reading, input, evidenceSettings)
    const weighed = evidence ? addEvidence(input, evidence, evidenceSettings, scores.slice()) : scores
    const fresh = withOtherEvidence(input, stretches, unscored, evidence, earlier)
    yield* forEachStretch(input, stretches, fresh, (from, to, sentenceFirst) => {
      decoder.decode(weighed, from, to - from, from === sentenceFirst, first.labels, first.posterior)
    })
    const votes = poolVotes(input, types, first.labels, first.posterior, agreementSettings)
    yield
    const moved = earlier
      ? movedStretches(input, types, stretches, fresh, votes, changedVotes(earlier.firstPass.votes, votes))
      : fresh
    const second = decodingOf(input, earlier)
    const agreed = weighed.slice()
    yield* forEachStretch(input, stretches, moved, (from, to, sentenceFirst) => {
      const differs = addAgreement(
        input,
        types,
        first.labels,
        first.posterior,
        votes,
        agreementSettings,
        agreed,
        from,
        to
      )
      if (differs) decoder.decode(agreed, from, to - from, from === sentenceFirst, second.labels, second.posterior)
      else copyDecoding(first, second, from, to)
    })
    return {
      article,
      input,
      types,
      ...second,
      firstPass: { ...first, scores, evidence, seen, votes },
      redone: { scored: wordsIn(stretches, unscored), decoded: wordsIn(stretches, moved) }
    }
  }
}

/** Labels and posteriors to be filled in, with what an earlier version has for the words that are kept. */
function decodingOf({ words: { count }, kept }: TaggerInput, earlier: Decoding | undefined): Decoding {
  return {
    labels: takeOver(new Uint8Array(count), kept, earlier?.labels),
    posterior: takeOver(new Float32Array(count * kindCount), kept, earlier?.posterior, kindCount)
  }
}

function copyDecoding(source: Decoding, target: Decoding, from: number, to: number): void {
  target.labels.set(source.labels.subarray(from, to), from)
  target.posterior.set(source.posterior.subarray(from * kindCount, to * kindCount), from * kindCount)
}

function seenOf({ type, words: { count } }: TaggerInput, types: WordTypes, recurrence: Recurrence): Uint16Array {
  const seen = new Uint16Array(count)
  for (let at = 0; at < count; at++)
    if (isCapitalized(types.capitals[type[at]!]!)) seen[at] = recurrence.bits(type[at]!)
  return seen
}

/** A mark for each stretch whose first pass an earlier version does not have: it is new, or the rest of the article says something else about it. */
function freshStretches(
  input: TaggerInput,
  stretches: Int32Array,
  seen: Uint16Array,
  earlier: Tagged | undefined
): Uint8Array {
  const fresh = new Uint8Array(stretches.length / 3)
  if (earlier?.input.sport !== input.sport) return fresh.fill(1)
  const { front, back, shift } = input.kept
  const { count, sentence } = input.words
  for (let s = 0; s < fresh.length; s++) {
    const from = stretches[s * 3]!
    const to = stretches[s * 3 + 1]!
    if (to > front && from < count - back) {
      fresh[s] = 1
      continue
    }
    const by = to > front ? shift : 0
    // Only of the first sentences counts which one it is, see contextFeatures.ts.
    let same = Math.min(sentence[from]!, 3) === Math.min(earlier.input.words.sentence[from - by]!, 3)
    for (let at = from; same && at < to; at++) same = seen[at] === earlier.firstPass.seen[at - by]
    if (!same) fresh[s] = 1
  }
  return fresh
}

/** The unscored stretches and those of which an encoder now says something else. */
function withOtherEvidence(
  { kept: { front, shift } }: TaggerInput,
  stretches: Int32Array,
  unscored: Uint8Array,
  evidence: Evidence | undefined,
  earlier: Tagged | undefined
): Uint8Array {
  return unscored.map((mark, s) => {
    if (mark === 1 || !earlier) return 1
    const from = stretches[s * 3]!
    const to = stretches[s * 3 + 1]!
    const by = to > front ? shift : 0
    return isSameEvidence(evidence, from, earlier.firstPass.evidence, from - by, to - from) ? 0 : 1
  })
}

/** The fresh stretches and those with a word about which the article now votes otherwise. */
function movedStretches(
  input: TaggerInput,
  types: WordTypes,
  stretches: Int32Array,
  fresh: Uint8Array,
  { cell }: Votes,
  changed: Uint8Array
): Uint8Array {
  return fresh.map((mark, s) => {
    if (mark === 1) return 1
    for (let at = stretches[s * 3]!; at < stretches[s * 3 + 1]!; at++) {
      const type = input.type[at]!
      if (isCapitalized(types.capitals[type]!) && changed[cell[types.foldedId[type]!]!] === 1) return 1
    }
    return 0
  })
}

function* forEachStretch(
  { sentenceFirst }: TaggerInput,
  stretches: Int32Array,
  marks: Uint8Array,
  visit: (from: number, to: number, sentenceFirst: number, sentenceLast: number) => void
): Steps<void> {
  let words = 0
  for (let s = 0; s < marks.length; s++) {
    if (marks[s] !== 1) continue
    const from = stretches[s * 3]!
    const to = stretches[s * 3 + 1]!
    const sentence = stretches[s * 3 + 2]!
    visit(from, to, sentenceFirst[sentence]!, sentenceFirst[sentence + 1]!)
    words += to - from
    if (words < wordsPerStep) continue
    words = 0
    yield
  }
}

function wordsIn(stretches: Int32Array, marks: Uint8Array): number {
  let words = 0
  for (let s = 0; s < marks.length; s++) if (marks[s] === 1) words += stretches[s * 3 + 1]! - stretches[s * 3]!
  return words
}
