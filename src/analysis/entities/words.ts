import type { Article } from '../../article'

/**
 * The article's prose cut the way names need it: hyphenated pairs apart ("Sudan-RSF"), a possessive apart from its
 * name, abbreviations whole ("U.S.", "J."). Columns of equal length; offsets are the article's own.
 */
export interface Words {
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** Index of the sentence in `article.sentences`. */
  readonly sentence: Int32Array
}

/**
 * Cuts the tokens of an article's sentences `from` to `to` into words; white space between them is never inside a word. How
 * a sentence is cut depends on its tokens alone.
 */
export function readWords({ text, tokens, sentences }: Article, from = 0, to = sentences.length): Words {
  const inside = from < to ? sentences[to - 1]!.endToken - sentences[from]!.firstToken : 0
  let room = inside * 2 + 16
  let start = new Int32Array(room)
  let end = new Int32Array(room)
  let sentence = new Int32Array(room)
  let count = 0
  const grow = () => {
    room *= 2
    const larger = (old: Int32Array) => {
      const next = new Int32Array(room)
      next.set(old)
      return next
    }
    start = larger(start)
    end = larger(end)
    sentence = larger(sentence)
  }
  for (let s = from; s < to; s++) {
    const { firstToken, endToken } = sentences[s]!
    for (let t = firstToken; t < endToken;) {
      // Tokens that touch are one run: how the reader cuts inside it does not matter here.
      const runStart = tokens[t]!.start
      let runEnd = tokens[t]!.end
      for (t++; t < endToken && tokens[t]!.start === runEnd; t++) runEnd = tokens[t]!.end
      for (let at = runStart; at < runEnd;) {
        const next = wordEnd(text, at, runEnd)
        if (count === room) grow()
        start[count] = at
        end[count] = next
        sentence[count++] = s
        at = next
      }
    }
  }
  return { count, start: start.subarray(0, count), end: end.subarray(0, count), sentence: sentence.subarray(0, count) }
}

const enum Kind {
  Other,
  Letter,
  Digit,
  Apostrophe,
  Period
}

function kindOf(code: number): Kind {
  if ((code | 32) >= 97 && (code | 32) <= 122) return Kind.Letter
  if (code >= 48 && code <= 57) return Kind.Digit
  if (code === 39 || code === 0x2019) return Kind.Apostrophe
  if (code === 46) return Kind.Period
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba ? Kind.Letter : Kind.Other
  // Punctuation and symbols above Latin-1 are few; everything else there counts as a letter, lone surrogates too.
  return code === 0xd7 ||
    code === 0xf7 ||
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xfe10 && code <= 0xfe6f)
    ? Kind.Other
    : Kind.Letter
}

function isPossessive(text: string, at: number, to: number): boolean {
  const s = text.charCodeAt(at + 1)
  return (
    (s === 115 || s === 83) &&
    (at + 2 >= to || kindOf(text.charCodeAt(at + 2)) === Kind.Other || kindOf(text.charCodeAt(at + 2)) === Kind.Period)
  )
}

function wordEnd(text: string, from: number, to: number): number {
  const first = kindOf(text.charCodeAt(from))
  if (first === Kind.Apostrophe && isPossessive(text, from, to)) return from + 2
  if (first === Kind.Digit) {
    // "1,170", "7.5", "2024-08-19" and scores "2-1" stay whole.
    let at = from + 1
    for (; at < to; at++) {
      const code = text.charCodeAt(at)
      const kind = kindOf(code)
      if (kind === Kind.Digit || kind === Kind.Letter) continue
      if (
        (code === 44 || code === 46 || code === 45 || code === 58) &&
        at + 1 < to &&
        kindOf(text.charCodeAt(at + 1)) === Kind.Digit
      )
        continue
      break
    }
    return at
  }
  if (first !== Kind.Letter) return from + 1
  let at = from + 1
  let letters = 1
  let periods = 0
  for (; at < to; at++) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === Kind.Letter || kind === Kind.Digit) {
      letters++
      continue
    }
    if (
      kind === Kind.Apostrophe &&
      at + 1 < to &&
      kindOf(text.charCodeAt(at + 1)) === Kind.Letter &&
      !isPossessive(text, at, to)
    ) {
      letters++
      continue
    }
    // Single letters with full stops are an abbreviation or an initial: "U.S.", "J."
    if (kind === Kind.Period && letters === 1) {
      periods++
      letters = 0
      continue
    }
    break
  }
  // "U.S" without its last stop, and "J.Smith", keep what they have; "a." at the end of a clause is a word and a stop.
  if (periods === 1 && letters === 0 && text.charCodeAt(from) >= 97 && text.charCodeAt(from) <= 122) return from + 1
  return at
}
