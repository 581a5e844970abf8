import type { Gender } from './nouns'

export type PronounKind = 'he' | 'she' | 'it' | 'they' | 'who' | 'which' | 'i' | 'we' | 'each'

/** A pronoun as the resolver sees it. `owner` is true for "his", "whose" and their like, which come before what they own. */
export interface PronounSense {
  readonly kind: PronounKind
  readonly owner: boolean
  readonly reflexive: boolean
  readonly gender: Gender | null
}

/** Looks a pronoun up as the text writes it, in lower case or with a capital. */
export function pronounSense(word: string): PronounSense | undefined {
  return senses.get(word)
}

/** Whether a word may stand for somebody: "she", "whose". */
export function isPronoun(word: string): boolean {
  return senses.has(word)
}

const table: readonly [string, PronounKind][] = [
  ['he him his himself', 'he'],
  ['she her hers herself', 'she'],
  ['it its itself', 'it'],
  ['they them their theirs themselves themself', 'they'],
  ['who whom whose', 'who'],
  ['which that', 'which'],
  ['I me my mine myself', 'i'],
  ['we us our ours ourselves', 'we'],
  ['each both', 'each']
]
const owners = new Set(['his', 'her', 'its', 'their', 'whose', 'my', 'our'])

function buildSenses(): Map<string, PronounSense> {
  const found = new Map<string, PronounSense>()
  for (const [words, kind] of table) {
    for (const word of words.split(' ')) {
      const gender = kind === 'he' ? 'male' : kind === 'she' ? 'female' : null
      const sense: PronounSense = { kind, owner: owners.has(word), reflexive: word.includes('sel'), gender }
      found.set(word, sense)
      found.set(word.charAt(0).toUpperCase() + word.slice(1), sense)
    }
  }
  return found
}

const senses = buildSenses()
