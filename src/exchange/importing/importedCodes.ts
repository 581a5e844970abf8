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
    const made = added.edits.map((edit) => (edit.after?.id === added.code.id ? asInFile(edit, from) : edit))
    edits.push(...made)
    codes = [...codes, ...made.flatMap(({ after }) => after ?? [])]
    return made.at(-1)?.after?.id ?? added.code.id
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
    return same && !another ? same.id : add([label], id === undefined ? undefined : { id, name: label })
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

/** With its looks, and its id where that is one of ours: the same code is then the same one in both folders. */
function asInFile(edit: CodeEdit, from: ReadCode | undefined): CodeEdit {
  if (!edit.after || !from) return edit
  const { id, color, description } = from
  return {
    ...edit,
    after: {
      ...edit.after,
      ...(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && { id }),
      ...(color !== undefined && isColor(color) && { color: color.toLowerCase() }),
      ...(description !== undefined && description.trim() !== '' && { description: description.trim() })
    }
  }
}

/** A code of a circle is at the top: the way up ends where it would come to a code again. */
function pathFromTop(code: ReadCode, byId: ReadonlyMap<string, ReadCode>): readonly ReadCode[] {
  const up: ReadCode[] = []
  let at: ReadCode | undefined = code
  while (at && !up.includes(at) && up.length < 50) {
    up.push(at)
    at = byId.get(at.parent ?? '')
  }
  const circle = at && up.includes(at) ? up.indexOf(at) : up.length - 1
  return up.slice(0, circle + 1).reverse()
}
