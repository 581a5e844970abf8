import type { EntityType, Mention } from '../../analysis'
import type { Span } from '../../article'
import type { Identity } from '../decision'
import type { Edit } from '../step'
import { changes, type Changes } from './changes'
import { anchorsAt, decisionOn, isOwn, suggestionOf, type Deciding, type Fact } from './facts'
import { decideIdentity, identityOf } from './naming'

/** What a person can say of a mention. */
export interface MentionKind {
  readonly type: EntityType
  /** Of a place alone. */
  readonly acting: boolean
}

/** Makes spans of the text mentions of a kind: in the place of those that are there, and of `who` where that is given. */
export function markMentions(
  deciding: Deciding,
  spans: readonly Span[],
  kind: MentionKind,
  who?: Identity
): readonly Edit[] {
  const made = changes()
  for (const span of spans) {
    const index = mentionReplacedBy(deciding.article.analysis.mentions, span, kind)
    putMention(made, deciding, index, { ...kind, span, ...(who && { who }) })
  }
  return made.edits()
}

/** Says another kind of one mention alone. */
export function changeMention(deciding: Deciding, index: number, kind: MentionKind): readonly Edit[] {
  const made = changes()
  const mention = deciding.article.analysis.mentions[index]
  if (mention) putMention(made, deciding, index, { ...kind, span: mention })
  return made.edits()
}

/** Gives a mention other words. */
export function setMentionSpan(deciding: Deciding, index: number, span: Span): readonly Edit[] {
  const made = changes()
  const mention = deciding.article.analysis.mentions[index]
  if (mention) putMention(made, deciding, index, { type: mention.type, acting: mention.acting, span })
  return made.edits()
}

/**
 * Says another type of an entity: of all its names, and of who it is, so that descriptions and pronouns follow. Nothing acts
 * but a place.
 */
export function changeEntityType(deciding: Deciding, id: string, { type, acting }: MentionKind): readonly Edit[] {
  const made = changes()
  const { mentions, entities } = deciding.article.analysis
  const entity = entities.find((one) => one.id === id)
  if (!entity) return []
  const who = { ...identityOf(made, deciding, entity), type }
  decideIdentity(made, deciding, entity, who)
  for (const index of entity.mentions) {
    const mention = mentions[index]!
    if (mention.form === 'name') putMention(made, deciding, index, { type, acting, span: mention, who })
  }
  if (deciding.project.entities.some(({ iri }) => iri === who.iri))
    made.register(deciding, { iri: who.iri, name: who.name, type })
  return made.edits()
}

export function putMention(
  made: Changes,
  deciding: Deciding,
  index: number | undefined,
  { type, acting, span, who }: MentionKind & { readonly span: Span; readonly who?: Identity }
): void {
  const fact: Fact | undefined = index === undefined ? undefined : { about: 'mention', index }
  const known = fact && decisionOn(deciding, fact)
  const from = fact && suggestionOf(deciding, fact)
  const identity = who ?? (known?.kind === 'mention' ? known.who : undefined)
  const replaced = known && known.kind !== 'identity' && isOwn(deciding, known) ? known : undefined
  made.put(
    deciding,
    { kind: 'mention', type, acting: acting && type === 'place', ...(identity && { who: identity }) },
    { target: anchorsAt(deciding, [span]), ...(from && { from }) },
    replaced
  )
}

/** The mention that a new one takes the place of: the one with the same words, or a shorter name of the same type in it. */
function mentionReplacedBy(
  mentions: readonly Mention[],
  { start, end }: Span,
  { type }: MentionKind
): number | undefined {
  const same = mentions.findIndex((mention) => mention.start === start && mention.end === end)
  if (same >= 0) return same
  const within = mentions.flatMap((mention, index) =>
    mention.start >= start && mention.end <= end && mention.form === 'name' && mention.type === type ? [index] : []
  )
  return within.length === 1 ? within[0] : undefined
}
