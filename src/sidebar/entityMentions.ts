import { mentionKind, mentionsOf } from './entityEntries'
import type { EntityMentions, MentionEntry, MentionGroup } from './protocol'
import type { EntryMember, SidebarArticle, SidebarLists } from './sources'
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
    for (const entry of mentionEntries(source, member)) group.push(entry)
  }
  return { key, groups: [...groups].map(([article, mentions]): MentionGroup => ({ article, mentions: mentions.sort((a, b) => a.start - b.start) })) }
}

function mentionEntries(source: SidebarArticle, member: EntryMember): readonly MentionEntry[] {
  const entity = source.analysis.entities.find(({ id }) => id === member.entity)
  if (!entity) return []
  return mentionsOf(source.analysis, entity)
    .filter((mention) => mentionKind(mention, entity) === member.kind)
    .map(({ start, end }) => ({ start, end, line: lineAt(source, start), surface: onOneLine(source.text.slice(start, end)), ...context(source, { start, end }) }))
}
