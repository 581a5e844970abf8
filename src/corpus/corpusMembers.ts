import type { CorpusEntity, EntityReference } from './corpus'
import { entityNumber } from './entityIds'

/** By an article's id the entities of the corpus, each at the number of the article's own ("e12" at 12). */
export type MembersByArticle = ReadonlyMap<string, readonly (CorpusEntity | undefined)[]>

/** Which entity of the corpus each entity of each article is, while articles change. */
export interface CorpusMembers {
  /** An entity that the corpus has from now on. */
  add(entity: CorpusEntity): void
  /** A member that its article has no longer. */
  remove(article: string, number: number): void
  /**
   * The members of the corpus that consists of these entities, all that were added. They are collected when they are asked
   * for: after the first time that costs no more than what changed since the last. Later changes leave them as they are.
   */
  of(entities: readonly CorpusEntity[]): () => MembersByArticle
}

type Rows = Map<string, (CorpusEntity | undefined)[]>
type Change = CorpusEntity | { readonly article: string; readonly number: number }

/** After more changes than this, collecting all members anew costs less. */
const mostChanges = 20_000

export function corpusMembers(): CorpusMembers {
  /** Undefined until members are asked for. */
  let rows: Rows | undefined
  let changes: Change[] = []
  let latest: readonly CorpusEntity[] | undefined
  /** Articles whose row nobody else has seen, so that it may be written to. */
  const ownRows = new Set<string>()

  function change(made: Change): void {
    if (!rows) return
    changes.push(made)
    if (changes.length <= mostChanges) return
    rows = undefined
    changes = []
  }

  function set(known: Rows, article: string, number: number, entity: CorpusEntity | undefined): void {
    const row = known.get(article)
    if (row && ownRows.has(article)) {
      row[number] = entity
      return
    }
    const copy = row?.slice() ?? []
    copy[number] = entity
    known.set(article, copy)
    ownRows.add(article)
  }

  function apply(known: Rows): void {
    for (const made of changes) {
      if ('members' in made) for (const member of made.members) set(known, member.article, numberOf(member), made)
      else set(known, made.article, made.number, undefined)
    }
    changes = []
  }

  return {
    add: change,
    remove: (article, number) => change({ article, number }),
    of(entities) {
      latest = entities
      return () => {
        // An older corpus that nobody has asked so far: what changed since is not its own.
        if (latest !== entities) return membersByArticle(entities)
        if (rows) apply(rows)
        else rows = membersByArticle(entities)
        ownRows.clear()
        return new Map(rows)
      }
    }
  }
}

/** Linear in the corpus. */
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
