/**
 * How much the characters above ASCII of a text read like words and punctuation: 1 when all of them do, -1 when none does,
 * 0 when there are none. A text that was decoded wrongly has letters of two scripts in a word, capitals inside of words,
 * symbols between letters, and opening quotation marks at the ends of words.
 */
export function plausibility(text: string): number {
  const characters = Array.from(text)
  let sum = 0
  let count = 0
  for (const [at, character] of characters.entries()) {
    if (character <= '\u007F') continue
    sum +=
      character === '\u2019'
        ? worthOfApostrophe(
            characters.slice(Math.max(0, at - 3), at).join(''),
            characters.slice(at + 1, at + 5).join('')
          )
        : worth(character, characters[at - 1] ?? ' ', characters[at + 1] ?? ' ', characters[at + 2] ?? ' ')
    count++
  }
  return count === 0 ? 0 : sum / count
}

function worth(character: string, before: string, after: string, next: string): number {
  if (/[\p{Cc}\p{Cn}\p{Co}\uFFFD]/u.test(character)) return -3
  if (opening.test(character)) return !isWord.test(before) && !/\s/.test(after) ? 1 : -1
  if (closing.test(character)) return !/\s/.test(before) ? 1 : -1
  if (/[\u2010-\u2015]/.test(character)) return worthOfDash(character, before, after)
  if (/[\u2026\u00A0\u2022]/.test(character)) return 0.7
  if (character === '\u00B5') return isWord.test(before) ? -0.5 : 0.7
  if (/[\u00A3\u20AC]/.test(character)) return /\d/.test(before + after) ? 0.7 : -1
  if (/[\u00B0\u00BA\u00AA]/.test(character)) return /\d/.test(before) ? 0.7 : -0.5
  if (/[\u00A7\u00A9\u00AE\u2122\u00BC-\u00BE\u00B2\u00B3]/.test(character)) return isWord.test(after) ? -1 : 0.3
  if (
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303F\uFF00-\uFF65]/u.test(
      character
    )
  )
    return 0.6
  if (/[\p{L}\p{M}]/u.test(character)) return worthOfLetter(character, before, after, next)
  return -1
}

function worthOfLetter(letter: string, before: string, after: string, next: string): number {
  const script = scriptOf(letter)
  const neighbours = [before, after].filter((character) => isLetter.test(character))
  if (neighbours.some((neighbour) => scriptOf(neighbour) !== script)) return -1
  if (neighbours.length === 0) return /\p{Lu}/u.test(letter) ? -0.7 : -0.3
  // In Latin script few words have two accented letters side by side; in a wrong reading of Cyrillic all have.
  const isCrowded = script === 'latin' && neighbours.every((neighbour) => neighbour > '\u007F')
  const isCapital = /\p{Lu}/u.test(letter)
  const fits = isCapital
    ? isCapitalAtItsPlace(before, after, next)
    : !/\p{Lu}/u.test(after) && (isLetter.test(after) || isLetter.test(before))
  if (!fits) return -1
  if (isCrowded) return -0.2
  if (isCapital && /\d/.test(before)) return -0.5
  return rare.test(letter) || (script === 'latin' && !isCapital && !isLetter.test(before)) ? 0.6 : 1
}

/** Between letters an apostrophe stands before an English ending, or after one or two letters as in "O'Hara", "l'ami". */
function worthOfApostrophe(before: string, after: string): number {
  if (/^$|\s$/.test(before)) return /^[\s\p{L}]/u.test(after) ? 0 : 1
  if (!/\p{L}$/u.test(before) || !/^\p{L}/u.test(after)) return 1
  return /^(?:[smtdn]|re|ve|ll|em|til)(?!\p{L})/u.test(after) || /(?:^|[^\p{L}])\p{L}{1,2}$/u.test(before) ? 1 : 0.2
}

/** Mostly a dash has blanks on both sides or on none; an en dash inside of a lower-case word is an accented letter of another encoding. */
function worthOfDash(dash: string, before: string, after: string): number {
  if (/\s/.test(before) !== /\s/.test(after)) return 0.6
  return dash === '\u2013' && /\p{Ll}/u.test(before) && /\p{Ll}/u.test(after) ? -0.7 : 0.7
}

/** At the beginning of a word, or in a word of capitals. */
function isCapitalAtItsPlace(before: string, after: string, next: string): boolean {
  if (/\p{Ll}/u.test(before)) return false
  if (/\p{Lu}/u.test(before)) return !/\p{Ll}/u.test(after)
  return !/\p{Lu}/u.test(after) || !/\p{Ll}/u.test(next)
}

function scriptOf(letter: string): string {
  if (/\p{Script=Latin}/u.test(letter)) return 'latin'
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'cyrillic'
  if (/\p{Script=Greek}/u.test(letter)) return 'greek'
  if (/\p{Script=Hebrew}/u.test(letter)) return 'hebrew'
  if (/\p{Script=Arabic}/u.test(letter)) return 'arabic'
  return /\p{Script=Thai}/u.test(letter) ? 'thai' : 'other'
}

const isLetter = /\p{L}/u
const isWord = /[\p{L}\p{N}]/u
const opening = /[\u2018\u201C\u201A\u201E\u00AB\u2039\u00BF\u00A1]/
const closing = /[\u201D\u00BB\u203A]/
/** Letters of few languages, into which a wrong encoding turns the letters of many. */
const rare =
  /[\u00DE\u00FE\u00D0\u00F0\u00FD\u00DD\u00FF\u0178\u00C3\u00E3\u00D5\u00F5\u00CC\u00EC\u00D2\u00F2\u00D9\u00F9\u0192\u0131\u0160\u0161\u0152\u0153\u017D\u017E]/
