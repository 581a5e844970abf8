import { isSameWording } from '../reuseIndex'
import { unpackNumbers } from './codes'
import { fieldsOf, type KeyedRecord } from './keys'

/** Finds versions of the same quote in wordings that come by run of words, in order: each is compared with the one before, as `wordingLists` has them. */
export interface WordingEdges {
  /** Throws when the record is damaged. */
  accept(record: KeyedRecord): void
}

interface Listed {
  readonly run: string
  readonly wording: string
  readonly value: string
}

export function wordingEdges(found: (one: string, other: string) => void): WordingEdges {
  let last: Listed | undefined
  return {
    accept({ key, value }) {
      const [run = '', wording = ''] = fieldsOf(key)
      const before = last
      if (before?.run === run && before.wording === wording) return
      last = { run, wording, value }
      if (before?.run === run && areSame(before.value, value)) found(before.wording, wording)
    }
  }
}

function areSame(one: string, other: string): boolean {
  const [wordsOfOne, runsOfOne] = read(one)
  const [wordsOfOther, runsOfOther] = read(other)
  return isSameWording(wordsOfOne, stretch(runsOfOne), wordsOfOther, stretch(runsOfOther))
}

function read(value: string): readonly [words: number, runs: string] {
  return JSON.parse(value) as readonly [number, string]
}

function stretch(packed: string) {
  const prints = unpackNumbers(packed)
  return { prints, from: 0, to: prints.length }
}
