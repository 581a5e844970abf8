import type { Prose } from '../prose'
import type { CueWindow } from './betweens'

/** Tokens on either side of the cue at most. */
const farthest = 160

/**
 * Where the source and content of a cue are looked for: its unit, the one after when it begins with a quotation or is
 * introduced by a colon, and as many more as are all quotation.
 * The unit before was tried and brings nothing.
 */
export function windowOf(
  { units, quotationOf, quotations, words }: Prose,
  unitIndex: number,
  cueFrom: number,
  cueTo: number
): CueWindow {
  const unit = units[unitIndex]
  const from = unit?.from ?? cueFrom
  let to = Math.max(unit?.to ?? cueTo, cueTo)
  const endsInColon = words[to - 1] === ':'
  for (let index = unitIndex + 1; index < units.length; index++) {
    const next = units[index]
    if (!next || next.to - cueTo > farthest) break
    const quotation = quotations[quotationOf[next.from] as number]
    if (quotation?.firstToken !== next.from && !endsInColon) break
    to = next.to
    if (!quotation || quotation.firstToken !== next.from || quotation.endToken < next.to - 1) break
  }
  return { cueFrom, cueTo, from: Math.max(from, cueFrom - farthest), to: Math.min(to, cueTo + farthest) }
}
