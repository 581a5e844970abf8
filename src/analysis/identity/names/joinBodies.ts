import { nounSense } from '../lexicon/nouns'
import { acronymsOf, bodyKey, isAcronym, isTrade, placeKey, wellKnownKey } from './bodyNames'
import type { DisjointSets } from './disjointSets'
import type { WrittenName } from './nameKey'

export type NameClass = 'person' | 'body' | 'place'

/** Joins the written names of bodies and places: other ways to write them, acronyms, and names that leave words out. */
export function joinBodies(written: readonly WrittenName[], classes: readonly NameClass[], sets: DisjointSets): void {
  const known = new Map<string, number>()
  const joinBy = (key: string, index: number) => {
    const other = known.get(key)
    if (other === undefined) known.set(key, index)
    else sets.join(other, index)
  }
  written.forEach((entry, index) => {
    if (classes[index] === 'person') return
    joinBy(wellKnownKey(entry.words), index)
    joinBy(classes[index] === 'place' ? `place ${placeKey(entry.words)}` : `body ${bodyKey(entry.words)}`, index)
  })
  joinAcronyms(written, classes, sets)
  joinTails(written, classes, sets)
  joinHeads(written, classes, sets)
}

function joinAcronyms(written: readonly WrittenName[], classes: readonly NameClass[], sets: DisjointSets): void {
  const longForms = new Map<string, number>()
  written.forEach((entry, index) => {
    if (classes[index] === 'person') return
    for (const acronym of acronymsOf(entry.words))
      if (acronym.length > 1 && !longForms.has(acronym)) longForms.set(acronym, index)
  })
  written.forEach((entry, index) => {
    if (!isAcronym(entry.written)) return
    const long = longForms.get(entry.words[0]!)
    if (long !== undefined && long !== index) sets.join(long, index)
  })
}

/** "the Supreme Court" of "the U.S. Supreme Court": the last words of one longer body's name, at least two or a word for a body. */
function joinTails(written: readonly WrittenName[], classes: readonly NameClass[], sets: DisjointSets): void {
  const mayBeTail = ({ words }: WrittenName, index: number) =>
    classes[index] === 'body' && (words.length > 1 || saysWhatItIs(words[0]!))
  // Of a long name only the tails are made that are as long as some other name with its last word.
  const lengths = new Map<string, Set<number>>()
  written.forEach((entry, index) => {
    if (!mayBeTail(entry, index)) return
    const last = entry.words.at(-1)!
    const known = lengths.get(last)
    if (known) known.add(entry.words.length)
    else lengths.set(last, new Set([entry.words.length]))
  })
  const tails = new Map<string, number>()
  written.forEach(({ words }, index) => {
    if (classes[index] !== 'body') return
    for (const length of lengths.get(words.at(-1)!) ?? []) {
      if (length >= words.length) continue
      const tail = words.slice(-length).join(' ')
      const other = tails.get(tail)
      tails.set(tail, other === undefined || (other >= 0 && sets.find(other) === sets.find(index)) ? index : -1)
    }
  })
  written.forEach((entry, index) => {
    const long = mayBeTail(entry, index) ? tails.get(entry.words.join(' ')) : undefined
    if (long !== undefined && long >= 0) sets.join(long, index)
  })
}

/** "Tamarind" of "Tamarind Engineering": what a firm's name leaves out says only its trade, and one longer name begins so. */
function joinHeads(written: readonly WrittenName[], classes: readonly NameClass[], sets: DisjointSets): void {
  const heads = new Map<string, number>()
  written.forEach((entry, index) => {
    if (classes[index] !== 'body') return
    for (let end = entry.words.length - 1; end > 0 && isTrade(entry.words[end]!); end--) {
      const head = entry.words.slice(0, end).join(' ')
      const other = heads.get(head)
      heads.set(head, other === undefined || (other >= 0 && sets.find(other) === sets.find(index)) ? index : -1)
    }
  })
  written.forEach((entry, index) => {
    const long = classes[index] === 'body' ? heads.get(entry.words.join(' ')) : undefined
    if (long !== undefined && long >= 0) sets.join(long, index)
  })
}

/** "the Commission" of one commission in the text. */
function saysWhatItIs(word: string): boolean {
  const sense = nounSense(word)
  return sense?.kind === 'organization' && sense.number === 'one'
}
