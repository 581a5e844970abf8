import { characterClass, digit, letter, space, surrogate } from '../characters'
import { lineKinds, type LineKind } from './lineKinds'

/** How a text looks: shares are of its lines, of its characters or of its words, between 0 and 1. */
export interface TextMeasures {
  /** How many lines are of each kind; a line may be of several. */
  readonly lines: Readonly<Record<LineKind, number>>
  /** Lines that are not blank. */
  readonly lineCount: number
  /** What the first line is. */
  readonly first: readonly LineKind[]
  readonly words: readonly string[]
  readonly measures: Readonly<Record<MeasureName, number>>
}

export type MeasureName = (typeof measureNames)[number]

/** What is measured beside the kinds of lines. */
export const measureNames = [
  'letters',
  'digits',
  'signs',
  'sentences',
  'proseLines',
  'fragmentLines',
  'quotations',
  'capitalised',
  'identifiers',
  'versions',
  'links',
  'tags',
  'ticks',
  'blank',
  'longLines',
  'lineLength',
  'length'
] as const

/** A text's beginning decides, in UTF-16 units; it takes about a millisecond. */
const measuredLength = 12_000

/** Measures the beginning of a text. Pure, takes time in proportion to what is measured. */
export function measureText(text: string): TextMeasures {
  const beginning = text.length > measuredLength ? text.slice(0, lastLineEnd(text)) : text
  const all = beginning.split(/\r\n|[\n\r\u2028\u2029]/)
  const lines = all.filter((line) => /\S/.test(line))
  const counts = Object.fromEntries(lineKinds.map(({ kind }) => [kind, 0])) as Record<LineKind, number>
  let prose = 0
  let fragments = 0
  let long = 0
  for (const line of lines) {
    for (const { kind, pattern } of lineKinds) if (pattern.test(line)) counts[kind]++
    const words = wordCount(line)
    if (words >= 6 && signsIn(line) * 40 < line.length) prose += line.length
    if (words <= 3) fragments++
    if (line.length > 160) long++
  }
  const characters = characterCounts(beginning)
  const shown = Math.max(1, characters.shown)
  const words = beginning.match(wordPattern) ?? []
  const perWord = (pattern: RegExp) => count(beginning, pattern) / Math.max(1, words.length)
  return {
    lines: counts,
    lineCount: lines.length,
    first: lineKinds.flatMap(({ kind, pattern }) => (lines[0] !== undefined && pattern.test(lines[0]) ? kind : [])),
    words,
    measures: {
      letters: characters.letters / shown,
      digits: characters.digits / shown,
      signs: characters.signs / shown,
      sentences: (20 * count(beginning, sentenceEnd)) / Math.max(40, shown / 5),
      proseLines: prose / Math.max(1, beginning.length),
      fragmentLines: fragments / Math.max(1, lines.length),
      quotations: perWord(/["\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D]/g) * 5,
      capitalised: perWord(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}/gu) * 4,
      identifiers: perWord(/[a-z][A-Z]|\w_\w|[a-z]\.[a-z]\w+\b(?!\/)|(?<=\s)--?[a-z]|\w\(\)|::|\/\w+\//g) * 5,
      versions: perWord(/\bv?\d+\.\d+\.\d|\d:\d[\w.+~]*-\d/g) * 10,
      links: perWord(/\bhttps?:\/\/|\bwww\.|\]\(|\w@\w/g) * 10,
      tags: perWord(/<\/?[a-z!][^<>\n]{0,200}>|&\w+;/g) * 10,
      ticks: perWord(/`/g) * 10,
      blank: (all.length - lines.length) / all.length,
      longLines: long / Math.max(1, lines.length),
      lineLength: Math.min(1, shown / Math.max(1, lines.length) / 400),
      length: Math.min(1, Math.log2(1 + words.length) / 14)
    }
  }
}

const wordPattern = /[\p{L}\p{M}][\p{L}\p{M}'\u2019]*/gu

interface CharacterCounts {
  readonly letters: number
  readonly digits: number
  readonly signs: number
  /** All but white space. */
  readonly shown: number
}

function characterCounts(text: string): CharacterCounts {
  let letters = 0
  let digits = 0
  let spaces = 0
  for (let at = 0; at < text.length; at++) {
    const kind = characterClass(text.charCodeAt(at))
    if (kind === letter || kind === surrogate) letters++
    else if (kind === space) spaces++
    else if (kind === digit) digits++
  }
  return { letters, digits, signs: signsIn(text), shown: text.length - spaces }
}

/** A stop in any script, maybe with a closing mark, before white space or the end. */
const sentenceEnd =
  /[.!?\u2026\u061F\u06D4\u0964]["'\u201D\u2019\u00BB)\]]?(?=\s)|[\u3002\uFF01\uFF1F]|[.!?]["'\u201D\u2019\u00BB)]?$/g

/** Signs that prose has few of. */
function signsIn(text: string): number {
  return count(text, /[{}[\]<>=_/\\|#@*`~^$%&+]/g)
}

/** Words of a line; scripts without spaces have about one for two characters. */
function wordCount(line: string): number {
  const words = count(line, /\S+/g)
  return words > 3
    ? words
    : words + count(line, /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Mymr}]{2}/gu)
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) found++
  return found
}

function lastLineEnd(text: string): number {
  const end = text.lastIndexOf('\n', measuredLength)
  return end > measuredLength / 2 ? end : measuredLength
}
