import { factKeys, type Entity } from '../analysis'
import type { DecidedArticle } from '../study/decided/decidedArticle'
import { factStates } from '../study/decided/factStates'
import { isActing } from './entityEntries'
import type { EntityMentions, MentionEntry, MentionGroup } from '../protocol/sidebar'
import type { SidebarLists } from './sources'
import { shownText } from '../article'
import { onOneLine } from '../util/oneLine'
import { context, lineAt } from '../study/surface'

/** The mentions of an entry with the words around them, by article; undefined for a key that is not listed. */
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
    for (const entry of entity ? mentionEntries(source, entity) : []) group.push(entry)
  }
  return {
    key,
    groups: [...groups].map(([article, mentions]): MentionGroup => ({
      article,
      mentions: mentions.sort((a, b) => a.start - b.start)
    }))
  }
}

/** The mentions of an entity. */
export function mentionEntries(source: DecidedArticle, entity: Entity): readonly MentionEntry[] {
  const { analysis } = source
  const keys = factKeys(source).mentions
  return entity.mentions.flatMap((index): MentionEntry | [] => {
    const mention = analysis.mentions[index]
    if (!mention) return []
    const { start, end } = mention
    const surface = onOneLine(shownText(source, mention))
    const status = factStates(source).mention(index)
    return {
      key: keys[index] ?? '',
      start,
      end,
      line: lineAt(source, start),
      surface,
      ...context(source, { start, end }),
      ...(isActing(mention, entity) && { isActing: true as const }),
      ...(status && { status })
    }
  })
}
