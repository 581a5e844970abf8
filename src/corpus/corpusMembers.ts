import type { CorpusEntity, EntityReference } from './corpus'
import { entityNumber } from './entityIds'

/**
 * For each article id an array with the corpus entity of each of its entities, at the entity's number (12 for "e12").
 */
export type MembersByArticle = ReadonlyMap<string, readonly (CorpusEntity | undefined)[]>

/** Keeps up to date which corpus entity each entity of each article belongs to. */
export interface CorpusMembers {
  /** Adds a corpus entity with all its members. */
  add(entity: CorpusEntity): void
  /** Removes an article's entity, by its number. */
  remove(article: string, number: number): void
  /**
   * Gives a function that collects the members of the corpus of these entities, which must be all that were added. The
   * first collection is linear in the corpus; a later one costs only what changed since. Its result never changes.
   */
  membersOf(entities: readonly CorpusEntity[]): () => MembersByArticle
}

type Rows = Map<string, (CorpusEntity | undefined)[]>
type Change = CorpusEntity | { readonly article: string; readonly number: number }

/** After more changes than this, collecting all members again costs less than applying the changes. */
const mostChanges = 20_000

export function corpusMembers(): CorpusMembers {
  /** Undefined until the first collection. */
  let rows: Rows | undefined
  let changes: Change[] = []
  let latest: readonly CorpusEntity[] | undefined
  /** Articles whose row is not part of an earlier result, so that it may be changed without a copy. */
  const unsharedRows = new Set<string>()

  function change(changed: Change): void {
    // From here on no corpus that was made is the newest: whoever asks one later collects its own members.
    latest = undefined
    if (!rows) return
    changes.push(changed)
    if (changes.length <= mostChanges) return
    rows = undefined
    changes = []
  }

  function set(known: Rows, article: string, number: number, entity: CorpusEntity | undefined): void {
    const row = known.get(article)
    if (row && unsharedRows.has(article)) {
      row[number] = entity
      return
    }
    const copy = row?.slice() ?? []
    copy[number] = entity
    known.set(article, copy)
    unsharedRows.add(article)
  }

  function apply(known: Rows): void {
    for (const changed of changes) {
      if ('members' in changed)
        for (const member of changed.members) set(known, member.article, numberOf(member), changed)
      else set(known, changed.article, changed.number, undefined)
    }
    changes = []
  }

  return {
    add: change,
    remove: (article, number) => change({ article, number }),
    membersOf(entities) {
      latest = entities
      return () => {
        // Members of an older corpus, first needed after later changes: these must not be applied to it.
        if (latest !== entities) return membersByArticle(entities)
        if (rows) apply(rows)
        else rows = membersByArticle(entities)
        unsharedRows.clear()
        return new Map(rows)
      }
    }
  }
}

/** Collects all members. Linear in the corpus. */
export function membersByArticle(entities: readonly CorpusEntity[]): Rows {
  const byArticle: Rows = new Map()
  for (const entity of entities) {
    for (const member of entity.members) {
      let row = byArticle.get(member.article)
      if (!row) byArticle.set(member.article, (row = []))
      row[numberOf(member)] = entity
    }
  }
  return byArticle
}

function numberOf({ entity }: EntityReference): number {
  return entityNumber(entity)
}
