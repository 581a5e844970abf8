import type { Disposable } from 'vscode'
import { markMentions, markQuote, type MentionKind } from '../../annotations'
import type { Span } from '../../article'
import { disposableList } from '../../util/disposable'
import { l10n } from '../../workspace/l10n'
import { showsAttitudes } from '../../workspace/settings'
import { decide, decideCommand } from './perform'
import { say, type DecideTools, type Place } from './place'
import { kindName, wordsAt } from './words'

/** The commands that make the selected words a mention, by what they make of them. */
const markCommands: Readonly<Record<string, MentionKind>> = {
  markPerson: { type: 'person', acting: false },
  markOrganization: { type: 'organization', acting: false },
  markGroup: { type: 'group', acting: false },
  markActingPlace: { type: 'place', acting: true },
  markPlace: { type: 'place', acting: false }
}

/** Makes the selected words an actor, a place or a quote; without a selection the words of the name at the cursor. */
export function registerMarkSelection(tools: DecideTools): Disposable {
  const owned = disposableList()
  for (const [name, kind] of Object.entries(markCommands))
    owned.add(decideCommand(tools, name, (place) => markAs(tools, place, kind)))
  owned.add(decideCommand(tools, 'markQuote', (place) => markAsQuote(tools, place)))
  return owned
}

function markAs(tools: DecideTools, place: Place, kind: MentionKind): unknown {
  const spans = spansToMark(place)
  if (spans.length === 0) return sayNoSelection()
  const label = l10n.t('Mark {0} as {1}', wordsAt(place.article, spans), kindName(kind.type, kind.acting))
  return decide(tools, place, label, (deciding) => markMentions(deciding, spans, kind))
}

function markAsQuote(tools: DecideTools, place: Place): unknown {
  const { article, document, selected } = place
  if (selected.length === 0) return sayNoSelection()
  const attitudes = showsAttitudes(document)
  return decide(tools, place, l10n.t('Mark {0} as a quote', wordsAt(article, selected)), (deciding) =>
    markQuote(deciding, selected, { attitudes })
  )
}

function spansToMark({ article, selected, pointed, facts }: Place): readonly Span[] {
  if (selected.length > 0) return selected
  const mention = facts.mention === undefined ? undefined : article.analysis.mentions[facts.mention]
  if (mention) return [{ start: mention.start, end: mention.end }]
  return pointed.end > pointed.start ? [{ start: pointed.start, end: pointed.end }] : []
}

export function sayNoSelection(): undefined {
  return say(l10n.t('Select the words first.'))
}
