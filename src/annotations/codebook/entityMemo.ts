import { changes } from '../deciding/changes'
import type { Deciding } from '../deciding/facts'
import { identityOf } from '../deciding/naming'
import type { AboutMemo } from './memos'

/**
 * The memo about an entity of an article, by its `Entity.id`. One without an identity gets one with the first words, so that the
 * memo is about the same one everywhere. Undefined where the entity or the project is not there.
 */
export function entityMemo(deciding: Deciding, id: string): AboutMemo | undefined {
  const entity = deciding.article.analysis.entities.find((one) => one.id === id)
  if (!entity || deciding.folder === undefined) return undefined
  const made = changes()
  const { iri, name } = identityOf(made, deciding, entity)
  const first = made.edits()
  return { kind: 'about', folder: deciding.folder, about: iri, name, ...(first.length > 0 && { first }) }
}
