import { contentAfter, trimmed } from '../contents'
import { isReportParticiple } from '../cueWords'
import { withFollowingQuotes } from '../following'
import type { Prose, Unit } from '../prose'
import { subjectBefore, type Range } from '../sources'
import type { Said } from './said'

const quoting = new Set('quoted quote quotes quoting cited cites citing'.split(' '))
const longestSource = 30
const confidence = 0.85

/** "The Courier quoted Tom Barrow as saying the bridge was a gift", "Barrow was quoted by the Courier as saying": he says it, and not the paper. */
export function quotedAs(prose: Prose, unit: Unit): readonly Said[] {
  const { words, quotationOf } = prose
  const found: Said[] = []
  for (let verb = unit.from; verb < unit.to; verb++) {
    if (quotationOf[verb] !== -1 || !quoting.has(words[verb]!)) continue
    const as = asBehind(prose, verb + 1, unit)
    const passive = as > verb + 1 && words[verb + 1] === 'by' ? subjectBefore(prose, verb, unit.from) : null
    const source = passive?.source ?? (as > verb + 1 ? trimmed(prose, verb + 1, as) : null)
    const content = source && (contentAfter(prose, as + 1, unit) ?? quotationBefore(prose, verb, unit))
    if (content)
      found.push({
        content: withFollowingQuotes(prose, [content], unit),
        cue: { from: as, to: as + 2 },
        source,
        rule: 'quoted-as',
        confidence,
        instead: { from: verb, to: verb + 1 }
      })
  }
  return found
}

/** "“It is late,” the Courier quoted Barrow as saying." */
function quotationBefore({ quotations, quotationOf }: Prose, verb: number, unit: Unit): Range | null {
  const first = quotations[quotationOf[unit.from] as number]
  return first?.closed && first.firstToken === unit.from && first.endToken < verb
    ? { from: first.firstToken, to: first.endToken }
    : null
}

function asBehind({ words, quotationOf }: Prose, from: number, unit: Unit): number {
  for (let at = from; at < Math.min(unit.to, from + longestSource) && quotationOf[at] === -1; at++) {
    if (words[at] === 'as' && isReportParticiple(words[at + 1] ?? '')) return at
    if (quoting.has(words[at]!) || /^[.;:]$/.test(words[at]!)) return -1
  }
  return -1
}
