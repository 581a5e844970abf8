import type { EntityEntry, NameType } from '../../protocol/sidebar'
import { articleFilter } from './articleFilter'
import { codesOf, markPart } from './codeRows'
import { entityColumns } from './columns'
import { topics } from './model'
import { sourcePart } from './sourceTree'
import type { EntityColumns, Part, TreeInput, TreeNode } from './treeNodes'

/** Everything that an article's lists hold, in parts. */
export function articleParts(input: TreeInput): readonly Part[] {
  const filter = articleFilter(input)
  const { state, strings, types } = input
  const found = state.entities.filter((entity) => filter.entity(entity))
  const shown = types.length === 0 ? found : found.filter(({ kind }) => types.includes(nameType(kind)))
  return [
    sourcePart(input, filter),
    {
      id: 'names',
      label: strings.names,
      help: strings.namesHelp,
      count: found.length,
      total: state.entities.length,
      nothing: strings.noNames,
      types: typeCounts(found),
      nodes: nameNodes(shown, input)
    },
    markPart(input, filter)
  ]
}

function typeCounts(entities: readonly EntityEntry[]): Readonly<Record<NameType, number>> {
  const counts = { person: 0, organization: 0, group: 0, place: 0 }
  for (const { kind } of entities) counts[nameType(kind)]++
  return counts
}

function nameType(kind: EntityEntry['kind']): NameType {
  return kind === 'acting-place' ? 'place' : kind
}

function nameNodes(entities: readonly EntityEntry[], input: TreeInput): readonly TreeNode[] {
  const columns = entityColumns(entities, input.strings.locale)
  return entities.map((entity) => nameNode(entity, columns, input))
}

function nameNode(entity: EntityEntry, columns: EntityColumns, input: TreeInput): TreeNode {
  const { article: number, start, end } = entity.first
  const article = input.state.articles[number]
  return {
    key: entity.key,
    content: { kind: 'entity', entity, codes: codesOf(entity.status, input.codes), columns },
    ...(article && { target: { uri: article.uri, start, end } }),
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
