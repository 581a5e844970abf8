import {
  byDescriptionRank,
  entityNumber,
  entityPlace,
  firstMembers,
  type DescribedEntity,
  type EntityReference
} from '../corpus'
import type { FolderArticle } from '../workspace/folderArticle'
import type { FolderIndex } from './folderIndex'

/** A member of a corpus entity with its article; `article` indexes the folder's articles. */
export interface Member {
  readonly article: number
  readonly source: FolderArticle
  readonly member: EntityReference
}

/** What an article says of one of its entities. */
export interface DescribedMember {
  readonly source: FolderArticle
  readonly known: DescribedEntity
}

/** A row's description is taken from at most this many of an entity's articles, because something of each is unpacked for it. */
const mostDescribingArticles = 3

/** The first `most` members of a corpus entity; `entity` indexes `Corpus.entities`. */
export function membersOf({ folder, numbers }: FolderIndex, entity: number, most = Infinity): readonly Member[] {
  const found = folder.corpus.entities[entity]
  return (found ? firstMembers(found, most) : []).flatMap((member): Member | [] => {
    const article = numbers.get(member.article) ?? -1
    const source = folder.articles[article]
    return source ? { article, source, member } : []
  })
}

/** Of the entities whose rows were looked at: each letter of a filter shows many of them again. */
const knownMembers = new WeakMap<FolderIndex, Map<number, readonly DescribedMember[]>>()

/** What an entity's first articles say of it; `entity` indexes `Corpus.entities`. */
export function describedMembers(index: FolderIndex, entity: number): readonly DescribedMember[] {
  const ofIndex = knownMembers.get(index) ?? new Map<number, readonly DescribedMember[]>()
  knownMembers.set(index, ofIndex)
  const made = ofIndex.get(entity) ?? unpackMembers(index, entity)
  ofIndex.set(entity, made)
  return made
}

function unpackMembers(index: FolderIndex, entity: number): readonly DescribedMember[] {
  return membersOf(index, entity, mostDescribingArticles).flatMap(({ source, member }) => {
    const known = source.described[entityPlace(source.digest, entityNumber(member.entity))]
    return known ? { source, known } : []
  })
}

/** The description of an entity of the folder; "" for none. */
export function describeEntity(index: FolderIndex, entity: number): string {
  const name = index.folder.corpus.entities[entity]?.name ?? ''
  return describeAs(
    name,
    describedMembers(index, entity).map(({ known }) => known)
  )
}

/** The description of those who are called so in several articles: a country, else the best of their descriptions. */
export function describeAs(
  name: string,
  members: readonly Pick<DescribedEntity, 'descriptions' | 'country'>[]
): string {
  for (const { country } of members) if (country && country !== name) return country
  const descriptions = members.flatMap((member) => member.descriptions.filter((text) => text !== name))
  return byDescriptionRank(descriptions)[0] ?? ''
}
