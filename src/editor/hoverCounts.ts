import type { AnalyzedText, Analysis, Entity } from '../analysis'
import { entityCounts, reuseWithin, type EntityReference } from '../corpus'
import { distinctCount } from '../util/distinct'
import { finish } from '../util/steps'
import type { FolderSnapshot } from '../workspace/folderArticle'

/** How often somebody is quoted and mentioned: in the whole folder, or where that has not been read, in the article. */
export interface HoverCounts {
  readonly quotes: number
  readonly mentions: number
  /** Undefined for an article alone. */
  readonly articles: number | undefined
}

/**
 * The counts of an entity over the folder, reused quotes counted once; undefined when the corpus does not have it. `attitudes`
 * also counts what people believe, want and fear. Nothing is unpacked for it.
 */
export function folderCounts(
  folder: FolderSnapshot,
  reference: EntityReference,
  { attitudes }: { readonly attitudes: boolean }
): HoverCounts | undefined {
  const { corpus } = folder
  const found = corpus.entityOf(reference)
  if (!found) return undefined
  const quotes = found.quotes.filter(({ attitude }) => attitudes || !attitude)
  const mentioning = new Set<string>()
  let mentions = 0
  for (const { article, entity } of found.members) {
    const digest = folder.article(article)?.digest
    const { acting, other } = digest ? entityCounts(digest, entity) : { acting: 0, other: 0 }
    if (acting + other > 0) mentioning.add(article)
    mentions += acting + other
  }
  return {
    quotes: distinctCount(quotes, (quote) => corpus.reuseGroupOf(quote)),
    mentions,
    // Somebody whom a researcher has named as a source need not be mentioned anywhere.
    articles: mentions > 0 ? mentioning.size : new Set(quotes.map(({ article }) => article)).size
  }
}

/** The counts of an entity in its article alone, in the same way: the same quote again is counted once. */
export function articleCounts(
  article: AnalyzedText,
  { id, mentions }: Entity,
  { attitudes }: { readonly attitudes: boolean }
): HoverCounts {
  const groups = article.analysis.quotes.length > 1 ? reuseGroups(article) : new Map<number, number>()
  const quotes = article.analysis.quotes.flatMap(({ speaker, act }, index) =>
    speaker === id && (attitudes || act === 'speech') ? index : []
  )
  return {
    quotes: distinctCount(quotes, (quote) => groups.get(quote) ?? -1),
    mentions: mentions.length,
    articles: undefined
  }
}

const known = new WeakMap<Analysis, ReadonlyMap<number, number>>()

/** By index of `Analysis.quotes`, the number of the group of the same quotes again that it is in. */
function reuseGroups(article: AnalyzedText): ReadonlyMap<number, number> {
  const groups =
    known.get(article.analysis) ??
    new Map(finish(reuseWithin(article)).flatMap((group, number) => group.map(({ quote }) => [quote, number] as const)))
  known.set(article.analysis, groups)
  return groups
}
