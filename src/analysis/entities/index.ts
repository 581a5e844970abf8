import type { Article } from '../../article'
import type { NamedMention, PlaceRecord } from '../analysis'

/** Looks a place name up, the most likely record first; empty when nothing is known. Case and diacritics do not matter. */
export interface Gazetteer {
  lookUp(name: string): readonly PlaceRecord[]
}

export interface EntityModels {
  readonly gazetteer: Gazetteer
}

export async function loadEntityModels(_read: (file: string) => Promise<Uint8Array>): Promise<EntityModels> {
  return { gazetteer: { lookUp: () => [] } }
}

/** Every name of a person, organization, group or place, ordered and without overlaps. */
export function recognizeNames(_article: Article, _models: EntityModels): readonly NamedMention[] {
  return []
}
