import { readFile } from 'node:fs/promises'
import type { Figure } from './score'

type Pieces = readonly (readonly [number, number])[]

interface GoldDocument {
  readonly id: string
  readonly quotes: readonly { readonly required: boolean; readonly speaker: string; readonly content: Pieces }[]
}

interface PredictedDocument {
  readonly id: string
  readonly quotes: readonly { readonly content: Pieces }[]
}

/** The output of `links --format json`. */
export interface PredictedLinks {
  readonly speakers: readonly {
    readonly id: string
    readonly name: string
    readonly quotes: readonly { readonly article: string; readonly quote: number }[]
  }[]
}

/** A required quote of the gold, with whom it is given to there and by us; somebody of its own where we have nobody. */
export interface Attributed {
  readonly article: string
  readonly gold: string
  readonly predicted: string
}

/** B-cubed and pairs over the speakers of all articles together, and who is more than one, or one with somebody else. */
export async function scoreAcross(
  goldFile: string,
  predictionFile: string,
  links: PredictedLinks
): Promise<readonly Figure[]> {
  const gold = await readLines<GoldDocument>(goldFile)
  const predictions = await readLines<PredictedDocument>(predictionFile)
  return acrossFigures(attribute(gold, predictions, links))
}

export function attribute(
  gold: readonly GoldDocument[],
  predictions: readonly PredictedDocument[],
  links: PredictedLinks
): readonly Attributed[] {
  const speakers = new Map(
    links.speakers.flatMap(({ id, quotes }) => quotes.map(({ article, quote }) => [`${quote} ${article}`, id] as const))
  )
  const documents = new Map(predictions.map((document) => [document.id, document]))
  return gold.flatMap(({ id, quotes }) => {
    const pairs = pairUp(
      quotes.map(({ content }) => content),
      documents.get(id)?.quotes.map(({ content }) => content) ?? []
    )
    return quotes.flatMap(({ required, speaker }, index): Attributed | [] => {
      if (!required || speaker === 'unknown') return []
      return {
        article: id,
        gold: speaker,
        predicted: speakers.get(`${pairs.get(index) ?? -1} ${id}`) ?? `nobody for quote ${index} of ${id}`
      }
    })
  })
}

export function acrossFigures(items: readonly Attributed[]): readonly Figure[] {
  let precision = 0
  let recall = 0
  const pairs = { gold: 0, predicted: 0, both: 0 }
  for (const item of items) {
    const sameGold = items.filter(({ gold }) => gold === item.gold)
    const samePredicted = items.filter(({ predicted }) => predicted === item.predicted)
    const both = sameGold.filter(({ predicted }) => predicted === item.predicted).length
    precision += both / samePredicted.length
    recall += both / sameGold.length
    pairs.gold += sameGold.length - 1
    pairs.predicted += samePredicted.length - 1
    pairs.both += both - 1
  }
  return [
    {
      name: 'B-cubed across articles',
      value: figures(precision / items.length, recall / items.length, `quotes ${items.length}`)
    },
    {
      name: 'pairs across articles',
      value: figures(
        pairs.both / pairs.predicted,
        pairs.both / pairs.gold,
        `gold ${pairs.gold / 2} predicted ${pairs.predicted / 2}`
      )
    },
    ...mistakes(items, 'gold', 'predicted', 'is several'),
    ...mistakes(items, 'predicted', 'gold', 'is one of several')
  ]
}

/** Whoever of one side is more than one on the other. */
function mistakes(
  items: readonly Attributed[],
  from: 'gold' | 'predicted',
  to: 'gold' | 'predicted',
  name: string
): readonly Figure[] {
  return [...new Set(items.map((item) => item[from]))].sort().flatMap((who) => {
    const others = [...new Set(items.filter((item) => item[from] === who).map((item) => item[to]))].sort()
    return others.length > 1 ? { name, value: `${who}: ${others.join(' | ')}` } : []
  })
}

function figures(precision: number, recall: number, rest: string): string {
  const percent = (part: number) => (100 * part).toFixed(2)
  return `P ${percent(precision)}, R ${percent(recall)}, F1 ${percent((2 * precision * recall) / (precision + recall))} (${rest})`
}

/** As the shared scorer pairs them: greedily by the overlap of characters, at least half. */
function pairUp(gold: readonly Pieces[], predicted: readonly Pieces[]): ReadonlyMap<number, number> {
  const sets = predicted.map(characters)
  const candidates = gold
    .flatMap((pieces, g) => {
      const own = characters(pieces)
      return sets.flatMap((set, p) => {
        const both = [...own].filter((character) => set.has(character)).length
        const overlap = both / (own.size + set.size - both)
        return overlap >= 0.5 ? [{ g, p, overlap }] : []
      })
    })
    .sort((a, b) => b.overlap - a.overlap)
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const { g, p } of candidates) {
    if (pairs.has(g) || taken.has(p)) continue
    pairs.set(g, p)
    taken.add(p)
  }
  return pairs
}

function characters(pieces: Pieces): ReadonlySet<number> {
  return new Set(pieces.flatMap(([start, end]) => Array.from({ length: end - start }, (_, index) => start + index)))
}

async function readLines<T>(file: string): Promise<readonly T[]> {
  return (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}
