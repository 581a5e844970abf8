import type { Analysis, AnalyzedArticle, Entity, Mention } from '../analysis'
import type { EntityEntry, EntityKind, EntryStatus, TextPlace } from '../protocol/sidebar'
import type { DecidedArticle } from '../study/decided/decidedArticle'
import { factStates } from '../study/decided/factStates'
import type { EntryMember } from './sources'
import { lineAt } from '../study/surface'
import { compareText } from '../util/compareText'

/** The entries of Actors and Places, and what each entry's key stands for. */
export interface EntityLists {
  readonly entries: readonly EntityEntry[]
  readonly members: ReadonlyMap<string, readonly EntryMember[]>
}

/** The entities of articles that are the same person, body or place. */
export interface EntityGroup {
  /** Its key in `factKeys`, which the keys of its entries are made of. */
  readonly base: string
  readonly name: string
  readonly named: boolean
  readonly members: readonly GroupMember[]
}

export interface GroupMember {
  /** Index of the state's articles. */
  readonly article: number
  readonly entity: Entity
}

/** For one entity of one article: in each list, the number of its mentions and the place of the first. */
type MemberCounts = readonly { readonly kind: EntityKind; readonly mentions: number; readonly first: TextPlace }[]

function memberCounts(source: AnalyzedArticle, article: number, entity: Entity): MemberCounts {
  const found: { readonly kind: EntityKind; mentions: number; readonly first: TextPlace }[] = []
  for (const mention of mentionsOf(source.analysis, entity)) {
    const kind = mentionKind(mention, entity)
    const known = found.find((count) => count.kind === kind)
    if (known) known.mentions++
    else
      found.push({
        kind,
        mentions: 1,
        first: { article, start: mention.start, end: mention.end, line: lineAt(source, mention.start) }
      })
  }
  return found
}

/**
 * Entries of Actors and Places, the most mentioned first. A place with acting and other mentions has an entry in both,
 * each with its own count. `quotesOf` gives the number of a group's listed quotes.
 */
export function entityLists(
  groups: readonly EntityGroup[],
  articles: readonly DecidedArticle[],
  quotesOf: (group: EntityGroup) => number
): EntityLists {
  const entries: EntityEntry[] = []
  const members = new Map<string, readonly EntryMember[]>()
  for (const group of groups) {
    for (const [kind, tally] of tallies(group, articles)) {
      const key = entryKey(kind, group.base)
      const status = statusOf(group, kind, articles)
      members.set(key, tally.members)
      entries.push({
        key,
        kind,
        name: group.name,
        named: group.named,
        description: describe(group),
        aliases: aliasesOf(group),
        mentions: tally.mentions,
        quotes: kind === 'place' ? 0 : quotesOf(group),
        articles: new Set(tally.members.map(({ article }) => article)).size,
        first: tally.first,
        ...(status && { status })
      })
    }
  }
  entries.sort((a, b) => b.mentions - a.mentions || b.quotes - a.quotes || compareText(a.name, b.name))
  return { entries, members }
}

/** What researchers have said of the mentions of a group that are in the list of a kind; of one article's, as all groups are. */
function statusOf(
  { members }: EntityGroup,
  kind: EntityKind,
  articles: readonly DecidedArticle[]
): EntryStatus | undefined {
  const [member] = members
  const source = articles[member?.article ?? -1]
  if (!member || !source?.decided) return undefined
  const { analysis } = source
  const { entity } = member
  const listed = entity.mentions.filter((index) => mentionKind(analysis.mentions[index]!, entity) === kind)
  return factStates(source).entity(entity, listed)
}

/**
 * The key of an entity's entry in one of an article's lists. `entityKey` comes from `factKeys` and begins with the
 * type.
 */
export function entryKey(kind: EntityKind, entityKey: string): string {
  return kind === 'acting-place' ? `acting-${entityKey}` : entityKey
}

/** The list that a mention belongs to. */
export function mentionKind(mention: Mention, entity: Entity): EntityKind {
  if (entity.type !== 'place') return entity.type
  return mention.acting ? 'acting-place' : 'place'
}

/** The list that a speaker belongs to: a place that speaks is acting. */
export function speakerKind(entity: Pick<Entity, 'type'>): EntityKind {
  return entity.type === 'place' ? 'acting-place' : entity.type
}

/** A short description of a group: a place's country, otherwise the first description in the texts; "" for none. */
export function describe(group: EntityGroup): string {
  for (const { entity } of group.members) {
    const country = entity.places[0]?.countryName
    if (country && country !== group.name) return country
  }
  for (const { entity } of group.members) {
    const description = entity.descriptions.find((text) => text !== group.name)
    if (description) return description
  }
  return ''
}

/** Mentions of a group in one list. */
interface Tally {
  mentions: number
  readonly first: TextPlace
  readonly members: EntryMember[]
}

function tallies(group: EntityGroup, articles: readonly AnalyzedArticle[]): ReadonlyMap<EntityKind, Tally> {
  const found = new Map<EntityKind, Tally>()
  for (const { article, entity } of group.members) {
    const source = articles[article]
    if (!source) continue
    for (const { kind, mentions, first } of memberCounts(source, article, entity)) {
      const member: EntryMember = { article, entity: entity.id, kind }
      const tally = found.get(kind)
      if (!tally) found.set(kind, { mentions, first, members: [member] })
      else {
        tally.mentions += mentions
        tally.members.push(member)
      }
    }
  }
  return found
}

/** The mentions of an entity, in order of the text. */
export function mentionsOf(analysis: Analysis, entity: Entity): readonly Mention[] {
  return entity.mentions.flatMap((index) => analysis.mentions[index] ?? [])
}

function aliasesOf(group: EntityGroup): readonly string[] {
  const aliases = new Set<string>()
  for (const { entity } of group.members) {
    aliases.add(entity.name)
    for (const alias of entity.aliases) aliases.add(alias)
  }
  aliases.delete(group.name)
  return [...aliases]
}
