import type { Uri } from 'vscode'
import {
  isAssistant,
  layersOfPeople,
  mergedDecisions,
  openProposals,
  type Decision,
  type Layer,
  type Proposal
} from '../../annotations'
import type { AnnotatorSettings } from './annotationHomes'
import type { WindowFolders } from './windowFolders'

/** Which of an article's decisions hold, as the settings say: those of all annotators, or the own ones alone. */
export interface HoldingDecisions {
  /** All layers of people in memory, the own one first. */
  layers(article: Uri): readonly Layer[]
  /** The same object until something changes. */
  decisions(article: Uri): readonly Decision[]
  /** What assistants propose. The same object until something changes. */
  proposals(article: Uri): readonly Proposal[]
  /** As `Annotations.assistants`. */
  assistants(article: Uri): readonly Layer[]
  /** As `Annotations.stamp`. */
  stamp(article: Uri): string | undefined
  /** The settings changed. */
  forget(): void
}

/** As long as the layers are these. */
interface Held {
  readonly layers: readonly Layer[]
  readonly decisions: readonly Decision[]
  readonly proposals: readonly Proposal[]
}

export function holdingDecisions(
  folders: Pick<WindowFolders, 'knownPlace'>,
  settings: Pick<AnnotatorSettings, 'annotator' | 'shownLayers'>
): HoldingDecisions {
  /** By article. */
  const holding = new Map<string, Held>()

  function allLayers(article: Uri): readonly Layer[] | undefined {
    const known = folders.knownPlace(article)
    return known?.folder.article(known.path).layers()
  }

  /** The annotator whose decisions alone hold. */
  function onlyOne(): string | undefined {
    return settings.shownLayers() === 'own' ? settings.annotator() : undefined
  }

  function heldOn(article: Uri): Held | undefined {
    const layers = allLayers(article)
    if (!layers) return undefined
    const id = article.toString()
    const held = holding.get(id)
    if (held?.layers === layers) return held
    const own = onlyOne()
    const decisions = mergedDecisions(own === undefined ? layers : layers.filter(({ annotator }) => annotator === own))
    const assistants = assistantsAmong(layers)
    const made = { layers, decisions, proposals: openProposals(assistants, decisions) }
    holding.set(id, made)
    return made
  }

  return {
    layers(article) {
      const own = settings.annotator()
      return [...layersOfPeople(allLayers(article) ?? [])].sort(
        (a, b) => Number(b.annotator === own) - Number(a.annotator === own)
      )
    },
    decisions: (article) => heldOn(article)?.decisions ?? [],
    proposals: (article) => heldOn(article)?.proposals ?? [],
    assistants: (article) => assistantsAmong(allLayers(article) ?? []),
    stamp(article) {
      const known = folders.knownPlace(article)
      const stamp = known ? known.folder.stamp(known.path) : ''
      const own = onlyOne()
      return stamp && own !== undefined ? `${stamp} of ${own}` : stamp
    },
    forget: () => holding.clear()
  }
}

function assistantsAmong(layers: readonly Layer[]): readonly Layer[] {
  return layers.filter(({ annotator }) => isAssistant(annotator))
}
