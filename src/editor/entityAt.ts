import type { Analysis, Entity, Mention } from '../analysis'
import type { Span } from '../article'
import { innermostAt } from './innermost'

/** Who or what the words at a place in the text mean. */
export interface EntityAt {
  readonly entity: Entity
  /** The words: a mention, or the source of a quote. */
  readonly span: Span
}

/** The entity of the innermost mention at an offset; where there is none, the speaker of the quote whose source stands there. */
export function entityAt({ mentions, quotes, entities }: Analysis, offset: number): EntityAt | undefined {
  const span =
    innermostAt(mentions, offset) ??
    innermostAt(
      quotes.flatMap(({ source, speaker }) =>
        (source ?? []).map(({ start, end }) => ({ start, end, entity: speaker }))
      ),
      offset
    )
  const entity = span && entities.find(({ id }) => id === span.entity)
  return entity && { entity, span: { start: span.start, end: span.end } }
}

/** The mentions of an entity in order of the text. */
export function mentionsOf({ mentions }: Analysis, entity: Entity): readonly Mention[] {
  return entity.mentions.flatMap((index) => mentions[index] ?? [])
}

/**
 * The mention that says best who an entity is, where a reader expects to be taken from "she", "the official" or a last
 * name: its first fullest name; of the unnamed the first time it is described as its name says, or at all.
 */
export function definingMention(text: string, analysis: Analysis, entity: Entity): Mention | undefined {
  const mentions = mentionsOf(analysis, entity)
  const names = mentions.filter(({ form }) => form === 'name')
  const candidates = names.length > 0 ? names : mentions.filter(({ form }) => form === 'nominal')
  return (
    candidates.find((mention) => isWritten(text, mention, entity.name)) ??
    longest(names) ??
    candidates[0] ??
    mentions[0]
  )
}

/** The mentions of an entity; without the declaration all but the one to which a definition leads. */
export function referencesTo(
  text: string,
  analysis: Analysis,
  entity: Entity,
  { declaration }: { readonly declaration: boolean }
): readonly Mention[] {
  const mentions = mentionsOf(analysis, entity)
  if (declaration) return mentions
  const defining = definingMention(text, analysis, entity)
  return mentions.filter((mention) => mention !== defining)
}

/** Whether a span of the text reads like this, capitals and the kind of white space aside. */
export function isWritten(text: string, { start, end }: Span, words: string): boolean {
  return folded(text.slice(start, end)) === folded(words)
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase()
}

function longest(mentions: readonly Mention[]): Mention | undefined {
  return mentions.reduce<Mention | undefined>(
    (best, mention) => (best && best.end - best.start >= mention.end - mention.start ? best : mention),
    undefined
  )
}
