import { isAgency } from './agencies'
import type { Dateline, Span, Token } from './article'
import { startsUpper } from './characters'

/**
 * What stands around a possible dateline. `isNearTop`: at most a headline and a line below it stand before.
 * `sharesLabels`: other paragraphs begin with "NAME:" too, so it is a transcript.
 */
export interface DatelineContext {
  readonly isFirstBody: boolean
  readonly isNearTop: boolean
  readonly sharesLabels: boolean
}

/**
 * The dateline at the beginning of the tokens `[first, end)` of a paragraph: places, date and agency, closed by a dash or a colon,
 * or a line of its own ("LONDON 1996-08-30", "GENEVA | Reuters"). Looks at no more than `longestDateline` tokens.
 */
export function readDateline(
  tokens: readonly Token[],
  first: number,
  end: number,
  context: DatelineContext
): Dateline | null {
  const limit = Math.min(end, first + longestDateline)
  const places = readPlaces(tokens, first, limit)
  let at = places.next
  const early = readAgency(tokens, at, limit) ?? readAgency(tokens, skipText(tokens, at, limit, ','), limit)
  at = early?.next ?? at
  const date = readDate(tokens, skipText(tokens, at, limit, ','), limit)
  at = date?.next ?? at
  const agency = early ?? readAgency(tokens, at, limit)
  at = agency === null ? at : Math.max(at, agency.next)
  const closing = tokens[at]
  const start = tokens[first]
  if (start === undefined || at === first) return null
  const isWholeLine = at >= end
  const closes = !isWholeLine && at < limit && closing !== undefined && isClosing(closing, tokens[at + 1])
  const span = { start: start.start, end: (closes ? closing : (tokens[at - 1] ?? start)).end }
  const found: Dateline = { ...span, places: places.spans, date: date?.span ?? null, agency: agency?.span ?? null }
  if (closes && closing !== undefined)
    return isBelievable(tokens, first, at, end, places, found, closing, context) ? found : null
  if (isWholeLine && places.spans.length > 0 && places.isCapital && (date !== null || agency !== null)) return found
  // "(CNN)Text": older web copy has no dash behind the agency.
  const isGluedAgency =
    agency !== null && isKnownAgency(tokens, agency) && (places.spans.length === 0 || places.isCapital)
  return isGluedAgency && closing !== undefined && startsUpper(closing.text, 0) ? found : null
}

const longestDateline = 36

interface Places {
  readonly spans: readonly Span[]
  readonly isCapital: boolean
  readonly next: number
}

interface Part {
  readonly span: Span
  readonly first: number
  readonly next: number
}

const dashes = new Set(['--', '---', '\u2014', '\u2013', '-', '\u2015'])

function isClosing(token: Token, next: Token | undefined): boolean {
  return (dashes.has(token.text) || token.text === ':') && next !== undefined
}

/** Words that stand before a colon or a dash like a place but label the text. */
const labels = new Set(
  (
    'WATCH UPDATE UPDATED BREAKING EXCLUSIVE VIDEO AUDIO PHOTOS LIVE OPINION ANALYSIS EXPLAINER FACTBOX CORRECTED CORRECTION RPT REFILE NOTE ' +
    'EDITOR EDITORIAL COMMENT COMMENTARY INTERVIEW FEATURE PROFILE TIMELINE REVIEW QUESTION ANSWER Q A ALERT URGENT DEVELOPING READ MORE ' +
    'SOCCER CRICKET TENNIS RUGBY GOLF BASEBALL BASKETBALL HOCKEY CYCLING BOXING ATHLETICS SWIMMING SKIING MOTOR RACING POLL REPORT'
  ).split(' ')
)

