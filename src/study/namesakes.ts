import { articleName } from './articleName'
import { describeEntity, membersOf } from './entityDescriptions'
import type { FolderIndex } from './folderIndex'

/** Roles are compared with those of so many others of the name at most: something of each is unpacked for it. */
const mostCompared = 8

/**
 * What tells a person from the other persons of the same name in the folder: the role, or where that says nothing or is that of another
 * of them, too, the headline of the first article; but whoever is in more articles than the others needs no headline, they have theirs.
 * "" for whoever is the only one of the name. `entity` indexes `Corpus.entities`.
 */
export function toldFromNamesakes(index: FolderIndex, entity: number): string {
  const bearers = namesakesOf(index).get(index.folder.corpus.entities[entity]?.name ?? '')
  if (!bearers?.includes(entity)) return ''
  const role = describeEntity(index, entity)
  const others = bearers.filter((other) => other !== entity).slice(0, mostCompared)
  if (role !== '' && others.every((other) => describeEntity(index, other) !== role)) return role
  if (bestKnown(index, bearers) === entity) return role
  const [first] = membersOf(index, entity, 1)
  return first ? articleName(first.source) : role
}

const knownBest = new WeakMap<readonly number[], number>()

/** The one of some bearers of a name who is in more articles than each of the others; -1 for none. */
function bestKnown({ folder }: FolderIndex, bearers: readonly number[]): number {
  const made = knownBest.get(bearers)
  if (made !== undefined) return made
  const articles = bearers.map((bearer) => folder.corpus.entities[bearer]?.members.length ?? 0)
  const most = articles.reduce((a, b) => Math.max(a, b), 0)
  const best = articles.indexOf(most) === articles.lastIndexOf(most) ? bearers[articles.indexOf(most)]! : -1
  knownBest.set(bearers, best)
  return best
}

const known = new WeakMap<FolderIndex, ReadonlyMap<string, readonly number[]>>()

/** The named persons who are not the only ones of their name, by name. */
function namesakesOf(index: FolderIndex): ReadonlyMap<string, readonly number[]> {
  const made = known.get(index) ?? findNamesakes(index)
  known.set(index, made)
  return made
}

function findNamesakes({ folder }: FolderIndex): ReadonlyMap<string, readonly number[]> {
  const { entities } = folder.corpus
  const first = new Map<string, number>()
  const shared = new Map<string, number[]>()
  for (let entity = 0; entity < entities.length; entity++) {
    const { name, type, named } = entities[entity]!
    if (type !== 'person' || !named) continue
    const bearers = shared.get(name)
    const other = first.get(name)
    if (bearers) bearers.push(entity)
    else if (other === undefined) first.set(name, entity)
    else shared.set(name, [other, entity])
  }
  return shared
}
