import { window, type Disposable, type QuickPickItem } from 'vscode'
import { isColor, palette, recolorCodes } from '../../annotations'
import { codeIcon } from '../../editor/codeIcon'
import { l10n } from '../../workspace/l10n'
import type { CodebookView } from '../codebookView'
import { codeNames } from '../codeNames'
import { performStep } from '../performStep'
import { now } from '../signing'
import type { CodebookTools } from '../tools'
import { codesCommand } from './codesCommand'

interface ColorItem extends QuickPickItem {
  /** Undefined is one that the user types. */
  readonly color: string | undefined
}

/** Gives the chosen codes a colour, all the same. */
export function registerRecolorCodes(tools: CodebookTools, { view }: CodebookView): Disposable {
  return codesCommand('articleAnnotator.codebook.recolor', tools, view, async ({ codebook, codes, ids }) => {
    const color = await askColor(l10n.t('Colour of {0}', codeNames(codebook, ids)), codes[0]!.color)
    if (color === undefined) return
    const present = tools.active.ofFolder(codebook.folder) ?? codebook
    performStep(tools, l10n.t('Colour {0}', codeNames(codebook, ids)), recolorCodes(present, ids, color, now()))
  })
}

async function askColor(title: string, present: string): Promise<string | undefined> {
  const items: ColorItem[] = palette.map(({ name, color }) => ({
    label: colorName(name),
    description: color === present ? `${color} \u00B7 ${l10n.t('as it is')}` : color,
    iconPath: codeIcon(color),
    color
  }))
  const own: ColorItem = { label: l10n.t('Another colour\u2026'), color: undefined, alwaysShow: true }
  const picked = await window.showQuickPick([...items, own], { title, matchOnDescription: true })
  if (!picked || picked.color !== undefined) return picked?.color
  const typed = await window.showInputBox({
    title,
    value: present,
    validateInput: (text) => (isColor(text.trim()) ? undefined : l10n.t('A colour is written like #2a80e2.'))
  })
  return typed?.trim()
}

function colorName(name: string): string {
  const names: Readonly<Record<string, string>> = {
    blue: l10n.t('Blue'),
    orange: l10n.t('Orange'),
    green: l10n.t('Green'),
    magenta: l10n.t('Magenta'),
    teal: l10n.t('Teal'),
    red: l10n.t('Red'),
    violet: l10n.t('Violet'),
    olive: l10n.t('Olive'),
    sky: l10n.t('Sky blue'),
    brown: l10n.t('Brown'),
    pink: l10n.t('Pink'),
    slate: l10n.t('Slate')
  }
  return names[name] ?? name
}
