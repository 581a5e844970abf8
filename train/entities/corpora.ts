import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface GoldEntity { readonly start: number, readonly end: number, readonly type: string }
/** `complete`: every name of person, organization and place is annotated. `others`: names that are neither are too. */
export interface GoldArticle {
  readonly id: string
  readonly set: string
  readonly text: string
  readonly entities: readonly GoldEntity[]
  readonly others: boolean
}

const gold = (file: string) => fileURLToPath(new URL(`../../../shared/gold/${file}`, import.meta.url))

/** Reads JSON Lines of ../shared/gold. Throws, naming the file, when it is not there. */
export function readGold(file: string): Record<string, unknown>[] {
  let text: string
  try { text = readFileSync(gold(file), 'utf8') } catch { throw new Error(`training needs ../shared/gold/${file}, which is not part of this project`) }
  return text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** A set of annotated names. Only CoNLL-2003 annotates names that are neither person, organization nor place. */
export function readNames(set: 'conll2003-train' | 'conll2003-dev' | 'polnear-entities-dev' | 're3d-train'): GoldArticle[] {
  return readGold(`entities/${set}.jsonl`).map((line) => ({ id: String(line['id']), set, text: String(line['text']), entities: line['entities'] as GoldEntity[], others: set.startsWith('conll') }))
}
