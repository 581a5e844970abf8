import type { Analysis, Entity, EntityType } from '../../analysis'
import type { Span } from '../../article'
import { filterWords, foldLetters, hasAllWords } from '../../util/folding'

/** Somebody of the folder beyond the article. */
export interface FolderName {
  readonly name: string
  readonly type: EntityType
  readonly identity?: string
}

const speakingTypes: readonly EntityType[] = ['person', 'organization', 'group', 'place']

/**
 * The entities of an article from which somebody is chosen: people first, then bodies, groups and places; of each type the named,
 * then "a senior official", and those that stand nearest to `near` first.
 */
export function entityChoices({ entities, mentions }: Analysis, near: Span): readonly Entity[] {
  const ranked = entities.map((entity) => ({
    entity,
    rank: speakingTypes.indexOf(entity.type),
    distance: Math.min(
      ...entity.mentions.map((index) => {
        const { start, end } = mentions[index]!
        return Math.max(0, near.start - end, start - near.end)
      })
    )
  }))
  return ranked
    .sort((a, b) => a.rank - b.rank || Number(b.entity.named) - Number(a.entity.named) || a.distance - b.distance)
    .map(({ entity }) => entity)
}

/**
 * Those of the folder whose names have all the words that are typed, at most `most`: with nothing typed the first ones. Those
 * that are in the article already are left out.
 */
export function folderChoices<T extends FolderName>(
  folder: readonly T[],
  typed: string,
  { entities }: Analysis,
  most = 100
): readonly T[] {
  const words = filterWords(typed)
  const here = new Set(entities.map(({ identity, name, type }) => identity ?? `${type} ${name}`))
  const found: T[] = []
  for (const one of folder) {
    if (here.has(one.identity ?? `${one.type} ${one.name}`) || !hasAllWords(foldLetters(one.name), words)) continue
    found.push(one)
    if (found.length === most) break
  }
  return found
}
