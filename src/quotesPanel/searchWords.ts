import type { Span } from '../article'
import { anyWords, type WordMatch } from '../protocol/quotesPanel'
import { foldLetters } from '../util/folding'
import type { Steps } from '../util/steps'
import type { FolderArticle } from '../workspace/folderArticle'
import { longestGap, packedPhrase } from './packedPhrase'
import { isPacked, packedText, placeInText, type PackedText } from './packedTexts'
import { foundWords, noHits, type FoundWords, type WordHits } from './wordHits'
import { isWholeInUnits, matcher } from './wordMatch'

/**
 * Where words stand in all articles, in order: as a whole, without regard to accents and how white space is written, in any script, and
 * without regard to case unless it is to match. The first search unpacks the text of every article, one in a step; the next ones find
 * most words without.
 *
 * @param onProgress is told how many articles are done
 */
export function* searchWords(
  articles: readonly FolderArticle[],
  words: string,
  match: WordMatch = anyWords,
  onProgress: (done: number) => void = () => undefined
): Steps<WordHits> {
  const wanted = words.normalize('NFC').trim().split(/\s+/u).map(foldLetters).filter(Boolean)
  if (wanted.length === 0) return noHits
  const found = foundWords()
  const phrase = packedPhrase(wanted)
  const isMeant = matcher(words, match)
  const looksAtTexts = match.matchCase || match.wholeWord
  for (let article = 0; article < articles.length && !found.isFull(); article++) {
    const source = articles[article]!
    // A text that is looked at is unpacked, one in a step.
    if (article % 16 === 0 || looksAtTexts || !isPacked(source)) {
      yield
      onProgress(article)
    }
    const packed = packedText(source)
    const places = phrase.placesIn(packed.units)
    if (places) {
      takePlaces(found, article, { source, packed, places }, match, isMeant)
      continue
    }
    yield
    const { text } = source
    for (const span of placesIn(text, wanted))
      if (!found.isFull() && isMeant(text, span)) found.add(article, span.start, span.end)
  }
  return found.hits()
}

interface PlacesInArticle {
  readonly source: FolderArticle
  readonly packed: PackedText
  /** Of `PackedPhrase.placesIn`. */
  readonly places: readonly number[]
}

/** A plain loop: V8 takes long to compile a generator that goes round two hundred thousand times. */
function takePlaces(
  found: FoundWords,
  article: number,
  { source, packed, places }: PlacesInArticle,
  { matchCase, wholeWord }: WordMatch,
  isMeant: (text: string, span: Span) => boolean
): void {
  for (let at = 0; at < places.length && !found.isFull(); at += 2) {
    const from = places[at]!
    const to = places[at + 1]!
    const isWhole = wholeWord ? isWholeInUnits(packed.units, { start: from, end: to }) : true
    if (isWhole === false) continue
    const start = placeInText(packed, from)
    const end = placeInText(packed, to)
    const isSure = isWhole === true && !matchCase
    if (isSure || isMeant(source.text, { start, end })) found.add(article, start, end)
  }
}

/** Where words that are already folded follow each other in a text, with nothing but white space between them. */
export function* placesIn(
  text: string,
  wanted: readonly string[]
): Generator<{ readonly start: number; readonly end: number }> {
  const folded = foldedText(text)
  const [first = '', ...others] = wanted
  for (let at = folded.text.indexOf(first); at >= 0; at = folded.text.indexOf(first, at + first.length)) {
    let end = at + first.length
    const follow = others.every((word) => {
      const gap = /^\s+/u.exec(folded.text.slice(end, end + longestGap))?.[0]
      if (gap === undefined || !folded.text.startsWith(word, end + gap.length)) return false
      end += gap.length + word.length
      return true
    })
    if (follow) yield { start: folded.place(at), end: folded.place(end) }
  }
}

/** A folded text, and where each of its units comes from. */
function foldedText(text: string): { readonly text: string; readonly place: (at: number) => number } {
  if (isAscii.test(text)) return { text: text.toLowerCase(), place: (at) => at }
  const places: number[] = []
  let folded = ''
  let at = 0
  for (const letter of text) {
    const plain = letter <= '\x7F' ? letter.toLowerCase() : foldLetters(letter)
    for (let unit = 0; unit < plain.length; unit++) places.push(at)
    folded += plain
    at += letter.length
  }
  places.push(text.length)
  return { text: folded, place: (unit) => places[unit] ?? text.length }
}

const isAscii = /^[\0-\x7F]*$/
