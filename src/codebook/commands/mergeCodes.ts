import { window, type Disposable } from 'vscode'
import { codeTree, mergeCodes, touchedBy, withCodeEdits, type Code, type Codebook } from '../../annotations'
import { codeIcon } from '../../editor/codeIcon'
import { l10n } from '../../workspace/l10n'
import type { CodebookView } from '../codebookView'
import { namesAbove } from '../codeNames'
import { allLayers } from '../allLayers'
import { performStep } from '../performStep'
import { askCode } from '../pickCodes'
import { quoted, shownWords } from '../shownWords'
import { now } from '../signing'
import { touchedText } from '../touchedText'
import type { CodebookTools } from '../tools'
import { codesCommand } from './codesCommand'

/** Makes the chosen codes one of them; a single chosen one is merged into any other, or a new one. */
export function registerMergeCodes(tools: CodebookTools, { view, reveal }: CodebookView): Disposable {
  return codesCommand('articleAnnotator.codebook.merge', tools, view, async ({ codebook, codes, ids }) => {
    const target = await askTarget(tools, codebook, codes)
    const present = target && tools.active.ofFolder(codebook.folder)
    if (!present) return
    const articles = await allLayers(tools.annotations)
    const merged = ids.filter((id) => id !== target.code.id)
    const touched = touchedText(touchedBy(new Set(merged), articles, present.project, tools.annotations.annotator()))
    const label = l10n.t(
      'Merge {0} into {1}',
      merged.length === 1 ? nameOf(codes, merged[0]!) : l10n.t('{0} codes', merged.length),
      quoted(target.code.name)
    )
    const edits = mergeCodes(withCodeEdits(present, target.edits), merged, target.code.id, articles, now())
    if (!performStep(tools, touched ? `${label} (${touched})` : label, [...target.edits, ...edits])) return
    await reveal(target.code.id)
  })
}

function nameOf(codes: readonly Code[], id: string): string {
  return quoted(codes.find((code) => code.id === id)?.name ?? '')
}

async function askTarget(tools: CodebookTools, codebook: Codebook, codes: readonly Code[]) {
  if (codes.length === 1)
    return askCode(tools, {
      title: l10n.t('Merge {0} into which code?', quoted(codes[0]!.name)),
      without: new Set([codes[0]!.id])
    })
  const counts = tools.counts.inAll()
  const tree = codeTree(codebook.project.codes)
  const items = [...codes]
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
    .map((code) => ({
      label: shownWords(code.name),
      description: [namesAbove(tree, code.id), String(counts.get(code.id) ?? 0)].filter(Boolean).join(' \u00B7 '),
      iconPath: codeIcon(code.color),
      code
    }))
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Merge {0} codes', codes.length),
    placeHolder: l10n.t('Which of them stays?'),
    matchOnDescription: true
  })
  return picked && { code: picked.code, edits: [] }
}
