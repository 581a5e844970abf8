import { ProgressLocation, window } from 'vscode'
import type { LayeredArticle } from '../annotations'
import type { Annotations } from '../workspace/annotations/annotations'
import { l10n } from '../workspace/l10n'
import { knownLayers } from './layeredArticles'

/** The layers of every article, also of those that were not read yet. */
export async function allLayers(annotations: Annotations): Promise<readonly LayeredArticle[]> {
  await window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Reading annotations') }, () =>
    annotations.loadAll()
  )
  return knownLayers(annotations)
}
