import { codePath, codeTree, type Codebook, type CodeTree } from '../annotations'
import { l10n } from '../workspace/l10n'
import { quoted, shownWords } from './shownWords'

/** The codes for a label: the name of one, the number of several. */
export function codeNames({ project }: Codebook, ids: readonly string[]): string {
  const found = project.codes.filter(({ id }) => ids.includes(id))
  return found.length === 1 ? quoted(found[0]!.name) : l10n.t('{0} codes', found.length)
}

/** The names of the codes above a code: "Economy › Taxes"; "" at the top. */
export function namesAbove(tree: CodeTree, id: string): string {
  return codePath(tree, id)
    .slice(0, -1)
    .map((name) => shownWords(name, 40))
    .join(' \u203A ')
}

/** The whole name of a code: "Economy › Taxes"; of an unknown one a text that says so. */
export function wholeName(codebook: Codebook, id: string): string {
  const names = codePath(codeTree(codebook.project.codes), id)
  return names.length > 0 ? names.map((name) => shownWords(name, 60)).join(' \u203A ') : l10n.t('unknown code')
}
