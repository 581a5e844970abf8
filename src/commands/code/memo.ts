import { commands, ThemeIcon, window, type Disposable, type QuickPickItem } from 'vscode'
import { entityMemo, isSameTarget, type Anchor, type Decision, type MemoPlace } from '../../annotations'
import { wholeName } from '../../codebook/codeNames'
import { askMemo } from '../../codebook/memos/askMemo'
import { presentText } from '../../codebook/memos/memos'
import { quoted, shownWords, targetWords } from '../../codebook/shownWords'
import type { CodebookTools } from '../../codebook/tools'
import { entityAt } from '../../editor/entityAt'
import { l10n } from '../../workspace/l10n'
import { decidingOn, type DecideTools } from '../decide/place'
import { marksAt } from './codingsAt'
import { anchorsFor, wordsAt, type WordsAt } from './wordsAt'

interface MemoItem extends QuickPickItem {
  readonly place: MemoPlace
}

/** Writes a memo: on the selected words at once, otherwise on what the user picks of that which is at the cursor. */
export function registerMemo(tools: CodebookTools, deciding: DecideTools): readonly Disposable[] {
  return [
    commands.registerCommand('articleAnnotator.memo', async (argument: unknown): Promise<void> => {
      const at = await wordsAt(tools, argument)
      if (!at || !(await tools.askAnnotator())) return
      const places = memoPlaces(tools, deciding, at)
      const isClear = at.given !== undefined || at.targets[0]?.kind === 'selection'
      const chosen = isClear || places.length === 1 ? places[0]?.place : await pickPlace(tools, places)
      if (chosen) await askMemo(tools, chosen)
    }),
    commands.registerCommand('articleAnnotator.memoOnArticle', async (): Promise<void> => {
      const uri = tools.active.article()
      if (!uri) {
        void window.showInformationMessage(l10n.t('Open an article first.'))
        return
      }
      await tools.annotations.load(uri)
      if (await tools.askAnnotator()) await askMemo(tools, onTarget(tools, uri, []))
    }),
    commands.registerCommand('articleAnnotator.memoOnProject', async (): Promise<void> => {
      const codebook = tools.active.codebook()
      if (!codebook) {
        void window.showInformationMessage(l10n.t('Open a folder or an article first.'))
        return
      }
      if (await tools.askAnnotator()) await askMemo(tools, { kind: 'about', folder: codebook.folder, about: '' })
    })
  ]
}

/** All that a memo may be about here, the most likely first. */
function memoPlaces(tools: CodebookTools, deciding: DecideTools, at: WordsAt): readonly MemoItem[] {
  const { document, analyzed, targets, selections, given } = at
  const offset = selections[0]?.start ?? 0
  const words = anchorsFor(analyzed, targets.slice(0, 1)).map((target): MemoItem => {
    const place = onTarget(tools, document.uri, target)
    return { label: quoted(targetWords(target)), description: l10n.t('words'), iconPath: new ThemeIcon('quote'), place }
  })
  const entity = entityAt(analyzed.analysis, offset)?.entity
  const aboutEntity = entity && entityMemo(decidingOn(deciding, document.uri, analyzed), entity.id)
  const entities: MemoItem[] =
    entity && aboutEntity
      ? [
          {
            label: shownWords(entity.name),
            description: l10n.t('entity'),
            iconPath: new ThemeIcon('person'),
            place: aboutEntity
          }
        ]
      : []
  if (given?.section === 'entity' || given?.section === 'mention') return [...entities, ...words]
  return [...words, ...markItems(tools, at), ...entities, ...wholeItems(tools, at)]
}

/** Codings and memos at the cursor. */
function markItems(tools: CodebookTools, { document, analyzed, selections, targets }: WordsAt): readonly MemoItem[] {
  const own = tools.annotations.annotator()
  const codebook = tools.active.codebook()
  return marksAt(analyzed.decided, selections[0] ?? { start: 0, end: 0 }).flatMap((mark): MemoItem[] => {
    if (mark.creator !== own || mark.target.length === 0) return []
    if (mark.kind === 'memo' && isAt(targets[0]?.pieces, mark.target)) return []
    const name = mark.kind === 'code' && codebook ? wholeName(codebook, mark.code) : quoted(targetWords(mark.target))
    return [
      {
        label: name,
        description: mark.kind === 'code' ? l10n.t('coding of {0}', quoted(targetWords(mark.target))) : l10n.t('words'),
        iconPath: new ThemeIcon(mark.kind === 'code' ? 'tag' : 'quote'),
        place: { kind: 'decision', article: document.uri.toString(), decision: mark }
      }
    ]
  })
}

function wholeItems(tools: CodebookTools, { document }: WordsAt): readonly MemoItem[] {
  const folder = tools.annotations.projectFolder(document.uri)
  return [
    { label: l10n.t('The article'), iconPath: new ThemeIcon('file'), place: onTarget(tools, document.uri, []) },
    ...(folder === undefined
      ? []
      : [
          {
            label: l10n.t('The project'),
            iconPath: new ThemeIcon('folder'),
            place: { kind: 'about', folder, about: '' } as const
          }
        ])
  ]
}

/** The annotator's memo on these words, or on the whole article: the one that is there, or a new one. */
function onTarget(
  { annotations }: CodebookTools,
  uri: { toString(): string } & Parameters<CodebookTools['annotations']['layers']>[0],
  target: readonly Anchor[]
): MemoPlace {
  const own = annotations.annotator()
  const present = annotations
    .layers(uri)
    .flatMap(({ decisions }) => decisions)
    .find(
      (known): known is Decision => known.kind === 'memo' && known.creator === own && isSameTarget(known.target, target)
    )
  const decision = present ?? annotations.draft({ kind: 'memo', text: '' }, { target })
  return { kind: 'decision', article: uri.toString(), decision }
}

function isAt(
  pieces: readonly { readonly start: number; readonly end: number }[] | undefined,
  target: readonly Anchor[]
) {
  return (
    pieces?.length === target.length &&
    pieces.every(({ start, end }, index) => target[index]?.start === start && target[index].end === end)
  )
}

async function pickPlace(tools: CodebookTools, places: readonly MemoItem[]): Promise<MemoPlace | undefined> {
  const items = places.map((item) => {
    const text = presentText(tools, item.place)
    return { ...item, detail: text === '' ? '' : shownWords(text, 100) }
  })
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Memo on what?'),
    matchOnDescription: true,
    matchOnDetail: true
  })
  return picked?.place
}