function isBelievable(
  tokens: readonly Token[],
  first: number,
  at: number,
  end: number,
  places: Places,
  found: Dateline,
  closing: Token,
  context: DatelineContext
): boolean {
  const next = tokens[at + 1]
  if (next === undefined || at + 1 >= end || at + 1 - first > longestDateline) return false
  if (found.agency !== null) return places.spans.length > 0 || isAgency(textOf(tokens, first, at).replace(/[()]/g, ''))
  if (places.spans.length === 0) return false
  if (!places.isCapital) return found.date !== null && closing.text !== ':' && context.isFirstBody
  if (tokens.slice(first, at).some((token) => labels.has(token.text))) return false
  if (found.date !== null) return true
  if (isAllCapitals(next.text) && isAllCapitals(tokens[at + 2]?.text ?? '')) return false
  if (closing.text === ':') return context.isFirstBody && !context.sharesLabels
  const isSpaced = (tokens[at - 1]?.end ?? closing.start) < closing.start && closing.end < next.start
  // "IBM - once the largest of all - plans to stay": an insertion goes on in small letters.
  return (
    closing.text !== '-' || (!/^\p{Ll}/u.test(next.text) && (context.isFirstBody || (context.isNearTop && isSpaced)))
  )
}

function textOf(tokens: readonly Token[], first: number, end: number): string {
  return tokens
    .slice(first, end)
    .map((token) => token.text)
    .join(' ')
}

/** "BEIRUT/JERUSALEM", "BEIRUT, Lebanon", "WASHINGTON, D.C.", "GAZA CITY, Gaza Strip", or in small letters "Jerusalem". */
function readPlaces(tokens: readonly Token[], first: number, limit: number): Places {
  const spans: Span[] = []
  let at = first
  let isCapital = false
  for (;;) {
    const place = readName(tokens, at, limit)
    if (place === null) break
    const capital = isAllCapitals(tokens[at]?.text ?? '')
    if (spans.length === 0) isCapital = capital
    else if (capital !== isCapital && tokens[at - 1]?.text !== ',') break
    spans.push(place.span)
    at = place.next
    const separator = tokens[at]?.text
    const isJoined = separator === '/' || separator === ',' || separator === '&' || (separator === 'and' && isCapital)
    if (
      !isJoined ||
      spans.length >= 4 ||
      readDate(tokens, at + 1, limit) !== null ||
      readAgency(tokens, at, limit) !== null
    )
      break
    const following = readName(tokens, at + 1, limit)
    if (following === null) break
    at++
  }
  return { spans, isCapital, next: at }
}

const placeParticles = new Set([
  'al',
  'de',
  'del',
  'la',
  'el',
  'of',
  'the',
  'le',
  'les',
  'sur',
  'am',
  'upon',
  'da',
  'do',
  'di'
])

/** Up to four capitalised words in one style; behind capitals a capitalised word begins the news, not the place. */
function readName(tokens: readonly Token[], first: number, limit: number): Part | null {
  const head = tokens[first]
  if (head === undefined || first >= limit || !isPlaceWord(head)) return null
  const capital = isAllCapitals(head.text)
  let next = first + 1
  while (next < limit && next < first + 5) {
    const token = tokens[next]
    if (token === undefined) break
    const following = tokens[next + 1]
    const isParticle = placeParticles.has(token.text) && following !== undefined && isPlaceWord(following)
    if (!isParticle && (!isPlaceWord(token) || isAllCapitals(token.text) !== capital || isMonthOrDay(token.text))) break
    next++
  }
  return isMonthOrDay(head.text)
    ? null
    : { span: { start: head.start, end: tokens[next - 1]?.end ?? head.end }, first, next }
}

function isPlaceWord(token: Token): boolean {
  return token.kind === 'word' && startsUpper(token.text, 0)
}

/** At least two letters and none of them small; "D.C." and "AL-QAIM" count. */
function isAllCapitals(word: string): boolean {
  return word.length > 1 && startsUpper(word, 0) && word === word.toUpperCase() && word !== word.toLowerCase()
}

const months =
  'jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december'
