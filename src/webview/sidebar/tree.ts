import type { EntityEntry, EntityKind, ListState } from '../../protocol/sidebar'
import { isActive, matches, meets } from '../shared/filter'
import { format, number } from '../shared/format'
import { codesOf, markTree } from './codeRows'
import { entityColumns } from './columns'
import { actorLabel } from './labels'
import { topics } from './model'
import { quoteTree } from './quoteTree'
import type { EntityColumns, SectionId, Target, TreeInput, TreeNode } from './treeNodes'

/** Everything that an article's lists hold, as one tree of sections. */
export function sidebarTree(input: TreeInput): readonly TreeNode[] {
  const { state, strings } = input
  const quotes = quoteTree(input)
  const marks = markTree(input)
  const actors = state.entities.filter(({ kind }) => kind !== 'place')
  const places = state.entities.filter(({ kind }) => kind === 'place')
  const foundActors = actors.filter((entity) => entityMatches(input, entity))
  const foundPlaces = places.filter((entity) => entityMatches(input, entity))
  const sections: readonly (TreeNode | false)[] = [
    marks.review.total > 0 &&
      section('review', strings.review, strings.reviewHelp, marks.review.count, marks.review.total, marks.review.nodes),
    section('actors', strings.actors, strings.actorsHelp, foundActors.length, actors.length, () =>
      actorGroups(foundActors, input)
    ),
    section('places', strings.places, strings.placesHelp, foundPlaces.length, places.length, () =>
      entityNodes(foundPlaces, input)
    ),
    section(
      'quotes',
      strings.quotes,
      quotesHelp(input),
      quotes.quotes.count,
      state.distinctQuotes,
      quotes.quotes.nodes
    ),
    section('links', strings.links, strings.linksHelp, quotes.links.count, state.links.length, quotes.links.nodes),
    marks.codes.total > 0 &&
      section('codes', strings.codes, strings.codesHelp, marks.codes.count, marks.codes.total, marks.codes.nodes),
    state.reuse.length > 0 &&
      section('reuse', strings.reuse, strings.reuseHelp, quotes.reuse.count, state.reuse.length, quotes.reuse.nodes)
  ]
  return sections.filter((node) => node !== false)
}

function section(
  id: SectionId,
  label: string,
  help: string,
  count: number,
  total: number,
  children: () => readonly TreeNode[]
): TreeNode {
  const content = { kind: 'section', id, label, help, count, total } as const
  return count > 0 ? { key: id, content, children, isOpen: true } : { key: id, content }
}

function quotesHelp({ state, strings }: TreeInput): string {
  const counts = { direct: 0, mixed: 0, indirect: 0 }
  for (const { kind } of state.quotes.slice(0, state.quotesInScope)) counts[kind]++
  const kinds = format(
    strings.kindsOfQuotes,
    ...[counts.direct, counts.mixed, counts.indirect].map((count) => number(count, strings.locale))
  )
  return `${strings.quotesHelp}: ${kinds}`
}

/** In the order of a codebook; groups without an entry are left out. */
function actorGroups(actors: readonly EntityEntry[], input: TreeInput): readonly TreeNode[] {
  const kinds: readonly EntityKind[] = ['person', 'organization', 'group', 'acting-place']
  return kinds.flatMap((kind): TreeNode | [] => {
    const members = actors.filter((actor) => actor.kind === kind)
    if (members.length === 0) return []
    return {
      key: `actors ${kind}`,
      content: { kind: 'group', label: actorLabel(kind, input.strings), help: '', count: members.length, icon: 'none' },
      children: () => entityNodes(members, input),
      isOpen: true
    }
  })
}

function entityNodes(entities: readonly EntityEntry[], input: TreeInput): readonly TreeNode[] {
  const columns = entityColumns(entities, input.strings.locale)
  return entities.map((entity) => entityNode(entity, columns, input))
}

function entityNode(entity: EntityEntry, columns: EntityColumns, input: TreeInput): TreeNode {
  const target = targetOf(input.state, entity.first)
  return {
    key: entity.key,
    content: { kind: 'entity', entity, codes: codesOf(entity.status, input.codes), columns },
    ...(target && { target }),
    children: () => mentionNodes(entity, input)
  }
}

function mentionNodes(
  entity: EntityEntry,
  { state, strings, codes, mentions, failed }: TreeInput
): readonly TreeNode[] {
  if (failed.has(topics.mentions(entity.key)))
    return [{ key: `${entity.key} failed`, content: { kind: 'note', label: strings.loadingFailed } }]
  const known = mentions.get(entity.key)
  if (!known) return [{ key: `${entity.key} loading`, content: { kind: 'note', label: strings.loading } }]
  return known.groups.flatMap((group) => {
    const article = state.articles[group.article]
    if (!article) return []
    return group.mentions.map((mention): TreeNode => ({
      key: `${entity.key} ${article.uri} ${mention.key}`,
      content: { kind: 'mention', mention, codes: codesOf(mention.status, codes) },
      target: { uri: article.uri, start: mention.start, end: mention.end }
    }))
  })
}

function entityMatches({ filter, codes }: TreeInput, { name, aliases, description, status }: EntityEntry): boolean {
  return !isActive(filter) || (matches(filter, [name, ...aliases, description]) && meets(filter, status, codes))
}

function targetOf(
  state: ListState,
  place: { readonly article: number; readonly start: number; readonly end: number }
): Target | undefined {
  const article = state.articles[place.article]
  return article && { uri: article.uri, start: place.start, end: place.end }
}
