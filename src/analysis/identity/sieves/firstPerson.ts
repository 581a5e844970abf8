import type { Sieve } from '../discourse'
import { quoted, tokenFrom } from '../reading'

/** "I" outside of quotes in an article with one author: the author of the byline. */
export const firstPerson: Sieve = {
  rule: 'first-person',
  confidence: 0.7,
  resolve(reference, _index, { reading, named }) {
    if (
      reference.pronoun?.kind !== 'i' ||
      reading.contentAt[reference.head]! >= 0 ||
      reading.quotedAt[reference.head] !== quoted.not
    )
      return null
    const authors = reading.article.byline?.names ?? []
    if (authors.length !== 1) return null
    const author = reading.nameAt[tokenFrom(reading.article, authors[0]!.start)] ?? -1
    return author >= 0 ? named[author]! : null
  }
}
