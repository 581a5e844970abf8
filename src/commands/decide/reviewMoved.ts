import { QuickPickItemKind, window, type Disposable, type QuickPickItem } from 'vscode'
import {
  decisionsToRepair,
  likeliestPlaces,
  putBack,
  takeBack,
  targetSpans,
  type PlacedDecision,
  type PlacementState
} from '../../annotations'
import type { Span } from '../../article'
import { excerpt, plainLine } from '../../editor/markdownText'
import { withoutMarks } from '../../util/printable'
import { l10n } from '../../workspace/l10n'
import { revealSpan } from '../../workspace/reveal'
import { decisionText, decisionWords } from './decisionText'
import { decide, decideCommand } from './perform'
import { decidingOn, say, type DecideTools, type Place } from './place'
import { wordsAt } from './words'

/**
 * The annotator's decisions whose words moved, were edited, are there several times or are gone. Each is put back: as it is now,
 * on one of the places where it may be, on the selection; or it is deleted.
 */
export function registerReviewMoved(tools: DecideTools): Disposable {
  return decideCommand(tools, 'reviewMoved', (place) => reviewMoved(tools, place))
}

async function reviewMoved(tools: DecideTools, place: Place): Promise<unknown> {
  const { article, document, pointed } = place
  const found = decisionsToRepair(decidingOn(tools, document.uri, article))
  if (found.length === 0) return say(l10n.t('All your annotations are on the words that you decided about.'))
  const given = found.find(({ decision }) => decision.id === pointed.key)
  const chosen = given ?? (await pickDecision(found))
  return chosen && repair(tools, place, chosen)
}

async function pickDecision(found: readonly PlacedDecision[]): Promise<PlacedDecision | undefined> {
  const picked = await window.showQuickPick(
    found.map((placed) => ({
      label: plainLine(decisionWords(placed.decision)),
      description: withoutMarks(plainLine(`${decisionText(placed.decision)} \u00B7 ${stateName(placed.state)}`)),
      placed
    })),
    {
      title: l10n.t('Annotations that have moved'),
      placeHolder: l10n.t('Which one do you want to put back?'),
      matchOnDescription: true
    }
  )
  return picked?.placed
}

interface Repair extends QuickPickItem {
  readonly spans?: readonly Span[]
  readonly run?: () => Promise<boolean>
}

async function repair(tools: DecideTools, place: Place, placed: PlacedDecision): Promise<unknown> {
  const { article, document, selected } = place
  const words = decisionWords(placed.decision)
  const put = (spans?: readonly Span[]) => () =>
    decide(tools, place, l10n.t('Put {0} back', words), (deciding) =>
      putBack(deciding, placed, spans && targetSpans(placed, spans))
    )
  const likeliest = likeliestPlaces(placed)
  const candidates = placed.decision.target.length === 1 ? (placed.placements[0]?.candidates ?? []) : []
  const repairs: Repair[] = []
  if (placed.isInText && likeliest)
    repairs.push({
      label: `$(check) ${l10n.t('It is right where it is now')}`,
      description: wordsAt(article, likeliest),
      spans: likeliest,
      run: put()
    })
  else if (likeliest && candidates.length === 0)
    repairs.push({
      label: `$(location) ${l10n.t('Put it where it most likely is')}`,
      description: wordsAt(article, likeliest),
      spans: likeliest,
      run: put(likeliest)
    })
  for (const span of candidates) {
    const line = document.positionAt(span.start).line + 1
    repairs.push({
      label: `$(location) ${l10n.t('Line {0}: {1}', String(line), withoutMarks(excerpt(article.text.slice(span.start, span.end + 60), 80)))}`,
      spans: [span],
      run: put([span])
    })
  }
  if (selected.length > 0)
    repairs.push({
      label: `$(whole-word) ${l10n.t('Put it on the selection')}`,
      description: wordsAt(article, selected),
      run: put(selected)
    })
  repairs.push(
    { label: '', kind: QuickPickItemKind.Separator },
    {
      label: `$(trash) ${l10n.t('Delete it')}`,
      run: () =>
        decide(tools, place, l10n.t('Delete {0}, {1}', words, decisionText(placed.decision)), (deciding) =>
          takeBack(deciding, [placed.decision])
        )
    }
  )
  const picked = await window.showQuickPick(repairs, {
    title: l10n.t('{0}: {1}', words, stateName(placed.state)),
    placeHolder: l10n.t('Where does it belong? Other words: select them, then run this again'),
    onDidSelectItem: (item) => {
      const [first] = (item as Repair).spans ?? []
      if (first) void revealSpan(document.uri, first, { preserveFocus: true })
    }
  })
  return picked?.run?.()
}

function stateName(state: PlacementState): string {
  switch (state) {
    case 'placed':
      return l10n.t('in its place')
    case 'moved':
      return l10n.t('moved')
    case 'changed':
      return l10n.t('its words were edited')
    case 'ambiguous':
      return l10n.t('its words are there several times')
    case 'orphan':
      return l10n.t('its words are gone')
  }
}
