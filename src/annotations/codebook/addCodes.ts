import type { Code } from '../project'
import type { Codebook, CodeEdit } from './codebook'
import { cleanCodeName, isSameName } from './codeName'
import { codeTree } from './codeTree'
import { nextColor } from './palette'
import type { Sign } from './signature'

/** A code that is there, or is made by the edits. */
export interface AddedCode {
  readonly code: Code
  /** None when it was there. */
  readonly edits: readonly CodeEdit[]
}

/**
 * The code of these names from the top, or below `parent`; what is not there is made, at the end of its siblings. A new code
 * below another has the colour of that one, a new one at the top the colour that fewest have. Undefined when no name is left
 * of what was typed.
 */
export function addCode(
  { folder, project }: Codebook,
  names: readonly string[],
  sign: Sign,
  parent?: string
): AddedCode | undefined {
  const clean = names.map(cleanCodeName).filter((name) => name !== '')
  const edits: CodeEdit[] = []
  const codes = [...project.codes]
  const { nodes, roots } = codeTree(codes)
  let above = parent === undefined ? undefined : nodes.get(parent)?.code
  let siblings = (parent === undefined ? roots : (nodes.get(parent)?.children ?? [])).map(({ code }) => code)
  for (const name of clean) {
    const known = siblings.find((code) => isSameName(code.name, name))
    const code = known ?? newCode(name, above, siblings, codes, sign)
    if (!known) {
      codes.push(code)
      edits.push({ kind: 'code', folder, after: code })
    }
    above = code
    siblings = (nodes.get(code.id)?.children ?? []).map((child) => child.code)
  }
  return above && clean.length > 0 ? { code: above, edits } : undefined
}

function newCode(
  name: string,
  parent: Code | undefined,
  siblings: readonly Code[],
  codes: readonly Code[],
  sign: Sign
): Code {
  const { id, creator, created } = sign()
  const order = siblings.reduce((last, sibling) => Math.max(last, sibling.order + 1), 0)
  const color = parent?.color ?? nextColor(codes)
  return { id, name, color, ...(parent && { parent: parent.id }), order, creator, created }
}
