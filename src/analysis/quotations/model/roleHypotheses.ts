import { mapped } from '../../../util/mapped'
import type { Range } from '../sources'
import type { FoundCue } from './candidates'
import { bestPath, forwardBackward, scoreChain, type ChainModel, type ChainScratch } from './chain'
import type { QuotationModelInput } from './quotationModelInput'
import type { Betweens } from './betweens'
import { roleFeatures } from './roleFeatures'
import { likelyStretches, share, stretchProbability } from './stretches'
import { windowOf } from './windows'

/** Labels of the role model. */
export const roleLabel = { outside: 0, sourceBegin: 1, sourceInside: 2, contentBegin: 3, contentInside: 4 } as const
const labels = 5

/** A content that a cue may have, and what the role model makes of it. */
export interface ContentHypothesis {
  readonly pieces: readonly Range[]
  /** The probability of this very stretch; of several pieces, of the least likely one. */
  readonly probability: number
}

/** What may belong to a cue. */
export interface RoleHypotheses {
  readonly cue: FoundCue
  readonly window: Range
  readonly source: Range | null
  /** The probability of the source's first and last token to be what they are, or that there is none. */
  readonly sourceProbability: number
  /** The model's own choice first, and it may be empty; then other single stretches, the likely ones first. */
  readonly contents: readonly ContentHypothesis[]
}

const mostAlternatives = 6
const leastBegin = 0.05
/** Hardly an attribution has no source, so even an unlikely one is better than none. */
const leastSource = 0.03

/** Source and contents that one cue may have. `cueMarks` marks the cues of the article: 1 where one begins, 2 inside. */
export function roleHypotheses(
  input: QuotationModelInput,
  cue: FoundCue,
  cueMarks: Uint8Array,
  model: ChainModel,
  scratch: ChainScratch,
  betweens: Betweens,
  path: Uint8Array
): RoleHypotheses {
  const window = windowOf(input.prose, input.unitOf[cue.from] as number, cue.from, cue.to)
  const { from } = window
  const length = window.to - from
  scoreChain(model, roleFeatures(input, window, cueMarks, betweens), from, window.to, scratch)
  bestPath(model, length, scratch, path)
  forwardBackward(model, length, scratch)
  const pieces = contentsOf(path, length, from)
  const [likeliest] = likelyStretches(model, length, scratch, roleLabel.sourceBegin, leastSource)
  const source = likeliest ? { from: from + likeliest.start, to: from + likeliest.end } : null
  const stretches = mapped(
    likelyStretches(model, length, scratch, roleLabel.contentBegin, leastBegin),
    ({ start, end, probability }) => ({ pieces: [{ from: from + start, to: from + end }], probability })
  )
  const known = (range: Range) =>
    stretches.find(({ pieces: [piece] }) => piece?.from === range.from && piece.to === range.to)?.probability ??
    stretchProbability(model, length, scratch, roleLabel.contentBegin, {
      start: range.from - from,
      end: range.to - from
    })
  const chosen = { pieces, probability: pieces.reduce((least, piece) => Math.min(least, known(piece)), 1) }
  const others = stretches.filter(
    ({ pieces: [piece] }) => pieces.length !== 1 || piece?.from !== pieces[0]?.from || piece?.to !== pieces[0]?.to
  )
  return {
    cue,
    window: { from, to: window.to },
    source,
    sourceProbability: sourceProbability(scratch, source, from, length),
    contents: [chosen, ...others.slice(0, mostAlternatives)]
  }
}

/** The stretches of content in the best labelling, in order. */
function contentsOf(path: Uint8Array, length: number, from: number): readonly Range[] {
  const pieces: Range[] = []
  for (let at = 0; at < length; at++) {
    if ((path[at] as number) < roleLabel.contentBegin) continue
    let end = at + 1
    while (end < length && path[end] === roleLabel.contentInside) end++
    pieces.push({ from: from + at, to: from + end })
    at = end - 1
  }
  return pieces
}

function sourceProbability(scratch: ChainScratch, source: Range | null, from: number, length: number): number {
  if (source)
    return Math.min(
      share(labels, scratch, source.from - from, roleLabel.sourceBegin),
      Math.max(
        share(labels, scratch, source.to - 1 - from, roleLabel.sourceInside),
        source.to - source.from === 1 ? 1 : 0
      )
    )
  let most = 0
  for (let at = 0; at < length; at++) most = Math.max(most, share(labels, scratch, at, roleLabel.sourceBegin))
  return 1 - most
}
