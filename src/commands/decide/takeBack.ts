import { window, type Disposable } from 'vscode'
import { ownDecisionsAt, takeBack, type Decision } from '../../annotations'
import { plainLine } from '../../editor/markdownText'
import { withoutMarks } from '../../util/printable'
import { l10n } from '../../workspace/l10n'
import { decisionText, decisionWords } from './decisionText'
import { decide, decideCommand } from './perform'
import { decidingOn, say, type DecideTools, type Place } from './place'

/** Takes back what the annotator decided about the words at the cursor; where it is several things, those that are chosen. */
export function registerTakeBack(tools: DecideTools): Disposable {
  return decideCommand(tools, 'takeBack', (place) => takeBackAt(tools, place))
}

async function takeBackAt(tools: DecideTools, place: Place): Promise<unknown> {
  const found = decisionsAt(tools, place)
  if (found.length === 0) return say(l10n.t('You have decided nothing here.'))
  const chosen =
    found.length === 1
      ? found
      : (
          await window.showQuickPick(
            found.map((decision) => ({
              label: plainLine(decisionWords(decision)),
              description: withoutMarks(plainLine(decisionText(decision))),
              picked: true,
              decision
            })),
            { title: l10n.t('Take back what you decided here'), canPickMany: true }
          )
        )?.map(({ decision }) => decision)
  const [first] = chosen ?? []
  if (!chosen || !first) return undefined
  const label =
    chosen.length === 1
      ? l10n.t('Take back: {0}, {1}', decisionWords(first), decisionText(first))
      : l10n.t('Take back {0} decisions', chosen.length)
  return decide(tools, place, label, (deciding) => takeBack(deciding, chosen))
}

/** The one that a row of the sidebar stands for, otherwise those at the cursor or about the entity. */
function decisionsAt(tools: DecideTools, { article, document, pointed, facts, section }: Place): readonly Decision[] {
  const deciding = decidingOn(tools, document.uri, article)
  const marked = deciding.own.find(({ id }) => id === pointed.key)
  if (marked) return [marked]
  if (section !== 'entity') return ownDecisionsAt(deciding, pointed)
  const mentions = facts.entity?.mentions.flatMap((index) => article.analysis.mentions[index] ?? []) ?? []
  return [...new Set(mentions.flatMap((mention) => ownDecisionsOn(deciding, mention)))]
}

function ownDecisionsOn(deciding: Parameters<typeof ownDecisionsAt>[0], mention: { start: number; end: number }) {
  return ownDecisionsAt(deciding, mention).filter(({ target: [first] }) => first?.start === mention.start)
}
