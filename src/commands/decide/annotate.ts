import { commands, QuickPickItemKind, window, type Disposable, type QuickPickItem } from 'vscode'
import { ownDecisionsAt, type Fact } from '../../annotations'
import { plainLine } from '../../editor/markdownText'
import { l10n } from '../../workspace/l10n'
import { decideCommand } from './perform'
import { decidingOn, type DecideTools, type Place } from './place'
import { inMarks, wordsAt, wordsOf } from './words'

interface Action extends QuickPickItem {
  readonly command?: string
  readonly argument?: object
}

/** Everything that can be decided at the cursor, in one list with search. */
export function registerAnnotate(tools: DecideTools): Disposable {
  return decideCommand(tools, 'annotate', async (place) => {
    const picked = await window.showQuickPick(actionsAt(tools, place), {
      title: l10n.t('Annotate'),
      placeHolder: l10n.t('What do you want to decide? Type to search')
    })
    if (picked?.command) await commands.executeCommand(`articleAnnotator.${picked.command}`, picked.argument)
  })
}

function actionsAt(tools: DecideTools, place: Place): Action[] {
  return [
    ...selectionActions(place),
    ...quoteActions(place),
    ...mentionActions(place),
    ...entityActions(place),
    ...codingActions(),
    ...articleActions(tools, place)
  ]
}

function selectionActions({ article, selected }: Place): readonly Action[] {
  if (selected.length === 0) return []
  return [
    heading(l10n.t('The selection {0}', wordsAt(article, selected))),
    action(l10n.t('Mark as Person'), 'person', 'markPerson'),
    action(l10n.t('Mark as Organization'), 'organization', 'markOrganization'),
    action(l10n.t('Mark as Group'), 'group', 'markGroup'),
    action(l10n.t('Mark as Acting Place'), 'acting-place', 'markActingPlace'),
    action(l10n.t('Mark as Place'), 'place', 'markPlace'),
    action(l10n.t('Mark as Quote'), 'quote', 'markQuote'),
    action(l10n.t('Source of the Quote'), 'source', 'setSource'),
    action(l10n.t('Cue of the Quote'), 'cue', 'setCue'),
    action(l10n.t('Set the Words of the Name or Quote Here'), 'span', 'setSpan'),
    action(l10n.t('Mark All Occurrences\u2026'), 'all', 'markAll'),
    action(l10n.t('Mark All Occurrences in the Folder\u2026'), 'all', 'markAllInFolder')
  ]
}

function quoteActions(place: Place): readonly Action[] {
  const { article, facts, pointed } = place
  if (facts.quote === undefined) return []
  const fact: Fact = { about: 'quote', index: facts.quote }
  const argument = argumentOf(place, 'quote', pointed.about === 'quote' ? pointed.key : undefined)
  return [
    heading(l10n.t('The quote {0}', wordsOf(article, fact))),
    action(l10n.t('Speaker\u2026'), 'speaker', 'setSpeaker', argument),
    action(l10n.t('Accept the Quote'), 'accept', 'accept', argument),
    action(l10n.t('Reject the Quote'), 'reject', 'reject', argument),
    action(l10n.t('Said, or Only Believed or Wanted'), 'attitude', 'toggleAttitude', argument)
  ]
}

function mentionActions(place: Place): readonly Action[] {
  const { article, facts } = place
  if (facts.mention === undefined) return []
  const mention = article.analysis.mentions[facts.mention]!
  const argument = argumentOf(place, 'mention')
  return [
    heading(l10n.t('The name {0}', wordsOf(article, { about: 'mention', index: facts.mention }))),
    action(l10n.t('Accept'), 'accept', 'accept', argument),
    action(l10n.t('Reject'), 'reject', 'reject', argument),
    ...(mention.type === 'place'
      ? [action(mention.acting ? l10n.t('Does Not Act Here') : l10n.t('Acts Here'), 'acting', 'toggleActing', argument)]
      : []),
    action(l10n.t('Somebody Else Here\u2026'), 'split', 'splitMention', argument)
  ]
}

