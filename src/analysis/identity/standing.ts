import { determiner, endsNounPhrase } from './lexicon/words'
import { wordAt, type ArticleTables } from './articleTables'

/**
 * How somebody stands to the office that a noun names: a deputy, acting or elected one does not hold it, a former one
 * does not any more. "The minister" is none of these.
 */
export type Standing = 'holds' | 'beside' | 'former'

/** What the words before an office's noun tell, in any order. */
export function standingBy(words: Iterable<string>): Standing {
  let found: Standing = 'holds'
  for (const word of words) {
    if (gone.has(word)) return 'former'
    if (beside.has(word)) found = 'beside'
  }
  return found
}

/** Of the noun at a token: "former deputy prime minister". */
export function standingOf(tables: ArticleTables, head: number): Standing {
  const words: string[] = []
  for (let at = head - 1; at >= head - longestTitle && at >= 0; at--) {
    const { text, kind } = tables.article.tokens[at]!
    if ((kind !== 'word' && text !== '-') || determiner(text) || endsNounPhrase(text)) break
    words.push(wordAt(tables, at).toLowerCase())
  }
  return standingBy(words)
}

const longestTitle = 5

const beside = new Set('deputy vice assistant associate acting interim under junior next future'.split(' '))
const gone = new Set('former ex onetime one-time erstwhile then once formerly previously'.split(' '))
