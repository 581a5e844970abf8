import type { Analysis, Entity, Mention } from '../analysis'
import type { Span } from '../article'
import { firstIndex } from '../util/binarySearch'
import { definingMention, isWritten } from './entityAt'

/** After which descriptions and pronouns the editor says who they are: those that are sources of quotes, all, or none. */
export type HintedMentions = 'off' | 'sources' | 'all'

/** Who a description or pronoun refers to. */
export interface ReferentHint {
  readonly mention: Mention
  readonly entity: Entity
  /** Where the article says who that is. */
  readonly target: Mention
}

/** Whom descriptions and pronouns inside of a span refer to, where the words themselves or a name beside them do not say it. */
export function referentHints(
  text: string,
  analysis: Analysis,
  within: Span,
  which: HintedMentions
): readonly ReferentHint[] {
  if (which === 'off') return []
  const sources =
    which === 'sources'
      ? analysis.quotes.flatMap(({ source }) => source ?? []).sort((a, b) => a.start - b.start)
      : undefined
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity]))
  const targets = new Map<Entity, Mention | undefined>()
  return analysis.mentions.flatMap((mention, index): ReferentHint | [] => {
    if (mention.form === 'name' || mention.end < within.start || mention.start > within.end) return []
    const entity = entities.get(mention.entity)
    if (!entity || isWritten(text, mention, entity.name) || isTold(text, analysis.mentions, index)) return []
    if (sources && !liesInOne(sources, mention)) return []
    if (!targets.has(entity)) targets.set(entity, definingMention(text, analysis, entity))
    const target = targets.get(entity)
    return target && target !== mention ? { mention, entity, target } : []
  })
}

/** No more than a comma, and Markdown's marks, is in between. */
const besides = /^[\s,(*_]{1,6}$/

/** "Norway's envoy, Ana Ruiz," and "Ana Ruiz, the envoy who" need no hint: a name is beside, or a mention right before. */
function isTold(text: string, mentions: readonly Mention[], index: number): boolean {
  const mention = mentions[index]!
  // Mentions that lie in one another are few: the neighbours are near.
  return mentions.slice(Math.max(0, index - 3), index + 4).some((other) => {
    const isBefore = other.start < mention.start
    if (other.entity !== mention.entity || (other.form !== 'name' && !isBefore)) return false
    const [first, second] = isBefore ? [other, mention] : [mention, other]
    return besides.test(text.slice(first.end, Math.min(second.start, first.end + 7)))
  })
}

/** `spans` are ordered by their start. */
function liesInOne(spans: readonly Span[], { start, end }: Span): boolean {
  const last = spans[firstIndex(spans.length, (index) => spans[index]!.start > start) - 1]
  return last !== undefined && end <= last.end
}
