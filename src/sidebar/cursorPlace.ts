import type { AnalyzedArticle } from '../analysis'
import { entityNumber } from '../corpus'
import { folderEntryKey } from './folder/folderRows'
import type { FolderIndex } from '../study/folderIndex'
import type { CursorPlace } from '../protocol/sidebar'
import type { SidebarLists } from './sources'
import { extent } from '../study/surface'

/**
 * The entries of an article's lists that the cursor is on: the entity of the shortest mention that it touches, and the
 * quotes around it. `offset` is in UTF-16 units; `reveal` asks the webview to scroll to them.
 */
export function cursorPlace(
  { articles, members }: SidebarLists,
  uri: string,
  offset: number,
  reveal: boolean
): CursorPlace {
  const article = articles.findIndex(({ id }) => id === uri)
  return placeIn(articles[article], offset, reveal, (entity) =>
    [...members].flatMap(([key, entries]) =>
      entries.some((member) => member.article === article && member.entity === entity) ? key : []
    )
  )
}

/** Like `cursorPlace`, for the folder's lists. */
export function folderCursorPlace(
  { folder, numbers, members }: FolderIndex,
  uri: string,
  offset: number,
  reveal: boolean
): CursorPlace {
  return placeIn(folder.article(uri), offset, reveal, (entity) => {
    const found = folder.corpus.entities[members.entityOf(numbers.get(uri) ?? -1, entityNumber(entity))]
    return found ? [folderEntryKey(found.id)] : []
  })
}

function placeIn(
  source: AnalyzedArticle | undefined,
  offset: number,
  reveal: boolean,
  keysOf: (entity: string) => readonly string[]
): CursorPlace {
  if (!source) return { uri: '', entities: [], sources: [], mention: -1, quotes: [], reveal }
  const { mentions, entities, quotes } = source.analysis
  const touched = mentions.filter(({ start, end }) => start <= offset && offset <= end)
  const mention = touched.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]
  const entity = entities.find(({ id }) => id === mention?.entity)
  const around = quotes
    .map(({ content, speaker }) => ({ ...extent(content), speaker }))
    .filter(({ start, end }) => start <= offset && offset <= end)
  return {
    uri: source.id,
    entities: entity ? keysOf(entity.id) : [],
    sources: [...new Set(around.flatMap(({ speaker }) => (speaker === null ? [] : keysOf(speaker))))],
    mention: mention?.start ?? -1,
    quotes: [...new Set(around.map(({ start }) => start))],
    reveal
  }
}
