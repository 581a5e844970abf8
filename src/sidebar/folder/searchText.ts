import { foldLetters } from '../../util/folding'
import { quoteEntry } from '../quoteEntries'
import type { SidebarArticle } from '../sources'

/** The words of an article that a filter looks through, folded. A text for all its entities and one for all its quotes, each in one piece: most articles are ruled out at once. */
export interface SearchText {
  /** Numbers of the entities ("e12": 12) and their names, aliases and descriptions, each entity ended by a NUL. */
  readonly numbers: readonly number[]
  readonly entities: string
  /** Words, speaker, source and cue of each of `Analysis.quotes`, each quote ended by a NUL. */
  readonly quotes: string
}

const made = new WeakMap<SidebarArticle, SearchText>()

/** Made once for an article: its analysis has to be unpacked for it. */
export function searchText(article: SidebarArticle): SearchText {
  const known = made.get(article)
  if (known) return known
  const { analysis } = article
  const text: SearchText = {
    numbers: analysis.entities.map(({ id }) => Number(id.slice(1))),
    entities: joined(
      analysis.entities.map(({ name, aliases, descriptions, places }) => [
        ...new Set([name, ...aliases, ...descriptions, places[0]?.countryName ?? ''])
      ])
    ),
    quotes: joined(
      analysis.quotes.map((quote) => {
        const { text: words, speaker, source, cue } = quoteEntry(article, quote, 0)
        return [words, speaker, source, cue]
      })
    )
  }
  made.set(article, text)
  return text
}

/** Whether all words are in a text that begins and ends somewhere in a longer one. */
export function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}

function joined(items: readonly (readonly string[])[]): string {
  return items.map((texts) => `${foldLetters(texts.join('\n')).replaceAll('\0', ' ')}\0`).join('')
}
