import type { Uri } from 'vscode'
import { mergedDecisions, type Decision, type Layer } from '../../annotations'
import type { AnnotatorSettings } from './annotationHomes'
import type { WindowFolders } from './windowFolders'

/** Which of an article's decisions hold, as the settings say: those of all annotators, or the own ones alone. */
export interface HoldingDecisions {
  /** All layers in memory, the own one first. */
  layers(article: Uri): readonly Layer[]
  /** The same object until something changes. */
  decisions(article: Uri): readonly Decision[]
  /** As `Annotations.stamp`. */
  stamp(article: Uri): string | undefined
  /** The settings changed. */
  forget(): void
}

export function holdingDecisions(
  folders: Pick<WindowFolders, 'knownPlace'>,
  settings: Pick<AnnotatorSettings, 'annotator' | 'shownLayers'>
): HoldingDecisions {
  /** By article, as long as the layers are these. */
  const holding = new Map<string, { readonly layers: readonly Layer[]; readonly decisions: readonly Decision[] }>()

  function allLayers(article: Uri): readonly Layer[] | undefined {
    const known = folders.knownPlace(article)
    return known?.folder.article(known.path).layers()
  }

  /** The annotator whose decisions alone hold. */
  function onlyOne(): string | undefined {
    return settings.shownLayers() === 'own' ? settings.annotator() : undefined
  }

  return {
    layers(article) {
      const own = settings.annotator()
      return [...(allLayers(article) ?? [])].sort((a, b) => Number(b.annotator === own) - Number(a.annotator === own))
    },
    decisions(article) {
      const layers = allLayers(article)
      if (!layers) return []
      const id = article.toString()
      const held = holding.get(id)
      if (held?.layers === layers) return held.decisions
      const own = onlyOne()
      const decisions = mergedDecisions(
        own === undefined ? layers : layers.filter(({ annotator }) => annotator === own)
      )
      holding.set(id, { layers, decisions })
      return decisions
    },
    stamp(article) {
      const known = folders.knownPlace(article)
      const stamp = known ? known.folder.stamp(known.path) : ''
      const own = onlyOne()
      return stamp && own !== undefined ? `${stamp} of ${own}` : stamp
    },
    forget: () => holding.clear()
  }
}
