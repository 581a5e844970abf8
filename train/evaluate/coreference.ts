import { readFile } from 'node:fs/promises'
import type { Figure } from './score'

type Form = 'name' | 'nominal' | 'pronoun'

/** A mention of the gold, or of ours. `head` is the part that names: "the Norwegian [minister]"; ours is all head. */
interface Mention {
  readonly start: number
  readonly end: number
  readonly form: Form
  readonly entity: string
  readonly head?: readonly [number, number]
}

interface Document {
  readonly id: string
  readonly mentions: readonly Mention[]
}

const forms: readonly Form[] = ['name', 'nominal', 'pronoun']

/**
 * Who is who inside articles, for names, descriptions and pronouns apart. A link is a mention that is not its chain's
 * first, with what goes before it. Found: of the gold's links, those where our mention of it shares an entity with an
 * earlier one of its chain. Right: of our links between mentions that the gold has too, those where the nearest earlier
 * one is of the same chain. Mentions are paired by the overlap of heads.
 */
export async function scoreCoreference(
  goldFile: string,
  predictionFile: string,
  isWanted: (id: string) => boolean
): Promise<readonly Figure[]> {
  const [gold, predictions] = await Promise.all([goldFile, predictionFile].map(readDocuments))
  const documents = (gold ?? []).filter(({ id }) => isWanted(id))
  const ours = new Map((predictions ?? []).map((document) => [document.id, document]))
  const counts = new Map(
    forms.map((form) => [form, { gold: 0, found: 0, predicted: 0, right: 0, mentions: 0, paired: 0 }])
  )
  for (const document of documents) count(document.mentions, ours.get(document.id)?.mentions ?? [], counts)
  const percent = (part: number, of: number) => (of === 0 ? '-' : ((100 * part) / of).toFixed(2))
  return [...counts]
    .map(([form, { gold: of, found, predicted, right, mentions, paired }]): Figure => {
      const [p, r] = [right / predicted, found / of]
      return {
        name: `${form} links`,
        value: `P ${percent(right, predicted)}, R ${percent(found, of)}, F1 ${((200 * p * r) / (p + r)).toFixed(2)} (gold ${of} predicted ${predicted}; mentions paired ${paired} of ${mentions})`
      }
    })
    .concat({ name: 'documents', value: String(documents.length) })
}

interface Count {
  gold: number
  found: number
  predicted: number
  right: number
  mentions: number
  paired: number
}

function count(gold: readonly Mention[], predicted: readonly Mention[], counts: ReadonlyMap<Form, Count>): void {
  const ordered = [...gold].sort((a, b) => a.start - b.start || b.end - a.end)
  const pairs = pairUp(ordered, predicted)
  const chains = new Map<string, Set<string>>()
  const seen = new Set<string>()
  const last = new Map<string, string>()
  for (const mention of ordered) {
    const tally = counts.get(mention.form)
    if (!tally) continue
    const entity = pairs.get(mention)?.entity
    tally.mentions++
    if (entity !== undefined) tally.paired++
    const earlier = chains.get(mention.entity) ?? new Set()
    if (seen.has(mention.entity)) {
      tally.gold++
      if (entity !== undefined && earlier.has(entity)) tally.found++
    }
    if (entity !== undefined) {
      const before = last.get(entity)
      if (before !== undefined) {
        tally.predicted++
        if (before === mention.entity) tally.right++
      }
      last.set(entity, mention.entity)
      chains.set(mention.entity, earlier.add(entity))
    }
    seen.add(mention.entity)
  }
}

/** One to one, the greatest overlap of heads first; of several mentions around the same head the shortest. */
function pairUp(gold: readonly Mention[], predicted: readonly Mention[]): ReadonlyMap<Mention, Mention> {
  const candidates = gold.flatMap((mention) => {
    const [start, end] = mention.head ?? [mention.start, mention.end]
    return predicted.flatMap((ours) => {
      const both = Math.min(end, ours.end) - Math.max(start, ours.start)
      return both > 0 && ours.start >= mention.start && ours.end <= mention.end
        ? [{ mention, ours, overlap: both / (Math.max(end, ours.end) - Math.min(start, ours.start)) }]
        : []
    })
  })
  candidates.sort(
    (a, b) => b.overlap - a.overlap || a.mention.end - a.mention.start - (b.mention.end - b.mention.start)
  )
  const pairs = new Map<Mention, Mention>()
  const taken = new Set<Mention>()
  for (const { mention, ours } of candidates) {
    if (pairs.has(mention) || taken.has(ours)) continue
    pairs.set(mention, ours)
    taken.add(ours)
  }
  return pairs
}

async function readDocuments(file: string): Promise<readonly Document[]> {
  return (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Document)
}
