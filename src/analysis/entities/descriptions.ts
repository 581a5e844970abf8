import type { Span } from '../../article'
import type { EntityType } from '../analysis'
import { honorifics, roleModifiers, roleNouns } from './roleWords'
import type { Words } from './words'

/** A name as words: half open indexes into `Words`. */
export interface WordSpan {
  readonly first: number
  readonly last: number
  readonly type: EntityType
}

/**
 * The title or role that introduces a name ("Finance Minister" Carla Mendes), or the apposition that follows it
 * (Mark Lane, "the former ambassador"), without the name; null when there is none. `isName` says which words belong to
 * names, so that a title may contain them ("Acme legal chief") and does not run through another person.
 */
export function describeName(
  text: string,
  words: Words,
  name: WordSpan,
  typeAt: (word: number) => EntityType | null
): Span | null {
  return titleBefore(text, words, name, typeAt) ?? appositionAfter(text, words, name, typeAt)
}

const longestDescription = 12

function titleBefore(
  text: string,
  words: Words,
  name: WordSpan,
  typeAt: (word: number) => EntityType | null
): Span | null {
  if (name.type !== 'person') return null
  const sentence = words.sentence[name.first]
  let at = name.first - 1
  // "Counsel for Reid", "the mayor and Reid": the role is another's.
  if (/^(?:,|of|for|the|and)$/.test(lower(text, words, at))) return null
  let address = at
  while (address >= 0 && isAddress(lower(text, words, address))) address--
  if (address < at && /^(?:of|for)$/.test(lower(text, words, address)))
    return { start: words.start[address + 1]!, end: words.end[at]! }
  let first = -1
  let role = false
  for (let steps = 0; at >= 0 && words.sentence[at] === sentence && steps < longestDescription; at--, steps++) {
    const word = lower(text, words, at)
    const bare = word.endsWith('.') ? word.slice(0, -1) : word
    // "Gov." is two words, the stop on its own.
    if (word === '.' && honorifics.has(lower(text, words, at - 1)) && words.end[at - 1] === words.start[at]) continue
    if (roleNouns.has(bare) || honorifics.has(bare)) {
      role = true
      first = at
      continue
    }
    // Before the role is met only what it governs may stand: "Secretary | of State", "leader | of the Labour Party".
    if (!role && !isCapitalized(text, words, at) && word !== 'of' && word !== 'for' && word !== 'the' && word !== 'and')
      break
    if (calendarWords.has(bare)) break
    const named = typeAt(at)
    if (named === 'person') break
    if (word === "'s" || word === '\u2019s') {
      if (typeAt(at - 1) && typeAt(at - 1) !== 'person') continue
      break
    }
    if (named !== null || roleModifiers.has(bare) || isCapitalized(text, words, at) || isNationality(bare)) {
      if (role) first = at
      continue
    }
    if (word === 'of' || word === 'for' || word === 'the' || word === 'and' || word === '-' || word === '&') continue
    break
  }
  return role ? { start: words.start[first]!, end: words.end[name.first - 1]! } : null
}

/** "Mr" or "Sen.", and a full stop that stands by itself. */
function isAddress(word: string): boolean {
  return word === '.' || honorifics.has(word.replace(/\.$/, ''))
}

function appositionAfter(
  text: string,
  words: Words,
  name: WordSpan,
  typeAt: (word: number) => EntityType | null
): Span | null {
  if (name.type !== 'person' && name.type !== 'organization') return null
  const sentence = words.sentence[name.first]
  let at = name.last
  if (lower(text, words, at) !== ',') return null
  at++
  // "Ann Lee, 43, a nurse": the age is stepped over.
  if (/^\d{1,3}$/.test(lower(text, words, at)) && lower(text, words, at + 1) === ',') at += 2
  const first = at
  let role = false
  for (let steps = 0; at < words.count && words.sentence[at] === sentence && steps < 20; at++, steps++) {
    const word = lower(text, words, at)
    if (
      word === ',' ||
      word === '.' ||
      word === ';' ||
      word === ':' ||
      word === '\u2014' ||
      word === '"' ||
      word === '\u201c' ||
      word === '('
    )
      break
    if (
      steps === 0 &&
      !determiners.has(word) &&
      !roleNouns.has(word) &&
      !roleModifiers.has(word) &&
      typeAt(at) === null &&
      !isNationality(word)
    )
      return null
    if (steps > 0 && clauseStarts.has(word)) break
    if (roleNouns.has(word) || (name.type === 'organization' && bodyNouns.has(word))) role = true
  }
  // A description ends at a comma, a clause or the sentence's end, and says a role or what kind of body it is.
  if (!role || (at >= words.count && at === first)) return null
  if (lower(text, words, first) === 'who' || lower(text, words, first) === 'which') return null
  return { start: words.start[first]!, end: words.end[at - 1]! }
}

const calendarWords = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december'
])
const determiners = new Set(['a', 'an', 'the', 'his', 'her', 'its', 'their', 'one', 'another'])
const clauseStarts = new Set([
  'who',
  'which',
  'that',
  'said',
  'says',
  'told',
  'was',
  'were',
  'is',
  'are',
  'has',
  'had',
  'have',
  'will',
  'would'
])
const bodyNouns = new Set([
  'group',
  'movement',
  'party',
  'company',
  'agency',
  'organization',
  'organisation',
  'network',
  'union',
  'firm',
  'bank',
  'newspaper',
  'militia',
  'army',
  'charity',
  'body',
  'watchdog',
  'committee',
  'institute',
  'institution',
  'university',
  'think-tank',
  'tank',
  'faction',
  'club',
  'team',
  'alliance',
  'coalition'
])

function lower(text: string, words: Words, at: number): string {
  return at < 0 || at >= words.count ? '' : text.slice(words.start[at], words.end[at]).toLowerCase()
}

function isCapitalized(text: string, words: Words, at: number): boolean {
  const unit = text.charAt(words.start[at]!)
  return unit !== unit.toLowerCase()
}

function isNationality(word: string): boolean {
  return /(?:ian|ish|ese|eli|aqi|ani|ean)$/.test(word) && word.length > 5
}
