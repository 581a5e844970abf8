import { window, type Disposable } from 'vscode'
import { shownName } from '../fileName'
import type { ArticleDocuments } from '../articleDocuments'
import { l10n } from '../l10n'
import type { Log } from '../log'
import type { Annotations } from './annotations'

/**
 * Asks, once an article and session, whether decisions that fit an article without any belong to it: it was renamed or copied by
 * another program. Nothing is taken over without an answer.
 */
export function offerStrayLayers(
  annotations: Annotations,
  documents: Pick<ArticleDocuments, 'onDidAnalyze'>,
  log: Log
): Disposable {
  const asked = new Set<string>()
  return documents.onDidAnalyze(({ uri, id, text, problem }) => {
    if (asked.has(id) || problem || !annotations.canAnnotate(uri)) return
    asked.add(id)
    if (annotations.layers(uri).length > 0) return
    void offer(uri, text).catch((error: unknown) => log.error('Stray annotations could not be looked for', error))
  })

  async function offer(uri: Parameters<Annotations['ownerFor']>[0], text: string): Promise<void> {
    const found = await annotations.ownerFor(uri, text)
    if (!found || annotations.layers(uri).length > 0) return
    const [name, before] = [shownName(uri), shownName(found.owner)]
    const takeOver = l10n.t('Take Over')
    const question = found.isThere
      ? l10n.t('{0} reads like a copy of {1}. Do you want the decisions on {1} for it, too?', name, before)
      : l10n.t('{1} is gone, and the decisions on it fit {0}. Do they belong to it?', name, before)
    if ((await window.showInformationMessage(question, takeOver)) === takeOver)
      await annotations.takeOver(found.owner, uri)
  }
}
