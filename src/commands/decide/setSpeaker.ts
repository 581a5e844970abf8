import type { Disposable } from 'vscode'
import { setSpeaker } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import { decide, decideCommand } from './perform'
import { say, type DecideTools, type Place } from './place'
import { pickWho } from './whoPick'
import { wordsOf } from './words'

/** Asks who says the quote at the cursor. */
export function registerSetSpeaker(tools: DecideTools): Disposable {
  return decideCommand(tools, 'setSpeaker', (place) => setSpeakerAt(tools, place))
}

async function setSpeakerAt(tools: DecideTools, place: Place): Promise<unknown> {
  const { article, facts } = place
  const index = facts.quote
  if (index === undefined) return say(l10n.t('There is no quote here.'))
  const words = wordsOf(article, { about: 'quote', index })
  const picked = await pickWho(tools, place, {
    title: l10n.t('Speaker of {0}', words),
    placeholder: l10n.t('Who says it? Type to search, or to name somebody new'),
    current: article.analysis.quotes[index]!.speaker ?? undefined,
    nobody: true
  })
  if (!picked) return undefined
  return decide(tools, place, l10n.t('Set the speaker to {0}', picked.name), (deciding) =>
    setSpeaker(deciding, [index], picked.who)
  )
}
