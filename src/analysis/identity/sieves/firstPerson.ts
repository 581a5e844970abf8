import type { Sieve } from '../discourse'
import { quoted, tokenFrom } from '../articleTables'

/** "I" outside of quotes in an article with one author: the author of the byline. */
export const firstPerson: Sieve = {
  rule: 'first-person',
  confidence: 0.7,
  resolve(reference, _index, { tables, named }) {
    if (
      reference.pronoun?.kind !== 'i' ||
      tables.contentAt[reference.head]! >= 0 ||
      tables.quotedAt[reference.head] !== quoted.not
    )
      return null
    const authors = tables.article.byline?.names ?? []
    if (authors.length !== 1) return null
    const author = tables.nameAt[tokenFrom(tables.article, authors[0]!.start)] ?? -1
    return author >= 0 ? named[author]! : null
  }
}
