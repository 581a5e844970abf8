import { mapped } from '../../../util/mapped'
import type { NamedMention } from '../../analysis'
import { givenNameGender } from '../lexicon/givenNames'
import { personWords, wordsOf, type WrittenName } from './nameKey'
import { distinctions, mayTellApart, type Distinction } from './toldApart'

/**
 * Gathers the mentions of each distinct written name, in order of first appearance. One that several bear (`toldApart`) is
 * one entry for each of them, and one for the mentions that do not say whose they are.
 */
export function gatherWrittenNames(text: string, names: readonly NamedMention[]): readonly WrittenName[] {
  const byKey = new Map<string, Written[]>()
  names.forEach((mention, index) => {
    const whole = text.slice(mention.start, mention.end)
    const completed = sharedLastName(text, names, index)
    const written = completed ?? (mention.type === 'person' ? personWords(whole) : wordsOf(whole))
    const key = written.join(' ').toLowerCase()
    const known = byKey.get(key)
    const one = { index, written, completed: completed !== null }
    if (known) known.push(one)
    else byKey.set(key, [one])
  })
  const gathered: WrittenName[] = []
  const mayTell = mayTellApart(text)
  for (const all of byKey.values()) {
    const words = mapped(all[0]!.written, (word) => word.toLowerCase())
    const mentions = mapped(all, ({ index }) => names[index]!)
    const told = mayDiffer(mentions) ? distinctions(text, mentions, words, mayTell) : null
    if (told) gathered.push(...divided(all, words, told, names))
    else gathered.push(entryOf(all, words, null, names))
  }
  return gathered.sort((a, b) => a.mentions[0]! - b.mentions[0]!)
}

interface Written {
  readonly index: number
  readonly written: readonly string[]
  /** The words are not all the mention's own. */
  readonly completed: boolean
}

function mayDiffer(mentions: readonly NamedMention[]): boolean {
  return mentions.length > 1 && mentions.some(({ type }) => type === 'person')
}

function divided(
  all: readonly Written[],
  words: readonly string[],
  told: readonly (Distinction | null)[],
  names: readonly NamedMention[]
): readonly WrittenName[] {
  return [...new Set(told.map((one) => one?.kind))].map((kind) =>
    entryOf(
      all.filter((_, at) => told[at]?.kind === kind),
      words,
      told.find((one) => one?.kind === kind) ?? null,
      names
    )
  )
}

function entryOf(
  all: readonly Written[],
  words: readonly string[],
  told: Distinction | null,
  names: readonly NamedMention[]
): WrittenName {
  const votes = { person: 0, organization: 0, group: 0, place: 0 }
  for (const { index } of all) votes[names[index]!.type]++
  const { written } = all[0]!
  const completed = all.every((one) => one.completed)
  return {
    words,
    written,
    toldApart: told?.kind ?? null,
    shown: told && words.length === 1 ? `${told.written} ${written[0]}` : completed ? written.join(' ') : null,
    mentions: mapped(all, (one) => one.index),
    votes
  }
}

/** "Tom and Ana Barrow": a given name alone before a full name of the same family. Null for any other mention. */
function sharedLastName(text: string, names: readonly NamedMention[], index: number): readonly string[] | null {
  const mention = names[index]!
  const next = names[index + 1]
  if (
    mention.type !== 'person' ||
    next?.type !== 'person' ||
    !/^ (?:and|&) $/.test(text.slice(mention.end, next.start))
  )
    return null
  const own = personWords(text.slice(mention.start, mention.end))
  const other = personWords(text.slice(next.start, next.end))
  return own.length === 1 && other.length === 2 && givenNameGender(own[0]!) ? [own[0]!, other[1]!] : null
}
