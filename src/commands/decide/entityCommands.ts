import { window, type Disposable } from 'vscode'
import type { Entity } from '../../analysis'
import {
  checkedAddress,
  checkedName,
  linkEntity,
  mergeEntities,
  renameEntity,
  splitMention,
  type Deciding
} from '../../annotations'
import { disposableList } from '../../util/disposable'
import { l10n } from '../../workspace/l10n'
import { decide, decideCommand } from './perform'
import { decidingOn, say, type DecideTools, type Place } from './place'
import { pickWho } from './whoPick'
import { inMarks, wordsOf } from './words'

/** What is decided about who somebody is. */
export function registerEntityCommands(tools: DecideTools): Disposable {
  const owned = disposableList()
  const withEntity = (name: string, run: (tools: DecideTools, place: Place, entity: Entity) => unknown) =>
    owned.add(
      decideCommand(tools, name, (place) => {
        const { entity } = place.facts
        return entity ? run(tools, place, entity) : say(l10n.t('There is no name here.'))
      })
    )
  withEntity('mergeEntities', merge)
  withEntity('splitMention', split)
  withEntity('renameEntity', rename)
  withEntity('linkEntity', link)
  return owned
}

async function merge(tools: DecideTools, place: Place, { id, name, identity }: Entity): Promise<unknown> {
  const picked = await pickWho(tools, place, {
    title: l10n.t('{0} is the same as', inMarks(name)),
    placeholder: l10n.t('Which entity? Type to search'),
    without: id
  })
  const who = picked?.who
  if (!picked || !who) return undefined
  if (identity !== undefined) await tools.annotations.loadAll()
  return decide(tools, place, l10n.t('Merge {0} with {1}', inMarks(name), inMarks(picked.name)), (deciding) =>
    mergeEntities(deciding, id, who, ownArticles(tools, deciding))
  )
}

async function split(tools: DecideTools, place: Place, { id, type }: Entity): Promise<unknown> {
  const index = place.facts.mention
  if (index === undefined) return say(l10n.t('There is no name here.'))
  const words = wordsOf(place.article, { about: 'mention', index })
  const picked = await pickWho(tools, place, {
    title: l10n.t('Here {0} is somebody else', words),
    placeholder: l10n.t('Who is it? Type to search, or to name somebody new'),
    without: id,
    type
  })
  const who = picked?.who
  if (!picked || !who) return undefined
  return decide(tools, place, l10n.t('Split {0} off, as {1}', words, inMarks(picked.name)), (deciding) =>
    splitMention(deciding, index, who)
  )
}

async function rename(tools: DecideTools, place: Place, { id, name }: Entity): Promise<unknown> {
  const typed = await window.showInputBox({
    title: l10n.t('Rename {0}', inMarks(name)),
    value: name,
    validateInput: (value) => (checkedName(value) === undefined ? l10n.t('This is no name.') : undefined)
  })
  const next = typed === undefined ? undefined : checkedName(typed)
  if (next === undefined || next === name) return undefined
  return decide(tools, place, l10n.t('Rename {0} to {1}', inMarks(name), inMarks(next)), (deciding) =>
    renameEntity(deciding, id, next)
  )
}

async function link(tools: DecideTools, place: Place, { id, name }: Entity): Promise<unknown> {
  const typed = await window.showInputBox({
    title: l10n.t('Link {0} to an address', inMarks(name)),
    prompt: l10n.t('A Wikidata item (Q42, or its page), or any other IRI'),
    validateInput: (value) =>
      value !== '' && checkedAddress(value) === undefined
        ? l10n.t('This is no address: write Q42, https://\u2026 or urn:\u2026')
        : undefined
  })
  const address = typed === undefined ? undefined : checkedAddress(typed)
  if (address === undefined) return undefined
  return decide(tools, place, l10n.t('Link {0} to {1}', inMarks(name), address), (deciding) =>
    linkEntity(deciding, id, address)
  )
}

/** The other articles on which something was decided: what was decided there for one who is merged follows. */
function ownArticles(tools: DecideTools, { article }: Deciding): readonly Deciding[] {
  const nothing = { mentions: [], entities: [], quotes: [], links: [] }
  return tools.annotations
    .articles()
    .filter((uri) => uri.toString() !== article.id)
    .map((uri) => decidingOn(tools, uri, { id: uri.toString(), text: '', markup: [], analysis: nothing }))
}
