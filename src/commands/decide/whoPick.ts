import { QuickPickItemKind, window, type QuickPickItem } from 'vscode'
import type { EntityType } from '../../analysis'
import { checkedName, entityChoices, folderChoices, type FolderName, type Who } from '../../annotations'
import type { EntityReference } from '../../corpus'
import { plainLine } from '../../editor/markdownText'
import { entityTypeName } from '../../editor/vocabulary'
import { withoutMarks } from '../../util/printable'
import { l10n } from '../../workspace/l10n'
import { decidingOn, type DecideTools, type Place } from './place'

export interface WhoPickOptions {
  readonly title: string
  readonly placeholder: string
  /** The entity of the article that is meant now: it is marked, and stands first. */
  readonly current?: string | undefined
  /** An entity that cannot be chosen. */
  readonly without?: string | undefined
  /** Whether "nobody can be named" can be chosen. */
  readonly nobody?: boolean
  /** The type of somebody new. */
  readonly type?: EntityType
}

export interface PickedWho {
  /** Null: nobody. */
  readonly who: Who | null
  readonly name: string
}

interface Choice extends QuickPickItem {
  readonly choose?: () => Promise<PickedWho | undefined>
}

interface FolderWho extends FolderName {
  readonly member?: EntityReference
}

/**
 * Lets somebody choose who is meant: those of the article first, then those of the folder, then who is typed, then nobody.
 * Undefined where nothing was chosen.
 */
export function pickWho(tools: DecideTools, place: Place, options: WhoPickOptions): Promise<PickedWho | undefined> {
  const { analysis } = place.article
  const type = options.type ?? 'person'
  const here = entityChoices(analysis, place.pointed)
    .filter(({ id }) => id !== options.without)
    .sort((a, b) => Number(b.id === options.current) - Number(a.id === options.current))
    .map((entity): Choice => ({
      label: withoutMarks(plainLine(entity.name)),
      description:
        entity.id === options.current
          ? l10n.t('{0} \u00B7 as now', entityTypeName(entity.type))
          : entityTypeName(entity.type),
      choose: () => Promise.resolve({ who: { kind: 'entity', id: entity.id }, name: entity.name })
    }))
  const folder = folderPeople(tools, place)
  const pick = window.createQuickPick<Choice>()
  pick.title = options.title
  pick.placeholder = options.placeholder
  pick.matchOnDescription = true

  function show(): void {
    const others = folderChoices(folder, pick.value, analysis).map((one): Choice => ({
      label: withoutMarks(plainLine(one.name)),
      description: entityTypeName(one.type),
      alwaysShow: pick.value !== '',
      choose: () => chosenFromFolder(tools, one)
    }))
    const name = checkedName(pick.value)
    pick.items = [
      heading(l10n.t('In this article')),
      ...here,
      ...(others.length > 0 ? [heading(l10n.t('In the folder')), ...others] : []),
      ...(name || options.nobody ? [heading('')] : []),
      ...(name
        ? [
            {
              label: l10n.t('New: {0}', name),
              description: entityTypeName(type),
              alwaysShow: true,
              choose: () => Promise.resolve({ who: { kind: 'new', identity: { name, type } } as const, name })
            }
          ]
        : []),
      ...(options.nobody
        ? [
            {
              label: l10n.t('Nobody'),
              description: l10n.t('nobody can be named'),
              choose: () => Promise.resolve({ who: null, name: l10n.t('nobody') })
            }
          ]
        : [])
    ]
  }

  show()
  return new Promise((resolve) => {
    pick.onDidChangeValue(show)
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems
      if (!chosen?.choose) return
      resolve(chosen.choose())
      pick.hide()
    })
    pick.onDidHide(() => {
      resolve(undefined)
      pick.dispose()
    })
    pick.show()
  })
}

function heading(label: string): Choice {
  return { label, kind: QuickPickItemKind.Separator }
}

/** Whom the project's registry and the folder's articles name, those of most quotes first. */
function folderPeople({ annotations, folder }: DecideTools, { document }: Place): readonly FolderWho[] {
  const registered = annotations
    .project(document.uri)
    .entities.map(({ iri, name, type }): FolderWho => ({ name, type, identity: iri }))
  const known = new Set(registered.map(({ identity }) => identity))
  const entities = folder.snapshot()?.corpus.entities ?? []
  const named = entities
    .filter(({ named }) => named)
    .sort((a, b) => b.quotes.length - a.quotes.length || (a.name < b.name ? -1 : 1))
    .flatMap(({ name, type, members, identity }): readonly FolderWho[] => {
      if (identity !== undefined && known.has(identity)) return []
      const [member] = members
      return [{ name, type, ...(identity !== undefined && { identity }), ...(member && { member }) }]
    })
  return [...registered, ...named]
}

async function chosenFromFolder(
  tools: DecideTools,
  { name, type, identity, member }: FolderWho
): Promise<PickedWho | undefined> {
  if (identity !== undefined) return { who: { kind: 'known', identity: { iri: identity, name, type } }, name }
  const article = member && tools.folder.snapshot()?.article(member.article)
  if (!member || !article || !tools.annotations.canAnnotate(article.uri))
    return { who: { kind: 'new', identity: { name, type } }, name }
  // Decided in that article too, on the mention that names them best: so its quotes and those here are linked.
  await tools.annotations.load(article.uri)
  return { who: { kind: 'elsewhere', deciding: decidingOn(tools, article.uri, article), id: member.entity }, name }
}
