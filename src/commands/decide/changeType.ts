import { QuickPickItemKind, window, type Disposable, type QuickPickItem } from 'vscode'
import { changeEntityType, changeMention, type MentionKind } from '../../annotations'
import { disposableList } from '../../util/disposable'
import { l10n } from '../../workspace/l10n'
import { decide, decideCommand } from './perform'
import { say, type DecideTools, type Place } from './place'
import { inMarks, kindName, wordsOf } from './words'

export const mentionKinds: readonly MentionKind[] = [
  { type: 'person', acting: false },
  { type: 'organization', acting: false },
  { type: 'group', acting: false },
  { type: 'place', acting: true },
  { type: 'place', acting: false }
]

/** Another type for an entity or one of its mentions, and whether a place acts. */
export function registerChangeType(tools: DecideTools): Disposable {
  const owned = disposableList()
  owned.add(decideCommand(tools, 'changeType', (place) => changeType(tools, place)))
  owned.add(decideCommand(tools, 'toggleActing', (place) => toggleActing(tools, place)))
  return owned
}

interface KindItem extends QuickPickItem {
  readonly chosen?: { readonly kind: MentionKind; readonly all: boolean }
}

async function changeType(tools: DecideTools, place: Place): Promise<unknown> {
  const { article, facts } = place
  const { mention: index, entity } = facts
  if (!entity) return say(l10n.t('There is no name here.'))
  const mention = index === undefined ? undefined : article.analysis.mentions[index]
  const items = (all: boolean): readonly KindItem[] =>
    mentionKinds.map((kind) => ({ label: kindName(kind.type, kind.acting), chosen: { kind, all } }))
  const heading = (label: string): KindItem => ({ label, kind: QuickPickItemKind.Separator })
  const picked = await window.showQuickPick(
    [
      heading(l10n.t('{0} everywhere in this article', inMarks(entity.name))),
      ...items(true),
      ...(mention && entity.mentions.length > 1 ? [heading(l10n.t('Only here')), ...items(false)] : [])
    ],
    { title: l10n.t('Type of {0}', inMarks(entity.name)), placeHolder: l10n.t('What is it?') }
  )
  if (!picked?.chosen) return undefined
  const { kind, all } = picked.chosen
  const words = all || index === undefined ? inMarks(entity.name) : wordsOf(article, { about: 'mention', index })
  const label = l10n.t('Make {0} a {1}', words, kindName(kind.type, kind.acting))
  return decide(tools, place, label, (deciding) =>
    all || index === undefined ? changeEntityType(deciding, entity.id, kind) : changeMention(deciding, index, kind)
  )
}

function toggleActing(tools: DecideTools, place: Place): unknown {
  const { article, facts } = place
  const index = facts.mention
  const mention = index === undefined ? undefined : article.analysis.mentions[index]
  if (index === undefined || mention?.type !== 'place') return say(l10n.t('There is no place here.'))
  const words = wordsOf(article, { about: 'mention', index })
  const label = mention.acting ? l10n.t('{0} does not act here', words) : l10n.t('{0} acts here', words)
  return decide(tools, place, label, (deciding) =>
    changeMention(deciding, index, { type: 'place', acting: !mention.acting })
  )
}
