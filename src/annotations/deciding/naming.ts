import type { AnalyzedText, Entity } from '../../analysis'
import { shownText } from '../../article'
import { onOneLine } from '../../util/oneLine'
import type { Identity } from '../decision'
import type { Changes } from './changes'
import { anchorsAt, piecesOf, suggestionOf, type Deciding, type Fact } from './facts'

/**
 * Who somebody is, as it was chosen: an entity of the article, one whose identity is known, one of another article of the
 * folder that has none yet, or somebody new.
 */
export type Who =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'known'; readonly identity: Identity }
  | { readonly kind: 'elsewhere'; readonly deciding: Deciding; readonly id: string }
  | { readonly kind: 'new'; readonly identity: Omit<Identity, 'iri'> }

/**
 * The identity of somebody who was chosen. Who has none yet gets one, and a decision on the mention that names them best says
 * so, that they are the same everywhere. Undefined where the entity is not there any more.
 */
export function identityOfWho(changes: Changes, deciding: Deciding, who: Who): Identity | undefined {
  switch (who.kind) {
    case 'known':
      return who.identity
    case 'new':
      return { iri: deciding.tools.newIri(), ...who.identity }
    case 'entity':
    case 'elsewhere': {
      const place = who.kind === 'entity' ? deciding : who.deciding
      const entity = place.article.analysis.entities.find(({ id }) => id === who.id)
      return entity && identityOf(changes, place, entity)
    }
  }
}

/** The identity of an entity of the article, decided on the mention that names it best where it had none. */
export function identityOf(changes: Changes, deciding: Deciding, entity: Entity): Identity {
  const { name, type, identity } = entity
  if (identity !== undefined) return { iri: identity, name, type }
  const who = { iri: deciding.tools.newIri(), name, type }
  decideIdentity(changes, deciding, entity, who)
  return who
}

/** Decides who an entity is, on the mention that names it best. False where it is nowhere mentioned. */
export function decideIdentity(changes: Changes, deciding: Deciding, entity: Entity, who: Identity): boolean {
  const index = namingMention(deciding.article, entity)
  if (index === undefined) return false
  putIdentity(changes, deciding, { about: 'mention', index }, { who })
  return true
}

export function putIdentity(
  changes: Changes,
  deciding: Deciding,
  mention: Fact,
  { who, alone }: { readonly who: Identity; readonly alone?: true }
): void {
  const from = suggestionOf(deciding, mention)
  const target = anchorsAt(deciding, piecesOf(deciding, mention))
  changes.put(deciding, { kind: 'identity', who, ...(alone && { alone }) }, { target, ...(from && { from }) })
}

/**
 * The mention that names an entity best, as an index of `Analysis.mentions`: the first one that reads like its name, else the
 * longest name, else the first description, else the first mention. `except` is none of them.
 */
export function namingMention(article: AnalyzedText, entity: Entity, except?: number): number | undefined {
  const { mentions } = article.analysis
  const candidates = entity.mentions.filter((index) => index !== except && mentions[index])
  const names = candidates.filter((index) => mentions[index]!.form === 'name')
  const longest = Math.max(...names.map((index) => lengthOf(index)))
  return (
    names.find((index) => onOneLine(shownText(article, mentions[index]!)) === entity.name) ??
    names.find((index) => lengthOf(index) === longest) ??
    candidates.find((index) => mentions[index]!.form === 'nominal') ??
    candidates[0]
  )

  function lengthOf(index: number): number {
    return mentions[index]!.end - mentions[index]!.start
  }
}
