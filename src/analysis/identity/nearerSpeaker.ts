import type { Attribution } from '../analysis'
import type { Speaker } from './discourse'
import type { Resolved } from './resolve'

/**
 * "The round comes after Roe announced a plan, saying ...": a participle's subject is the subject of the sentence, unless that is
 * a thing and somebody has spoken in between. Gives the index of the attribution whose speaker it is, or -1.
 */
export function nearerSpeaker(
  index: number,
  { discourse: { tables } }: Resolved,
  speakers: readonly (Speaker | null)[]
): number {
  const { attributions, article } = tables
  const own = attributions[index]!
  const from = own.source?.[0]?.end
  const cue = own.cue?.[0]
  const speaker = speakers[index]
  if (
    from === undefined ||
    !cue ||
    cue.start < from ||
    !speaker ||
    !isThing(speaker) ||
    !/^\p{L}+ing\b/u.test(article.text.slice(cue.start, cue.end))
  )
    return -1
  let nearest = -1
  for (let other = Math.max(0, index - farthest); other < Math.min(attributions.length, index + farthest); other++) {
    const start = sourceStart(attributions[other]!)
    if (
      other !== index &&
      speakers[other] &&
      !isThing(speakers[other]!) &&
      start > from &&
      start < cue.start &&
      start > (nearest < 0 ? -1 : sourceStart(attributions[nearest]!))
    )
      nearest = other
  }
  return nearest
}

/** Attributions are in the order of their contents: those of one sentence stand close together. */
const farthest = 4

function sourceStart({ source }: Attribution): number {
  return source?.[0]?.start ?? -1
}

/** A common noun that names neither people nor a body, as far as we know. */
function isThing({ actor }: Speaker): boolean {
  return actor.chain === null && actor.type === 'organization' && actor.phrase?.phrase?.sense === null
}
