import type { Edit } from '../step'
import { changeCodes, withParent } from './changeCodes'
import type { Codebook, LayeredArticle } from './codebook'
import { codingsOf, withoutCodings } from './codings'
import { codeTree, topmostCodes, withCodesBelow } from './codeTree'
import { withoutRefusals } from './refusals'

/**
 * Deletes codes with their codings and the notes about them: with the codes below them, or where these are to stay, they move
 * to the place of the deleted one above them.
 */
export function deleteCodes(
  codebook: Codebook,
  ids: Iterable<string>,
  below: 'too' | 'stay',
  articles: readonly LayeredArticle[],
  now: string
): readonly Edit[] {
  const { folder, project } = codebook
  const tree = codeTree(project.codes)
  const deleted = below === 'too' ? withCodesBelow(tree, ids) : new Set([...ids].filter((id) => tree.nodes.has(id)))
  const orphaned = new Map<string, string | undefined>()
  for (const { code, children } of topmostCodes(tree, deleted))
    for (const top of survivors(children, deleted)) orphaned.set(top, code.parent)
  return [
    ...changeCodes(codebook, orphaned.keys(), now, (code) => withParent(code, orphaned.get(code.id))),
    ...withoutCodings(codingsOf(articles, deleted)),
    ...withoutRefusals(articles, deleted),
    ...project.memos
      .filter(({ about }) => deleted.has(about))
      .map((before): Edit => ({ kind: 'memo', folder, before })),
    ...project.codes.filter(({ id }) => deleted.has(id)).map((before): Edit => ({ kind: 'code', folder, before }))
  ]
}

/** The topmost of the nodes and of what is below them that are not deleted. */
function survivors(nodes: ReturnType<typeof topmostCodes>, deleted: ReadonlySet<string>): readonly string[] {
  return nodes.flatMap(({ code, children }) => (deleted.has(code.id) ? survivors(children, deleted) : [code.id]))
}