function entityActions(place: Place): readonly Action[] {
  const { facts, pointed } = place
  const { entity } = facts
  if (!entity) return []
  const argument = pointed.about === 'entity' ? argumentOf(place, 'entity', pointed.key) : argumentOf(place, 'mention')
  const marks = action(l10n.t('Mark All Occurrences\u2026'), 'all', 'markAll', argument)
  const marksInFolder = action(l10n.t('Mark All Occurrences in the Folder\u2026'), 'all', 'markAllInFolder', argument)
  return [
    heading(inMarks(entity.name)),
    action(l10n.t('Change Type\u2026'), 'type', 'changeType', argument),
    action(l10n.t('Same As\u2026'), 'merge', 'mergeEntities', argument),
    action(l10n.t('Rename\u2026'), 'rename', 'renameEntity', argument),
    action(l10n.t('Link to Wikidata or Another Address\u2026'), 'link', 'linkEntity', argument),
    action(l10n.t('Accept All Its Mentions'), 'accept', 'acceptEntity', argument),
    ...(place.selected.length === 0 && facts.mention !== undefined ? [marks, marksInFolder] : [])
  ]
}

function codingActions(): readonly Action[] {
  return [
    heading(l10n.t('Codes and memos')),
    action(l10n.t('Code\u2026'), 'code', 'code'),
    action(l10n.t('Code by Own Words'), 'code', 'codeInVivo'),
    action(l10n.t('Take Codes Off\u2026'), 'discard', 'uncode'),
    action(l10n.t('Memo\u2026'), 'memo', 'memo')
  ]
}

function articleActions(tools: DecideTools, { article, document, pointed }: Place): readonly Action[] {
  const { annotations } = tools
  const [undo, redo] = [annotations.undoLabel(), annotations.redoLabel()]
  const isDecidedHere = ownDecisionsAt(decidingOn(tools, document.uri, article), pointed).length > 0
  const isNone = article.decided?.isArticle === false
  return [
    heading(l10n.t('The article')),
    ...(isDecidedHere ? [action(l10n.t('Take Back What You Decided Here'), 'discard', 'takeBack')] : []),
    action(l10n.t('Accept All of One Kind\u2026'), 'accept', 'acceptKind'),
    action(l10n.t('Review, Least Certain First'), 'review', 'startReview'),
    action(l10n.t('Review Moved Annotations\u2026'), 'moved', 'reviewMoved'),
    isNone
      ? action(l10n.t('This File Is an Article'), 'file', 'markArticle')
      : action(l10n.t('This File Is No Article'), 'file', 'markNoArticle'),
    ...(undo !== undefined ? [action(l10n.t('Undo: {0}', plainLine(undo)), 'discard', 'undo')] : []),
    ...(redo !== undefined ? [action(l10n.t('Redo: {0}', plainLine(redo)), 'redo', 'redo')] : [])
  ]
}

function argumentOf({ document, pointed }: Place, about: 'mention' | 'quote' | 'entity', key?: string): object {
  const { start, end } = pointed
  return { uri: document.uri.toString(), start, end, webviewSection: about, ...(key !== undefined && { key }) }
}

function heading(label: string): Action {
  return { label, kind: QuickPickItemKind.Separator }
}

const icons: Readonly<Record<string, string>> = {
  person: 'person',
  organization: 'organization',
  group: 'organization',
  'acting-place': 'globe',
  place: 'location',
  quote: 'quote',
  source: 'comment',
  cue: 'comment',
  span: 'whole-word',
  all: 'replace-all',
  speaker: 'megaphone',
  accept: 'check',
  reject: 'close',
  attitude: 'lightbulb',
  acting: 'globe',
  split: 'git-compare',
  type: 'symbol-class',
  merge: 'git-merge',
  rename: 'edit',
  link: 'link',
  code: 'tag',
  memo: 'note',
  discard: 'discard',
  redo: 'redo',
  review: 'checklist',
  moved: 'warning',
  file: 'file'
}

function action(label: string, icon: string, command: string, argument?: object): Action {
  return { label: `$(${icons[icon] ?? 'pencil'}) ${label}`, command, ...(argument && { argument }) }
}
