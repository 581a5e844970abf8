import { addCode, isColor, isSameName, type Code, type CodeEdit, type Project, type Sign } from '../../annotations'
import type { FlatSpan } from '../flat/flatDocument'
import type { ReadCode } from './readDocument'

export interface ImportedCodes {
  /** The code of a span: one of the project, or one that is made. Undefined where no name is left of its label. */
  readonly codeOf: (span: FlatSpan) => string | undefined
  /** Makes the codes that were asked for, and those of the file's codebook. */
  readonly edits: () => readonly CodeEdit[]
}

/**
 * Finds the codes of files in a project: the same id, then the same names from the top, then a code of this name that is the only
 * one. What is not there is made, with the file's colour and description.
 */
export function importedCodes(read: readonly ReadCode[], project: Project, folder: string, sign: Sign): ImportedCodes {
  const byReadId = new Map(read.map((code) => [code.id, code]))
  const edits: CodeEdit[] = []
  let codes: readonly Code[] = project.codes
  const found = new Map<string, string | undefined>()

  function add(names: readonly string[], from: ReadCode | undefined): string | undefined {
    const added = addCode({ folder, project: { ...project, codes } }, names, sign)
    if (!added) return undefined
    const made = added.edits.map((edit) => (edit.after?.id === added.code.id ? withLooks(edit, from) : edit))
    edits.push(...made)
    codes = [...codes, ...made.flatMap(({ after }) => after ?? [])]
    return added.code.id
  }

  function codeOfRead(code: ReadCode): string | undefined {
    if (codes.some(({ id }) => id === code.id)) return code.id
    const path = pathFromTop(code, byReadId)
    const names = path.map(({ name }) => name)
    return path.map((each, depth) => add(names.slice(0, depth + 1), each)).at(-1)
  }

  function seek(label: string, id: string | undefined): string | undefined {
    if (id !== undefined && codes.some((code) => code.id === id)) return id
    const own = (id !== undefined && byReadId.get(id)) || read.find(({ name }) => name === label)
    if (own) return codeOfRead(own)
    const [same, another] = codes.filter(({ name }) => isSameName(name, label))
    return same && !another ? same.id : add([label], undefined)
  }

  return {
    codeOf({ label, features }) {
      const id = typeof features['code'] === 'string' ? features['code'] : undefined
      const key = JSON.stringify([id, label])
      if (!found.has(key)) found.set(key, seek(label, id))
      return found.get(key)
    },
    edits() {
      for (const code of read) codeOfRead(code)
      return edits
    }
  }
}

function withLooks(edit: CodeEdit, from: ReadCode | undefined): CodeEdit {
  if (!edit.after || !from) return edit
  const { color, description } = from
  return {
    ...edit,
    after: {
      ...edit.after,
      ...(color !== undefined && isColor(color) && { color: color.toLowerCase() }),
      ...(description !== undefined && description.trim() !== '' && { description: description.trim() })
    }
  }
}

/** A file's codebook may go in circles: each code is taken once. */
function pathFromTop(code: ReadCode, byId: ReadonlyMap<string, ReadCode>): readonly ReadCode[] {
  const path: ReadCode[] = []
  for (
    let at: ReadCode | undefined = code;
    at && !path.includes(at) && path.length < 50;
    at = byId.get(at.parent ?? '')
  )
    path.unshift(at)
  return path
}
