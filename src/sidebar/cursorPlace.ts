import { entryKey, mentionKind } from './entityEntries'
import type { FolderIndex } from './folder/folderIndex'
import type { CursorPlace, EntityKind } from '../protocol/sidebar'
import type { SidebarArticle, SidebarLists } from './sources'
import { extent } from './surface'

/** Which entries of an article's list the cursor is on: the innermost mention that it touches, and the quotes around it. */
export function cursorPlace(
  { articles, members }: SidebarLists,
  uri: string,
  offset: number,
  reveal: boolean
): CursorPlace {
  const article = articles.findIndex((source) => source.uri === uri)
  return placeIn(articles[article], offset, reveal, (entity, kind) =>
    [...members].flatMap(([key, entries]) =>
      entries.some((member) => member.article === article && member.entity === entity && member.kind === kind)
        ? key
        : []
    )
  )
}

/** The same in the folder's lists. */
export function folderCursorPlace(
  { folder, numbers, entityOf, nameOf }: FolderIndex,
  uri: string,
  offset: number,
  reveal: boolean
): CursorPlace {
  const article = numbers.get(uri) ?? -1
  return placeIn(folder.articles[article], offset, reveal, (entity, kind) => {
    const found = entityOf(article, entity)
    return found < 0 ? [] : [entryKey(kind, nameOf(found))]
  })
}

function placeIn(
  source: SidebarArticle | undefined,
  offset: number,
  reveal: boolean,
  keysOf: (entity: string, kind: EntityKind) => readonly string[]
): CursorPlace {
  if (!source) return { uri: '', entities: [], mention: -1, quotes: [], reveal }
  const { mentions, entities, quotes } = source.analysis
  const touched = mentions.filter(({ start, end }) => start <= offset && offset <= end)
  const mention = touched.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]
  const entity = entities.find(({ id }) => id === mention?.entity)
  const around = quotes
    .map(({ content }) => extent(content))
    .filter(({ start, end }) => start <= offset && offset <= end)
  return {
    uri: source.uri,
    entities: mention && entity ? keysOf(entity.id, mentionKind(mention, entity)) : [],
    mention: mention?.start ?? -1,
    quotes: [...new Set(around.map(({ start }) => start))],
    reveal
  }
}
