import type { Analysis, Entity, Mention } from '../analysis'
import { shownText, type SourceText, type Span } from '../article'
import { firstIndex } from '../util/binarySearch'
import { definingMention, isWritten } from './entityAt'

/** Which descriptions and pronouns have a hint: those that are sources of quotes, all, or none. */
export type HintedMentions = 'off' | 'sources' | 'all'

/** A description or pronoun with the entity that it refers to. */
export interface ReferentHint {
  readonly mention: Mention
  readonly entity: Entity
  /** The entity's defining mention. */
  readonly target: Mention
}

/**
 * The hints inside a span, for descriptions and pronouns where neither the words themselves nor a name beside them say
 * who it is.
 */
export function referentHints(
  source: SourceText,
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
    if (!entity || isWritten(source, mention, entity.name) || isNamedBeside(source, analysis.mentions, index)) return []
    if (sources && !isInsideOne(sources, mention)) return []
    if (!targets.has(entity)) targets.set(entity, definingMention(source, analysis, entity))
    const target = targets.get(entity)
    return target && target !== mention ? { mention, entity, target } : []
  })
}

/** What may be between a mention and a name beside it: white space, a comma, a bracket. */
const separator = /^[\s,(*_]{1,6}$/

/**
 * Whether a name beside a mention, or any mention right before it, already says who it is: "Norway's envoy, Ana Ruiz,"
 * and "Ana Ruiz, the envoy who" need no hint.
 */
function isNamedBeside(source: SourceText, mentions: readonly Mention[], index: number): boolean {
  const mention = mentions[index]!
  // Mentions are in order of the text and few are nested, so that a neighbour in the text is at most three mentions
  // away.
  return mentions.slice(Math.max(0, index - 3), index + 4).some((other) => {
    const isBefore = other.start < mention.start
    if (other.entity !== mention.entity || (other.form !== 'name' && !isBefore)) return false
    const [first, second] = isBefore ? [other, mention] : [mention, other]
    return separator.test(shownText(source, { start: first.end, end: second.start }).slice(0, 7))
  })
}

/** Whether a span is inside one of `spans`, which are ordered by their start. */
function isInsideOne(spans: readonly Span[], { start, end }: Span): boolean {
  const last = spans[firstIndex(spans.length, (index) => spans[index]!.start > start) - 1]
  return last !== undefined && end <= last.end
}
