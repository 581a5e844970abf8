import type { CorpusEntity } from '../corpus'
import { foldedName, type WantedName } from '../util/facets'
import type { Steps } from '../util/steps'
import type { FolderIndex } from './folderIndex'
import { itemsOf, itemsWith, searchedWord, type SearchedItems } from './searchTexts'

/** What facets ask of each entity, by index of `Corpus.entities`. */
export interface EntityColumns {
  /** Index in `entityTypes`. */
  readonly types: Uint8Array
  /** 1 where it has a name. */
  readonly named: Uint8Array
}

export const entityTypes: readonly CorpusEntity['type'][] = ['person', 'organization', 'group', 'place']

const known = new WeakMap<FolderIndex, EntityColumns>()
const knownNames = new WeakMap<FolderIndex, SearchedItems>()

/** Made once for an index: entities lie far from each other in memory. */
export function* entityColumns(index: FolderIndex): Steps<EntityColumns> {
  const made = known.get(index)
  if (made) return made
  const { entities } = index.folder.corpus
  const columns = { types: new Uint8Array(entities.length), named: new Uint8Array(entities.length) }
  for (const [place, { type, named }] of entities.entries()) {
    if (place % 4096 === 0) yield
    columns.types[place] = entityTypes.indexOf(type)
    columns.named[place] = named ? 1 : 0
  }
  known.set(index, columns)
  return columns
}

/** By index of `Corpus.entities`, 1 for who has one of the names. */
export function* entitiesNamed(index: FolderIndex, wanted: readonly WantedName[]): Steps<Uint8Array> {
  const names = yield* foldedNames(index)
  const found = new Uint8Array(index.folder.corpus.entities.length)
  const { bytes, ends } = names
  for (const { text, isWhole } of wanted) {
    yield
    const find = searchedWord(text)
    // All of a name is between two that end.
    const lengthOf = (item: number) => ends[item]! - (item === 0 ? 0 : ends[item - 1]! + 1)
    const length = searchedLength(text)
    itemsWith({ bytes, ends }, find, (item) => {
      if (!isWhole || lengthOf(item) === length) found[item] = 1
    })
  }
  return found
}

function searchedLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/** The names as they are compared, one after the other; made once for an index. */
function* foldedNames(index: FolderIndex): Steps<SearchedItems> {
  const made = knownNames.get(index)
  if (made) return made
  const { entities } = index.folder.corpus
  let names = ''
  for (let start = 0; start < entities.length; start += namesTogether) {
    if (start % 1024 === 0) yield
    names += foldedOf(entities.slice(start, start + namesTogether))
  }
  const items = itemsOf(names)
  knownNames.set(index, items)
  return items
}

function foldedOf(entities: readonly CorpusEntity[]): string {
  const names = entities.map(({ name }) => name)
  const joined = `${names.join('\0')}\0`
  // Most: all at once.
  if (arePlain.test(joined)) return joined.toLowerCase()
  return names.map((name) => `${foldedName(name.replaceAll('\0', ' '))}\0`).join('')
}

/** So many names: few enough that most such lists are of ASCII alone. */
const namesTogether = 32
/** Names of words of ASCII on one line, without quotation marks: `foldedName` changes no more than their case. None has a NUL. */
const arePlain = new RegExp(`^(?:[!#-~]+(?: [!#-~]+)*\\0){${namesTogether}}$`)
