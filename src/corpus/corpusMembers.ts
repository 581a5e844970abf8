import type { CorpusEntity, MembersByArticle } from './corpus'
import { entityNumber } from './entityIds'

/** Which entity of the corpus each entity of each article is, while articles change. */
export interface CorpusMembers {
  /** Enters an entity at all its members. */
  add(entity: CorpusEntity): void
  /** Forgets one member: its article says it no longer. */
  remove(article: string, number: number): void
  /** The members of this moment. Later changes leave it as it is; it shares with them what does not change. */
  current(): MembersByArticle
}

export function corpusMembers(): CorpusMembers {
  const rows = new Map<string, (CorpusEntity | undefined)[]>()
  /** Articles whose row nobody else has seen yet, so that it may be written to. */
  const ownRows = new Set<string>()
  let shared: MembersByArticle | undefined

  function writable(article: string): (CorpusEntity | undefined)[] {
    const known = rows.get(article)
    if (known && ownRows.has(article)) return known
    const row = known?.slice() ?? []
    rows.set(article, row)
    ownRows.add(article)
    shared = undefined
    return row
  }

  return {
    add(entity) {
      for (const member of entity.members) writable(member.article)[entityNumber(member.entity)] = entity
    },
    remove(article, number) {
      if (rows.get(article)?.[number]) writable(article)[number] = undefined
    },
    current() {
      ownRows.clear()
      return (shared ??= new Map(rows))
    }
  }
}
