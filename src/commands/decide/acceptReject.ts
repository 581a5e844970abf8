import { window, type Disposable } from 'vscode'
import { acceptFacts, factAt, rejectFacts, undecidedGroups, type Fact } from '../../annotations'
import { disposableList } from '../../util/disposable'
import { l10n, shownNumber } from '../../workspace/l10n'
import { showsAttitudes } from '../../workspace/settings'
import { decide, decideCommand } from './perform'
import { say, type DecideTools, type Place } from './place'
import { groupName, inMarks, wordsOf } from './words'

export function registerAcceptReject(tools: DecideTools): Disposable {
  const owned = disposableList()
  owned.add(decideCommand(tools, 'accept', (place) => acceptAt(tools, place)))
  owned.add(decideCommand(tools, 'reject', (place) => rejectAt(tools, place)))
  owned.add(decideCommand(tools, 'acceptEntity', (place) => acceptEntity(tools, place)))
  owned.add(decideCommand(tools, 'acceptKind', (place) => acceptKind(tools, place)))
  return owned
}

function acceptAt(tools: DecideTools, place: Place): unknown {
  if (place.pointed.about === 'entity') return acceptEntity(tools, place)
  const fact = factAt(place.article, place.pointed)
  if (!fact) return sayNothing()
  return decide(tools, place, l10n.t('Accept {0}', wordsOf(place.article, fact)), (deciding) =>
    acceptFacts(deciding, [fact])
  )
}

function rejectAt(tools: DecideTools, place: Place): unknown {
  const facts = place.pointed.about === 'entity' ? mentionsOf(place) : [factAt(place.article, place.pointed)]
  const [first] = facts
  if (!first) return sayNothing()
  const label =
    place.pointed.about === 'entity'
      ? l10n.t('Reject all mentions of {0}', inMarks(place.facts.entity?.name ?? ''))
      : l10n.t('Reject {0}', wordsOf(place.article, first))
  return decide(tools, place, label, (deciding) =>
    rejectFacts(
      deciding,
      facts.flatMap((fact) => fact ?? [])
    )
  )
}

function acceptEntity(tools: DecideTools, place: Place): unknown {
  const { entity } = place.facts
  const facts = mentionsOf(place)
  if (!entity || facts.length === 0) return sayNothing()
  return decide(tools, place, l10n.t('Accept all mentions of {0}', inMarks(entity.name)), (deciding) =>
    acceptFacts(deciding, facts)
  )
}

async function acceptKind(tools: DecideTools, place: Place): Promise<unknown> {
  const { article, document } = place
  const groups = [...undecidedGroups({ article }, { attitudes: showsAttitudes(document) })]
  if (groups.length === 0) return say(l10n.t('Everything in this article is decided.'))
  const all = groups.flatMap(([, facts]) => facts)
  const picked = await window.showQuickPick(
    [
      ...groups.map(([group, facts]) => ({ label: groupName(group), description: shownNumber(facts.length), facts })),
      { label: l10n.t('Everything that is not decided yet'), description: shownNumber(all.length), facts: all }
    ],
    { title: l10n.t('Accept All of One Kind'), placeHolder: l10n.t('Which suggestions are right?') }
  )
  if (!picked) return undefined
  return decide(tools, place, l10n.t('Accept all: {0}', picked.label), (deciding) =>
    acceptFacts(deciding, picked.facts)
  )
}

function mentionsOf({ facts: { entity } }: Place): readonly Fact[] {
  return entity?.mentions.map((index): Fact => ({ about: 'mention', index })) ?? []
}

export function sayNothing(): undefined {
  return say(l10n.t('There is no name and no quote here.'))
}
