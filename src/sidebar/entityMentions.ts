import type { Entity } from '../analysis'
import { mentionKind, mentionsOf } from './entityEntries'
import type { EntityKind, EntityMentions, MentionEntry, MentionGroup } from '../protocol/sidebar'
import type { SidebarArticle, SidebarLists } from './sources'
import { context, lineAt, onOneLine } from './surface'

/** The mentions of an entry with their words around, by article; undefined for a key that is not listed. */
export function entityMentions({ articles, members }: SidebarLists, key: string): EntityMentions | undefined {
  const wanted = members.get(key)
  if (!wanted) return undefined
  const groups = new Map<number, MentionEntry[]>()
  for (const member of wanted) {
    const source = articles[member.article]
    if (!source) continue
    const group = groups.get(member.article) ?? []
    groups.set(member.article, group)
    const entity = source.analysis.entities.find(({ id }) => id === member.entity)
    for (const entry of entity ? mentionEntries(source, entity, member.kind) : []) group.push(entry)
  }
  return {
    key,
    groups: [...groups].map(([article, mentions]): MentionGroup => ({
      article,
      mentions: mentions.sort((a, b) => a.start - b.start)
    }))
  }
}

/** Its mentions of one kind. */
export function mentionEntries(source: SidebarArticle, entity: Entity, kind: EntityKind): readonly MentionEntry[] {
  return mentionsOf(source.analysis, entity)
    .filter((mention) => mentionKind(mention, entity) === kind)
    .map(({ start, end }) => ({
      start,
      end,
      line: lineAt(source, start),
      surface: onOneLine(source.text.slice(start, end)),
      ...context(source, { start, end })
    }))
}
