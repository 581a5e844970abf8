import { anyWords, type WordMatch } from '../protocol/quotesPanel'
import { foldLetters } from '../util/folding'
import type { Steps } from '../util/steps'
import type { FolderArticle } from '../workspace/folderArticle'
import { longestGap, packedPhrase } from './packedPhrase'
import { isPacked, packedText, placeInText } from './packedTexts'
import { isWholeInUnits, matcher } from './wordMatch'

/** Words that were found. Half open, UTF-16 units of the article's text. */
export interface WordHit {
  /** Index of the folder's articles. */
  readonly article: number
  readonly start: number
  readonly end: number
}

/** More are not listed: nobody reads them, and a letter is in every word. */
export const mostHits = 200_000

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
): Steps<readonly WordHit[]> {
  const hits: WordHit[] = []
  const wanted = words.normalize('NFC').trim().split(/\s+/u).map(foldLetters).filter(Boolean)
  if (wanted.length === 0) return hits
  const phrase = packedPhrase(wanted)
  const isMeant = matcher(words, match)
  for (const [article, source] of articles.entries()) {
    if (article % 16 === 0 || !isPacked(source)) {
      yield
      onProgress(article)
    }
    const packed = packedText(source)
    const found = phrase.placesIn(packed.units)
    if (!found) {
      yield
      const { text } = source
      for (const place of placesIn(text, wanted)) {
        if (!isMeant(text, place)) continue
        if (hits.length >= mostHits) return hits
        hits.push({ article, ...place })
      }
      continue
    }
    let text: string | undefined
    for (let place = 0; place < found.length; place += 2) {
      const [from, to] = [found[place]!, found[place + 1]!]
      const isWhole = match.wholeWord ? isWholeInUnits(packed.units, { start: from, end: to }) : true
      if (isWhole === false) continue
      const hit = { article, start: placeInText(packed, from), end: placeInText(packed, to) }
      if (match.matchCase || isWhole === undefined) {
        // Once for an article, and only for one that may have the words.
        if (text === undefined) yield
        text ??= source.text
        if (!isMeant(text, hit)) continue
      }
      if (hits.length >= mostHits) return hits
      hits.push(hit)
    }
  }
  return hits
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
