import type { Byline, Span, Token } from './article'
import { startsUpper } from './characters'

/**
 * The byline that the tokens `[first, end)` of a whole paragraph are: "By Jane Doe and John Smith", "By JANE DOE, Staff Writer",
 * "Reporting by Jane Doe in Tel Aviv". `bareNames` also takes a line of names alone ("Jane Doe", "Jane Doe, AP"), which is one only
 * between headline and news.
 */
export function readByline(tokens: readonly Token[], first: number, end: number, bareNames: boolean): Byline | null {
  if (end - first > longestByline || end <= first) return null
  const opening = openingLength(tokens, first)
  if (opening === 0 && !bareNames) return null
  const names: Span[] = []
  let at = first + opening
  for (;;) {
    const name = readPersonName(tokens, at, end)
    if (name === null) break
    names.push(name.span)
    at = name.next
    const separator = tokens[at]?.text
    if (at >= end || (separator !== ',' && separator !== 'and' && separator !== '&' && separator !== ';')) break
    const skip = separator === ',' && tokens[at + 1]?.text === 'and' ? 2 : 1
    const next = readPersonName(tokens, at + skip, end)
    if (next === null || (separator === ',' && isAffiliation(tokens, at + skip, next.next))) break
    at += skip
  }
  const start = tokens[first]
  const last = tokens[end - 1]
  if (names.length === 0 || start === undefined || last === undefined || !isTail(tokens, at, end)) return null
  if (opening === 0 && (at < end || names.length > 3)) return null
  return { start: start.start, end: last.end, names }
}

/** In tokens. */
const longestByline = 40

const openings = new Set([
  'by',
  'reporting by',
  'written by',
  'reported by',
  'story by',
  'text by',
  'words by',
  'posted by',
  'author :',
  'authors :',
  'by :'
])

/** How many tokens the opening has; 0 when there is none. */
function openingLength(tokens: readonly Token[], first: number): number {
  const word = (offset: number) => tokens[first + offset]?.text.toLowerCase() ?? ''
  if (openings.has(`${word(0)} ${word(1)}`)) return 2
  return openings.has(word(0)) && startsUpper(tokens[first]?.text ?? '', 0) ? 1 : 0
}

const particles = new Set([
  'de',
  'del',
  'della',
  'da',
  'di',
  'du',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'bin',
  'ibn',
  'bint',
  'al',
  'el',
  'abu',
  'dos',
  'y',
  'e'
])

/** Two to six capitalised words with initials and particles; one alone only when it is all that the line says. */
function readPersonName(
  tokens: readonly Token[],
  first: number,
  end: number
): { readonly span: Span; readonly next: number } | null {
  const start = tokens[first]
  if (first >= end || start === undefined || !isNameWord(start)) return null
  let next = first + 1
  while (next < end && next < first + 6) {
    const token = tokens[next]
    if (token === undefined || !(isNameWord(token) || particles.has(token.text))) break
    next++
  }
  while (particles.has(tokens[next - 1]?.text ?? '')) next--
  return { span: { start: start.start, end: tokens[next - 1]?.end ?? start.end }, next }
}

function isNameWord(token: Token): boolean {
  return (
    token.kind === 'word' &&
    (startsUpper(token.text, 0) || /^(?:al|el|an|ad|as|ash|d|l)[-\u2019'\u2010]/.test(token.text)) &&
    !openings.has(token.text.toLowerCase())
  )
}

const affiliations = new Set(
  (
    'staff senior chief special correspondent reporter writer editor bureau press news service agency times post herald journal tribune ' +
    'associated reuters ap afp xinhua bloomberg cnn bbc contributor columnist political foreign national diplomatic'
  ).split(' ')
)

function isAffiliation(tokens: readonly Token[], first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (affiliations.has(tokens[at]?.text.toLowerCase() ?? '')) return true
  return false
}

/** What may follow the names: an affiliation, a place, a date, never a sentence. */
function isTail(tokens: readonly Token[], at: number, end: number): boolean {
  if (at >= end) return true
  const head = tokens[at]?.text ?? ''
  if (!(
    head === ',' ||
    head === '|' ||
    head === '(' ||
    head === '/' ||
    head === '-' ||
    head === '\u2013' ||
    head === '\u2014' ||
    head === '\u2022' ||
    head === 'in' ||
    head === 'for' ||
    head === 'at' ||
    head === 'of' ||
    head === '.'
  ))
    return false
  const last = tokens[end - 1]?.text ?? ''
  return end - at <= 24 && (end - at === 1 || (last !== '.' && last !== '!' && last !== '?'))
}