const days = 'mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday'
const monthNames = new Set(months.split(' '))
const dayNames = new Set(days.split(' '))

const bare = (word: string) => word.toLowerCase().replace(/\.$/, '')
const isMonth = (word: string | undefined) => word !== undefined && monthNames.has(bare(word))
const isDay = (word: string | undefined) => word !== undefined && dayNames.has(bare(word))
const isMonthOrDay = (word: string) => isMonth(word) || isDay(word)
const isDayNumber = (word: string | undefined) =>
  word !== undefined && /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(word)
const isYear = (word: string | undefined) => word !== undefined && /^(?:19|20)\d\d$/.test(word)

/** "Feb. 21", "March 3, 2024", "3 March 2024", "Monday", "Wed Feb 21", "1996-08-30", "03/04/2024", each also in brackets. */
export function readDate(tokens: readonly Token[], from: number, limit: number): Part | null {
  const bracketed = tokens[from]?.text === '('
  const first = bracketed ? from + 1 : from
  let at = first
  if (/^\d{4}-\d\d-\d\d$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(tokens[at]?.text.slice(0, 12) ?? '')) {
    at++
  } else {
    if (isDay(tokens[at]?.text)) at = skipText(tokens, at + 1, limit, ',')
    if (isMonth(tokens[at]?.text) && isDayNumber(tokens[at + 1]?.text)) at += 2
    else if (isDayNumber(tokens[at]?.text) && isMonth(tokens[at + 1]?.text)) at += 2
    else if (isMonth(tokens[at]?.text) && isYear(tokens[at + 1]?.text)) at += 1
    if (at > first && isYear(tokens[at]?.text)) at++
    else if (at > first && tokens[at]?.text === ',' && isYear(tokens[at + 1]?.text)) at += 2
  }
  if (at > first && tokens[at - 1]?.text === ',') at--
  const start = tokens[first]
  const last = tokens[at - 1]
  if (at === first || at > limit || start === undefined || last === undefined) return null
  if (bracketed && tokens[at]?.text !== ')') return null
  return { span: { start: start.start, end: last.end }, first, next: bracketed ? at + 1 : at }
}

/** "(Xinhua)", "(AP)", "(Agence France-Presse)", "| Reuters", ", AP". */
function readAgency(tokens: readonly Token[], from: number, limit: number): Part | null {
  const opening = tokens[from]?.text
  if (opening === '|' || opening === ',') {
    let next = from + 1
    while (next < limit && next < from + 4 && tokens[next]?.kind === 'word') next++
    for (; next > from + 1; next--) {
      const part = partOf(tokens, from + 1, next, next)
      if (part !== null && isKnownAgency(tokens, part)) return part
    }
    return null
  }
  if (opening !== '(') return null
  let next = from + 1
  while (next < limit && next < from + 7 && tokens[next]?.text !== ')') next++
  const head = tokens[from + 1]
  if (tokens[next]?.text !== ')' || next >= limit || head === undefined || head.kind !== 'word') return null
  const part = partOf(tokens, from + 1, next, next + 1)
  return part !== null && (startsUpper(head.text, 0) || isKnownAgency(tokens, part)) && !isMonthOrDay(head.text)
    ? part
    : null
}

function partOf(tokens: readonly Token[], first: number, end: number, next: number): Part | null {
  const start = tokens[first]
  const last = tokens[end - 1]
  return start === undefined || last === undefined || end <= first
    ? null
    : { span: { start: start.start, end: last.end }, first, next }
}

function isKnownAgency(tokens: readonly Token[], part: Part): boolean {
  const names = []
  for (let at = part.first; (tokens[at]?.end ?? Infinity) <= part.span.end; at++) names.push(tokens[at]?.text)
  return isAgency(names.join(' '))
}

function skipText(tokens: readonly Token[], at: number, limit: number, text: string): number {
  return at < limit && tokens[at]?.text === text ? at + 1 : at
}
