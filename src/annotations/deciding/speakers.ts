import type { Edit } from '../step'
import { changes } from './changes'
import { anchorsAt, piecesOf, suggestionOf, type Deciding } from './facts'
import { identityOfWho, type Who } from './naming'

/**
 * Says who a quote is by; null: nobody can be named. Whoever has no identity yet gets one, decided on the mention that names
 * them best, in this article or, for somebody of another one, in that article: so the quotes are linked.
 */
export function setSpeaker(deciding: Deciding, quotes: readonly number[], speaker: Who | null): readonly Edit[] {
  const made = changes()
  const who = speaker && identityOfWho(made, deciding, speaker)
  if (who === undefined) return []
  for (const index of quotes) {
    const from = suggestionOf(deciding, { about: 'quote', index })
    const target = anchorsAt(deciding, piecesOf(deciding, { about: 'quote', index }))
    if (target.length > 0) made.put(deciding, { kind: 'speaker', who }, { target, ...(from && { from }) })
  }
  return made.edits()
}
