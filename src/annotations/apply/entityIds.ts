import type { Entity } from '../../analysis'
import type { LiveMention } from './decideMentions'

/**
 * The ids of entities, by bearer. A suggested entity keeps its id; one that has become another gives its id to that, the first
 * of several; of one that was parted, the part with its first mention has it. Others are numbered on behind the suggested ones, in
 * order of the text; those that nothing mentions come last, by key.
 */
export function entityIds(
  suggested: readonly Entity[],
  mentions: readonly LiveMention[],
  bearers: ReadonlyMap<LiveMention, string>,
  unmentioned: Iterable<string>
): ReadonlyMap<string, string> {
  const numbers = new Map(suggested.map(({ id }) => [id, Number(id.slice(1))]))
  const present = new Set(bearers.values())
  const heirs = new Map<string, string>()
  for (const mention of mentions) {
    const { home } = mention
    if (numbers.has(home) && !heirs.has(home)) heirs.set(home, present.has(home) ? home : bearers.get(mention)!)
  }
  const given = new Map<string, number>()
  for (const [home, bearer] of heirs) given.set(bearer, Math.min(given.get(bearer) ?? Infinity, numbers.get(home)!))
  let last = suggested.reduce((highest, { id }) => Math.max(highest, numbers.get(id)!), 0)
  for (const mention of mentions) {
    const bearer = bearers.get(mention)!
    if (!given.has(bearer)) given.set(bearer, ++last)
  }
  for (const bearer of [...unmentioned].sort()) if (!given.has(bearer)) given.set(bearer, ++last)
  return new Map([...given].sort(([, a], [, b]) => a - b).map(([bearer, number]) => [bearer, `e${number}`]))
}
