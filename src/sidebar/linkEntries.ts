import { describe, entryKey, speakerKind, type EntityGroup } from './entityEntries'
import type { LinkEntry } from './protocol'

export interface LinkQuotes {
  readonly group: EntityGroup
  /** Indexes of the state's quotes. */
  readonly quotes: readonly number[]
  readonly elsewhere: readonly number[]
  /** In the quotes of the scope. */
  readonly words: number
}

/** Sources, those with the most quotes first; with as many, the one with the most quoted words. `allWords` are those of every quote in the scope. */
export function linkEntries(links: readonly LinkQuotes[], allWords: number): readonly LinkEntry[] {
  return [...links]
    .sort((a, b) => b.quotes.length - a.quotes.length || b.words - a.words || (a.quotes[0] ?? 0) - (b.quotes[0] ?? 0))
    .flatMap((link) => linkEntry(link, allWords) ?? [])
}

function linkEntry({ group, quotes, elsewhere, words }: LinkQuotes, allWords: number): LinkEntry | undefined {
  const entity = group.members[0]?.entity
  if (!entity) return undefined
  const kind = speakerKind(entity)
  return {
    key: entryKey(kind, group.base),
    name: group.name,
    kind,
    named: group.named,
    description: describe(group),
    quotes,
    elsewhere,
    share: allWords === 0 ? 0 : words / allWords
  }
}
