import type { Code } from '../project'
import type { Edit } from '../step'
import { withParent } from './changeCodes'
import type { Codebook, LayeredArticle } from './codebook'
import { codingsOf, recode } from './codings'
import { codeTree, codesInOrder } from './codeTree'
import { refuseInstead } from './refusals'

/**
 * Makes several codes one: the codings of `ids` get the code `into`, codes below them move below it, notes about them become
 * notes about it; a description and a shortcut are taken over where it has none. No edit when it is unknown.
 */
export function mergeCodes(
  { folder, project }: Codebook,
  ids: Iterable<string>,
  into: string,
  articles: readonly LayeredArticle[],
  now: string
): readonly Edit[] {
  const tree = codeTree(project.codes)
  const merged = new Set([...ids].filter((id) => id !== into && tree.nodes.has(id)))
  const target = tree.nodes.get(into)
  if (!target || merged.size === 0) return []
  const sources = codesInOrder(tree).flatMap(({ code }) => (merged.has(code.id) ? [code] : []))
  const codeEdits = project.codes.flatMap((before): Edit[] => {
    if (merged.has(before.id)) return [{ kind: 'code', folder, before }]
    const after = before.id === into ? withTakenOver(before, sources) : before
    const parent = merged.has(after.parent ?? '') ? (before.id === into ? parentAbove() : into) : after.parent
    if (after === before && parent === before.parent) return []
    return [{ kind: 'code', folder, before, after: { ...withParent(after, parent), modified: now } }]
  })
  const memoEdits = project.memos
    .filter(({ about }) => merged.has(about))
    .map((before): Edit => ({ kind: 'memo', folder, before, after: { ...before, about: into, modified: now } }))
  return [
    ...recode(articles, codingsOf(articles, merged), into, now),
    ...refuseInstead(articles, merged, into, now),
    ...memoEdits,
    ...codeEdits
  ]

  /** Where the target goes when what is above it is merged into it. */
  function parentAbove(): string | undefined {
    let above = target?.parent
    while (above && merged.has(above.code.id)) above = above.parent
    return above?.code.id
  }
}

function withTakenOver(code: Code, sources: readonly Code[]): Code {
  const description = code.description ?? sources.find((source) => source.description)?.description
  const shortcut = code.shortcut ?? sources.find((source) => source.shortcut)?.shortcut
  if (description === code.description && shortcut === code.shortcut) return code
  return { ...code, ...(description !== undefined && { description }), ...(shortcut !== undefined && { shortcut }) }
}
