import type { Article } from '../../article'
import type { NamedMention } from '../analysis'
import { meets } from './ranges'
import type { Range } from './sources'

/** The name that a token belongs to, as a range of tokens; null for other tokens. */
export type NameAt = (token: number) => Range | null

/** The names by token. Those that share a token ("the Sudan-Chad border") count as one. `names` are ordered and do not overlap. */
export function namesByToken({ tokens }: Article, names: readonly NamedMention[]): NameAt {
  const nameOf = new Int32Array(tokens.length).fill(-1)
  const ranges: Range[] = []
  let from = 0
  for (const { start, end } of names) {
    while (from < tokens.length && tokens[from]!.end <= start) from++
    let to = from
    while (to < tokens.length && tokens[to]!.start < end) to++
    if (to === from) continue
    const last = ranges.at(-1)
    if (last && last.to > from) ranges[ranges.length - 1] = { from: last.from, to }
    else ranges.push({ from, to })
    nameOf.fill(ranges.length - 1, from, to)
  }
  return (token) => ranges[nameOf[token] ?? -1] ?? null
}

/** True when a cue is a part of a name: "Said" in "Edward Said", "Express" in "Air Express International". */
export function isPartOfName(cue: Range, nameAt: NameAt): boolean {
  return withoutPartsOfNames(cue, nameAt) === null
}

interface CueAndSource {
  readonly cue: Range
  readonly source: Range | null
}

/**
 * Cue and source so that neither cuts a name and they share no token: a name is part of the source as a whole, or, where cue or
 * content has the rest of it, not at all. Null when the cue is a part of a name.
 */
export function withWholeNames(
  { cue, source }: CueAndSource,
  content: readonly Range[],
  nameAt: NameAt
): CueAndSource | null {
  const verb = withoutPartsOfNames(cue, nameAt)
  if (verb === null) return null
  const whole = source && wholeSource(source, [verb, ...content], nameAt)
  if (whole === null || !meets(whole, verb)) return { cue: verb, source: whole }
  // "Mara Lind said:", "contrary to his claim": the cue is what stands behind its source.
  if (whole.to < verb.to) return { cue: { from: whole.to, to: verb.to }, source: whole }
  if (whole.from > verb.from) return { cue: { from: verb.from, to: whole.from }, source: whole }
  return { cue: verb, source: null }
}

/** "Grant called" beside "Leo Grant" is "called". Null when nothing is left. */
function withoutPartsOfNames(cue: Range, nameAt: NameAt): Range | null {
  const first = nameAt(cue.from)
  const last = nameAt(cue.to - 1)
  const from = first && first.from < cue.from ? first.to : cue.from
  const to = last && last.to > cue.to ? last.from : cue.to
  return from < to ? { from, to } : null
}

function wholeSource(source: Range, taken: readonly Range[], nameAt: NameAt): Range | null {
  const isFree = (range: Range) => !taken.some((other) => meets(other, range))
  const first = nameAt(source.from)
  const last = nameAt(source.to - 1)
  let { from, to } = source
  if (first && first.from < from) from = isFree({ from: first.from, to: from }) ? first.from : first.to
  if (last && last.to > to) to = isFree({ from: to, to: last.to }) ? last.to : last.from
  return from < to ? { from, to } : null
}
