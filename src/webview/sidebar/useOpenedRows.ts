import { useEffect } from 'preact/hooks'
import { elsewhereKey, type Model } from './model'
import type { Row } from './rows'
import type { Host } from './useHost'

/** So many quotes of other articles come at a time. */
export const elsewherePage = 50

/** So many codings of a code come at a time. */
export const codingsPage = 200

interface Known extends Pick<Model, 'found' | 'elsewhere' | 'codings'> {
  readonly typed: string
  readonly isFiltered: boolean
}

/** Asks for what opened rows of an article hold, whenever one of `changes` does. */
export function useOpenedRows(rows: readonly Row[], known: Known, host: Host, changes: readonly unknown[]): void {
  const { found, elsewhere, codings, typed, isFiltered } = known
  useEffect(() => {
    const opened = rows.filter(({ expanded }) => expanded).map(({ node }) => node.content)
    if (opened.length === 0) return
    host.needMentions(opened.flatMap((content) => (content.kind === 'entity' ? content.entity.key : [])))
    // Under a filter, whether there are such rows is known once the host has searched the other articles.
    if (isFiltered && found?.filter !== typed) return
    for (const content of opened) {
      if (content.kind === 'code') {
        const count = codings.get(elsewhereKey(content.code.id, typed))?.codings.length ?? 0
        host.needCodings(content.code.id, typed, Math.max(codingsPage, count))
      }
      if (content.kind !== 'elsewhere') continue
      const count = elsewhere.get(elsewhereKey(content.link, typed))?.quotes.length ?? 0
      host.needElsewhere(content.link, typed, Math.max(elsewherePage, count))
    }
  }, changes)
}
