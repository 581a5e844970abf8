import type { Analysis, AnalyzedArticle, Entity, Mention } from '../analysis'
import type { EntityEntry, EntityKind, EntryStatus, TextPlace } from '../protocol/sidebar'
import type { DecidedArticle } from '../study/decided/decidedArticle'
import { factStates } from '../study/decided/factStates'
import { describeAs } from '../study/entityDescriptions'
import type { EntryMember } from './sources'
import { lineAt } from '../study/surface'
import { compareText } from '../util/compareText'
import { sortInSteps } from '../util/sortInSteps'
import type { Steps } from '../util/steps'

/** The entries of the names and places, and what each entry's key stands for. */
export interface EntityLists {
  readonly entries: readonly EntityEntry[]
  readonly members: ReadonlyMap<string, readonly EntryMember[]>
}

/** The entities of articles that are the same person, body or place. */
export interface EntityGroup {
  /** Its key in `factKeys`, which is that of its entry. */
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

const workPerStep = 1000

/** The entries of names, the most mentioned first. `quotesOf` gives the number of a group's listed quotes. */
export function* entityLists(
  groups: readonly EntityGroup[],
  articles: readonly DecidedArticle[],
  quotesOf: (group: EntityGroup) => number
): Steps<EntityLists> {
  const entries: EntityEntry[] = []
  const members = new Map<string, readonly EntryMember[]>()
  /** An entity may have very many mentions. */
  let work = 0
  for (const group of groups) {
    for (const { entity } of group.members) work += 1 + entity.mentions.length
    if (work > workPerStep) {
      yield
      work = 0
    }
    const tally = tallyOf(group, articles)
    if (!tally) continue
    const status = statusOf(group, articles)
    members.set(
      group.base,
      group.members.map(({ article, entity }) => ({ article, entity: entity.id }))
    )
    entries.push({
      key: group.base,
      kind: tally.kind,
      name: group.name,
      named: group.named,
      description: describe(group),
      aliases: aliasesOf(group),
      mentions: tally.mentions,
      ...(tally.acting > 0 && { acting: tally.acting }),
      quotes: quotesOf(group),
      articles: new Set(group.members.map(({ article }) => article)).size,
      first: tally.first,
      ...(status && { status })
    })
  }
  yield
  const sorted = yield* sortInSteps(
    entries,
    (a, b) => b.mentions - a.mentions || b.quotes - a.quotes || compareText(a.name, b.name)
  )
  return { entries: sorted, members }
}

/** What researchers have said of the mentions of a group; of one article's, as all groups are. */
function statusOf({ members }: EntityGroup, articles: readonly DecidedArticle[]): EntryStatus | undefined {
  const [member] = members
  const source = articles[member?.article ?? -1]
  if (!member || !source?.decided) return undefined
  return factStates(source).entity(member.entity, member.entity.mentions)
}

/** What an entity is in the lists: a place that does nothing but act is an acting place. */
export function listedKind({ type }: Pick<Entity, 'type'>, mentions: number, acting: number): EntityKind {
  if (type !== 'place') return type
  return mentions > 0 && acting === mentions ? 'acting-place' : 'place'
}

/** Whether a place stands for a government, an army, a team. */
export function isActing(mention: Mention, entity: Pick<Entity, 'type'>): boolean {
  return entity.type === 'place' && mention.acting
}

/** What a speaker is: a place that speaks is acting. */
export function speakerKind(entity: Pick<Entity, 'type'>): EntityKind {
  return entity.type === 'place' ? 'acting-place' : entity.type
}

/** A short description of a group: a place's country, otherwise the first description in the texts that says something by itself; "" for none. */
export function describe({ name, members }: Pick<EntityGroup, 'name' | 'members'>): string {
  return describeAs(
    name,
    members.map(({ entity: { descriptions, places } }) => ({ descriptions, country: places[0]?.countryName ?? null }))
  )
}

/** How often a group is mentioned, and where first. */
interface Tally {
  readonly kind: EntityKind
  readonly mentions: number
  readonly acting: number
  readonly first: TextPlace
}

/** Undefined for a group that is not mentioned. */
function tallyOf(group: EntityGroup, articles: readonly AnalyzedArticle[]): Tally | undefined {
  let first: TextPlace | undefined
  let mentions = 0
  let acting = 0
  for (const { article, entity } of group.members) {
    const source = articles[article]
    if (!source) continue
    for (const mention of mentionsOf(source.analysis, entity)) {
      const { start, end } = mention
      first ??= { article, start, end, line: lineAt(source, start) }
      mentions++
      if (isActing(mention, entity)) acting++
    }
  }
  const entity = group.members[0]?.entity
  return first && entity && { kind: listedKind(entity, mentions, acting), mentions, acting, first }
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
