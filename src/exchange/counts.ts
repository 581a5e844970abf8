import { shownText } from '../article'
import { countWords } from '../util/countWords'
import type { AnnotationDocument, DocumentEntity, QuoteAnnotation } from './document'
import { withItem } from './shortList'

/** What is counted of articles: in sidebar, report, tables and on the command line, each in the one way of `figureTexts`. */
export interface Figures {
  readonly articles: number
  readonly words: number
  readonly actors: number
  readonly places: number
  readonly quotes: number
  readonly quotedWords: number
  readonly sources: number
  readonly unattributed: number
  readonly repeated: number
  readonly attitudes: number
}

export type Figure = keyof Figures

/** What each figure is called and what it counts, in English, for hovers and for the sheet that explains. In the order of a report. */
export const figureTexts: Readonly<Record<Figure, { readonly label: string; readonly definition: string }>> = {
  articles: {
    label: 'Articles',
    definition: 'Texts that were read; not those that a researcher said are no articles.'
  },
  words: {
    label: 'Words',
    definition: 'Words and numbers of the whole texts as a reader sees them, headlines and credits included.'
  },
  actors: {
    label: 'Actors',
    definition:
      'Persons, organizations, groups, and places that act at least once; the same one in several articles is counted once.'
  },
  places: {
    label: 'Places',
    definition:
      'Places that are named at least once without acting; the same one in several articles is counted once. A place that also acts is an actor as well.'
  },
  quotes: {
    label: 'Quotes',
    definition:
      'What somebody is quoted as saying, directly or indirectly: a quote in several pieces is one, and the same quote again, in this or another article, is counted once. Attitudes are counted only where they are shown.'
  },
  quotedWords: {
    label: 'Quoted words',
    definition: 'Words of the quotes that are counted, so the same quote again counts once.'
  },
  sources: {
    label: 'Sources',
    definition:
      'Persons, bodies and places with at least one quote that is counted; the same one in several articles is counted once. A quote whose source was not found adds none.'
  },
  unattributed: {
    label: 'Quotes without a source',
    definition: 'Quotes whose source was not found, each time that they occur.'
  },
  repeated: {
    label: 'Repeated quotes',
    definition: 'Different quotes that occur at least twice, in one article or in several.'
  },
  attitudes: {
    label: 'Attitudes',
    definition:
      'What somebody is reported to believe, want or fear instead of to say, each time that it occurs. Attitudes count as quotes only where they are shown.'
  }
}

/** The choice on which figures depend: the setting "Quotes: Show Attitudes". */
export interface CountedQuotes {
  readonly attitudes: boolean
}

/** Whether a quote is counted at all. */
export function isCounted({ act }: Pick<QuoteAnnotation, 'act'>, { attitudes }: CountedQuotes): boolean {
  return attitudes || act === 'speech'
}

/** Counts quotes of a document, a speaker or an export, the same one again once. */
export interface QuoteTally {
  /** Whether it is counted: the first of its repeats, or the only one. To be called in the order of the export. */
  readonly add: (quote: Pick<QuoteAnnotation, 'repeat'>) => boolean
  readonly count: () => number
}

export function quoteTally(): QuoteTally {
  return new Tally()
}

/** A class, so that the hundred thousand of an export have no functions of their own; hardly any of them has many repeats. */
class Tally implements QuoteTally {
  #seen: number[] | Set<number> = none
  #count = 0

  add({ repeat }: Pick<QuoteAnnotation, 'repeat'>): boolean {
    if (repeat !== null && !this.#isNew(repeat)) return false
    this.#count++
    return true
  }

  count(): number {
    return this.#count
  }

  #isNew(repeat: number): boolean {
    const seen = this.#seen
    if (Array.isArray(seen) ? seen.includes(repeat) : seen.has(repeat)) return false
    if (!Array.isArray(seen)) seen.add(repeat)
    else this.#seen = seen.length < mostInList ? withItem(seen, repeat) : new Set(seen).add(repeat)
    return true
  }
}

const none: number[] = []
const mostInList = 8

/** A quote as far as it matters for its counting. */
export type CountableQuote = Pick<QuoteAnnotation, 'act' | 'repeat'>

/** How many quotes are counted, the same one again once, and how many attitudes there are beside them. In the order of the export. */
export function countQuotes(
  quotes: Iterable<CountableQuote>,
  choice: CountedQuotes
): { readonly quotes: number; readonly attitudes: number } {
  const tally = quoteTally()
  let attitudes = 0
  for (const quote of quotes) {
    if (quote.act === 'attitude') attitudes++
    if (isCounted(quote, choice)) tally.add(quote)
  }
  return { quotes: tally.count(), attitudes }
}

/** The number of words of a quote's content. */
export function wordsOfQuote(document: AnnotationDocument, { spans }: QuoteAnnotation): number {
  return spans.reduce((sum, span) => sum + countWords(shownText(document, span)), 0)
}

/** Counts the documents of an export, to be added once each and in its order. */
export interface FigureCounter {
  readonly add: (document: AnnotationDocument) => void
  readonly figures: () => Figures
}

export function figureCounter(choice: CountedQuotes): FigureCounter {
  const sums = { articles: 0, words: 0, quotedWords: 0, unattributed: 0, attitudes: 0 }
  const actors = new Set<string>()
  const places = new Set<string>()
  const sources = new Set<string>()
  const times = new Map<number, number>() // of each repeated quote
  const tally = quoteTally()

  function addQuote(document: AnnotationDocument, quote: QuoteAnnotation) {
    if (quote.act === 'attitude') sums.attitudes++
    if (!isCounted(quote, choice)) return
    if (tally.add(quote)) sums.quotedWords += wordsOfQuote(document, quote)
    if (quote.speaker === null) sums.unattributed++
    else sources.add(quote.speaker)
    if (quote.repeat !== null) times.set(quote.repeat, (times.get(quote.repeat) ?? 0) + 1)
  }

  return {
    add(document) {
      sums.articles++
      sums.words += document.head.words
      const types = new Map(document.entities.map(({ id, type }) => [id, type]))
      for (const annotation of document.annotations) {
        if (annotation.layer === 'quote') addQuote(document, annotation)
        else if (annotation.layer === 'mention')
          (isActor(types.get(annotation.entity), annotation.acting) ? actors : places).add(annotation.entity)
      }
    },
    figures: () => ({
      ...sums,
      actors: actors.size,
      places: places.size,
      quotes: tally.count(),
      sources: sources.size,
      repeated: [...times.values()].filter((count) => count > 1).length
    })
  }
}

/** A place is one where it acts. */
export function isActor(type: DocumentEntity['type'] | undefined, acting: boolean): boolean {
  return type !== 'place' || acting
}
