import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface GoldEntity {
  readonly start: number
  readonly end: number
  readonly type: string
}
/** `others`: names that are neither person, organization nor place are annotated too. */
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
  try {
    text = readFileSync(gold(file), 'utf8')
  } catch {
    throw new Error(`training needs ../shared/gold/${file}, which is not part of this project`)
  }
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** A set of annotated names. Only CoNLL-2003 annotates names that are neither person, organization nor place. */
export function readNames(set: 'conll2003-train' | 'conll2003-dev' | 'polnear-entities-dev'): GoldArticle[] {
  return readGold(`entities/${set}.jsonl`).map((line) => ({
    id: String(line['id']),
    set,
    text: String(line['text']),
    entities: line['entities'] as GoldEntity[],
    others: set.startsWith('conll')
  }))
}

/** The four seed articles: only ever scored, never trained on. */
export function readSeeds(): GoldArticle[] {
  return readGold('seeds/seeds-gold.jsonl').map((line) => ({
    id: String(line['id']),
    set: 'seeds',
    text: readFileSync(
      fileURLToPath(new URL(`../../../shared/seeds/${String(line['file'])}`, import.meta.url)),
      'utf8'
    ),
    entities: line['entities'] as GoldEntity[],
    others: false
  }))
}

/** Texts of US political news without annotated names (PolNeAR's training part), each once. */
export function readUnlabelled(): GoldArticle[] {
  const scored = new Set(readNames('polnear-entities-dev').map(({ text }) => text))
  const texts = new Map<string, string>()
  for (const line of readGold('quotes/polnear-train.jsonl'))
    if (!scored.has(String(line['text']))) texts.set(String(line['text']), String(line['id']))
  return [...texts].map(([text, id]) => ({ id, set: 'silver', text, entities: [], others: false }))
}

/** The beginnings of articles written as headlines: every longer word with a capital, or all in capitals. */
export function asHeadlines(articles: readonly GoldArticle[]): GoldArticle[] {
  return articles.flatMap((article, at) => {
    if (at % 3 !== 0) return []
    const end = article.text.split('\n').slice(0, 6).join('\n').length
    const text = article.text.slice(0, end)
    const written =
      at % 2 === 0
        ? text.replace(/(?<![\p{L}'\u2019])[a-z](?=[a-z]{3})/gu, (letter) => letter.toUpperCase())
        : text.replace(/[a-z]/g, (letter) => letter.toUpperCase())
    return [
      {
        ...article,
        id: `${article.id} headline`,
        set: `${article.set} headlines`,
        text: written,
        entities: article.entities.filter((entity) => entity.end <= end)
      }
    ]
  })
}
