import type { Analysis, Entity, Mention } from '../analysis'
import { shownText, type SourceText, type Span } from '../article'
import { innermostAt } from './innermost'

/** The entity that the words at an offset refer to. */
export interface EntityAt {
  readonly entity: Entity
  /** The words: a mention, or the source of a quote. */
  readonly span: Span
}

/**
 * The entity of the innermost mention at an offset (UTF-16 units); where there is none, the speaker of the quote whose
 * source is there.
 */
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
 * The mention that says best who an entity is, the target of Go to Definition from "she" or a last name: the first one
 * that reads like `Entity.name`; otherwise the longest name; of an unnamed entity the first description, or the first
 * mention.
 */
export function definingMention(source: SourceText, analysis: Analysis, entity: Entity): Mention | undefined {
  const mentions = mentionsOf(analysis, entity)
  const names = mentions.filter(({ form }) => form === 'name')
  const candidates = names.length > 0 ? names : mentions.filter(({ form }) => form === 'nominal')
  return (
    candidates.find((mention) => isWritten(source, mention, entity.name)) ??
    longest(names) ??
    candidates[0] ??
    mentions[0]
  )
}

/** The mentions of an entity; without `declaration` all but its defining mention. */
export function referencesTo(
  source: SourceText,
  analysis: Analysis,
  entity: Entity,
  { declaration }: { readonly declaration: boolean }
): readonly Mention[] {
  const mentions = mentionsOf(analysis, entity)
  if (declaration) return mentions
  const defining = definingMention(source, analysis, entity)
  return mentions.filter((mention) => mention !== defining)
}

/** Whether a reader sees that a span consists of these words; case and the kind of white space make no difference. */
export function isWritten(source: SourceText, span: Span, words: string): boolean {
  return folded(shownText(source, span)) === folded(words)
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
