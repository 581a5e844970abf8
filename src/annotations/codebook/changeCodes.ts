import type { Code } from '../project'
import type { Codebook, CodeEdit } from './codebook'
import { cleanCodeName } from './codeName'
import { codesInOrder, codeTree } from './codeTree'
import { isColor } from './palette'

/** No edit when the name is the same or nothing is left of it. `now` is ISO 8601, here and below. */
export function renameCode(codebook: Codebook, id: string, name: string, now: string): readonly CodeEdit[] {
  const clean = cleanCodeName(name)
  return clean === '' ? [] : changeCodes(codebook, [id], now, (code) => ({ ...code, name: clean }))
}

/** Gives codes the colour "#rrggbb"; no edit when it is none. */
export function recolorCodes(
  codebook: Codebook,
  ids: Iterable<string>,
  color: string,
  now: string
): readonly CodeEdit[] {
  return isColor(color) ? changeCodes(codebook, ids, now, (code) => ({ ...code, color: color.toLowerCase() })) : []
}

/** "" takes the description away. */
export function describeCode(codebook: Codebook, id: string, text: string, now: string): readonly CodeEdit[] {
  const clean = text.trim()
  return changeCodes(codebook, [id], now, ({ description: _, ...code }) =>
    clean === '' ? code : { ...code, description: clean }
  )
}

/** Gives a code a digit, "1" to "9", and takes it from the code that has it; undefined takes the code's digit away. */
export function setCodeShortcut(
  codebook: Codebook,
  id: string,
  digit: string | undefined,
  now: string
): readonly CodeEdit[] {
  if (digit !== undefined && !/^[1-9]$/.test(digit)) return []
  const others = codebook.project.codes.filter((code) => code.id !== id && digit && code.shortcut === digit)
  const without = ({ shortcut: _, ...code }: Code): Code => code
  return [
    ...changeCodes(
      codebook,
      others.map((code) => code.id),
      now,
      without
    ),
    ...changeCodes(codebook, [id], now, (code) => (digit ? { ...code, shortcut: digit } : without(code)))
  ]
}

/** The code of a digit: the first in the tree of those that have it. */
export function codeOfShortcut(codes: readonly Code[], digit: string): Code | undefined {
  return codesInOrder(codeTree(codes)).find(({ code }) => code.shortcut === digit)?.code
}

/** The codebook as it is after edits of codes. */
export function withCodeEdits(codebook: Codebook, edits: readonly CodeEdit[]): Codebook {
  const changed = new Map(edits.map((edit) => [(edit.before ?? edit.after)!.id, edit.after]))
  const kept = codebook.project.codes.filter(({ id }) => !changed.has(id))
  const made = [...changed.values()].filter((code) => code !== undefined)
  return { ...codebook, project: { ...codebook.project, codes: [...kept, ...made] } }
}

/** Edits of those codes that `change` makes different. */
export function changeCodes(
  { folder, project }: Codebook,
  ids: Iterable<string>,
  now: string,
  change: (code: Code) => Code
): readonly CodeEdit[] {
  const wanted = new Set(ids)
  return project.codes.flatMap((before) => {
    if (!wanted.has(before.id)) return []
    const after = change(before)
    return isSameCode(before, after)
      ? []
      : [{ kind: 'code' as const, folder, before, after: { ...after, modified: now } }]
  })
}

/** The code below another one, or with undefined at the top. */
export function withParent({ parent: _, ...code }: Code, parent: string | undefined): Code {
  return parent === undefined ? code : { ...code, parent }
}

function isSameCode(a: Code, b: Code): boolean {
  return (
    a.name === b.name &&
    a.color === b.color &&
    a.description === b.description &&
    a.parent === b.parent &&
    a.shortcut === b.shortcut &&
    a.order === b.order
  )
}
