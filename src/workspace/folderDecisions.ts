import type { Uri } from 'vscode'
import type { AnalyzedText } from '../analysis'
import { applyDecisionsInSteps, type Decided, type Decision, type Project, type RegisteredEntity } from '../annotations'
import type { Event } from '../util/emitter'
import { finish, type Steps } from '../util/steps'

/** What has been decided about the articles of a folder. Implemented by `Annotations`. */
export interface FolderDecisions {
  /**
   * Looks which of these articles have decisions on disk, without reading them: one listing, and the stamps of what is
   * listed. `stamp` speaks of these articles afterwards. Never rejects.
   */
  look(articles: readonly Uri[], isWanted: () => boolean): Promise<void>
  /**
   * Names the decisions that hold for an article, without those of the project: as long as it is the same, they are. "" where
   * there are none; undefined while what is in memory is not on disk.
   */
  stamp(article: Uri): string | undefined
  /** Reads what has been decided about an article, when it is not known yet. Never rejects. */
  load(article: Uri): Promise<void>
  /** The decisions that hold; none before `load`. */
  decisions(article: Uri): readonly Decision[]
  project(article: Uri): Pick<Project, 'entities'>
  readonly onDidChange: Event<{ readonly articles: ReadonlySet<string>; readonly isProject: boolean }>
}

/** What is applied to an article's suggestions. `entities` are those whom the decisions name. */
export interface AppliedDecisions {
  readonly decisions: readonly Decision[]
  readonly entities: readonly RegisteredEntity[]
}

/** The suggestions with what lies beside them (`RecordFacts.beside`); undefined where that is nothing. */
export function decidedFacts(suggested: AnalyzedText, beside: unknown): Decided | undefined {
  return finish(decidedFactsInSteps(suggested, beside))
}

/** The same in steps. */
export function* decidedFactsInSteps(suggested: AnalyzedText, beside: unknown): Steps<Decided | undefined> {
  const { decisions, entities } = beside as AppliedDecisions
  return decisions.length === 0 ? undefined : yield* applyDecisionsInSteps(suggested, decisions, entities)
}

/** The IRIs of everybody whom decisions name. */
export function identitiesOf(decisions: readonly Decision[]): readonly string[] {
  return [
    ...new Set(decisions.flatMap((decision) => ('who' in decision && decision.who ? decision.who.iri : [])))
  ].sort()
}

/** What a registry says of identities, in its order. */
export function entitiesOf(
  identities: readonly string[],
  registry: readonly RegisteredEntity[]
): readonly RegisteredEntity[] {
  if (identities.length === 0 || registry.length === 0) return []
  const byAddress = addressesOf(registry)
  const places = new Set(identities.flatMap((iri) => byAddress.get(iri) ?? []))
  return [...places].sort((a, b) => a - b).map((place) => registry[place]!)
}

const addresses = new WeakMap<readonly RegisteredEntity[], ReadonlyMap<string, readonly number[]>>()

/** Places in the registry by IRI and by the same entity's other addresses. */
function addressesOf(registry: readonly RegisteredEntity[]): ReadonlyMap<string, readonly number[]> {
  const known = addresses.get(registry)
  if (known) return known
  const found = new Map<string, number[]>()
  registry.forEach(({ iri, same = [] }, place) => {
    for (const address of [iri, ...same]) found.set(address, [...(found.get(address) ?? []), place])
  })
  addresses.set(registry, found)
  return found
}

/** Names what a registry says; "" for nothing. */
export function entitiesKey(entities: readonly RegisteredEntity[]): string {
  return entities.length === 0
    ? ''
    : JSON.stringify(entities.map(({ iri, name, type, same }) => [iri, name, type, same]))
}
