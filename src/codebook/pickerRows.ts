import {
  cleanCodeName,
  codePathNames,
  codesInOrder,
  codeTree,
  isSameName,
  type Code,
  type Codebook
} from '../annotations'

/** A row of the code picker. */
export type PickerRow = CodeRow | NewCodeRow

export interface CodeRow {
  readonly kind: 'code'
  readonly code: Code
  /** The names of the codes above it, the topmost first. */
  readonly above: readonly string[]
  readonly isRecent: boolean
  /** All that is coded has the code already. */
  readonly isPresent: boolean
}

export interface NewCodeRow {
  /** `new` is named by what was typed, `words` by the words that are coded. */
  readonly kind: 'new' | 'words'
  /** From the top, at least one. */
  readonly names: readonly string[]
}

export interface PickerSource {
  readonly codebook: Codebook
  /** `Code.id`s, the last used first. */
  readonly recent: readonly string[]
  /** `Code.id`s. */
  readonly present: ReadonlySet<string>
  /** `Code.id`s that cannot be picked. */
  readonly without?: ReadonlySet<string>
  /** The words that are coded, to name a code by; undefined where that is not offered. */
  readonly words?: string
}

/** So many of the last used codes come first. */
const mostRecent = 7

/**
 * The rows for what was typed: the codes used last, then all others in the order of the tree; a new code where none is named
 * exactly so; and the one that is named by the coded words. VS Code's picker filters the codes.
 */
export function pickerRows(
  { codebook, recent, present, without, words }: PickerSource,
  typed: string
): readonly PickerRow[] {
  const nodes = codesInOrder(codeTree(codebook.project.codes)).filter(({ code }) => !without?.has(code.id))
  const recentIds = recent.filter((id) => nodes.some(({ code }) => code.id === id)).slice(0, mostRecent)
  const rows = nodes.map((node): CodeRow => {
    const above: string[] = []
    for (let at = node.parent; at && above.length < 8; at = at.parent) above.unshift(at.code.name)
    const { code } = node
    return { kind: 'code', code, above, isRecent: recentIds.includes(code.id), isPresent: present.has(code.id) }
  })
  const byId = new Map(rows.map((row) => [row.code.id, row]))
  const names = codePathNames(typed)
  const ownName = words === undefined ? '' : cleanCodeName(words)
  return [
    ...recentIds.flatMap((id) => byId.get(id) ?? []),
    ...rows.filter(({ isRecent }) => !isRecent),
    ...(names.length > 0 && !rows.some((row) => isNamed(row, names)) ? [{ kind: 'new', names } as const] : []),
    ...(ownName !== '' && !rows.some(({ code }) => isSameName(code.name, ownName))
      ? [{ kind: 'words', names: [ownName] } as const]
      : [])
  ]
}

/**
 * The row that Enter takes when it was pressed before the picker has shown the rows for what was typed: the code of this name, the
 * first one with these letters in its name, or the new one.
 */
export function bestRow(rows: readonly PickerRow[], typed: string): PickerRow | undefined {
  const letters = typed.trim().toLowerCase()
  const names = codePathNames(typed)
  const codes = rows.filter((row) => row.kind === 'code')
  return (
    codes.find((row) => names.length > 0 && isNamed(row, names)) ??
    codes.find(({ code }) => code.name.toLowerCase().includes(letters)) ??
    rows.find(({ kind }) => kind === 'new')
  )
}

function isNamed({ code, above }: CodeRow, names: readonly string[]): boolean {
  const own = [...above, code.name]
  const wanted = names.length === 1 ? own.slice(-1) : own
  return wanted.length === names.length && wanted.every((name, index) => isSameName(name, names[index]!))
}
