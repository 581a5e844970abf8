import { cleanCodeName, isColor, nextColor, type Code, type CodeEdit, type Project, type Sign } from '../../annotations'
import type { FlatSpan } from '../flat/flatDocument'
import { growingCodes } from './growingCodes'
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
  const byReadName = new Map([...read].reverse().map((code) => [code.name, code]))
  const codes = growingCodes(project.codes)
  const edits: CodeEdit[] = []
  const found = new Map<string, Code | undefined>()
  const ofRead = new Map<string, Code | undefined>()

  /** Where no name is left, the one above. */
  function add(from: ReadCode, above: Code | undefined): Code | undefined {
    const name = cleanCodeName(from.name)
    if (name === '') return above
    const known = codes.below(above, name)
    if (known) return known
    const { id, creator, created } = sign()
    const order = codes.nextOrder(above)
    const color = above?.color ?? nextColor(codes.latest())
    const parent = above && { parent: above.id }
    const code = asInFile({ id, name, color, ...parent, order, creator, created }, from, codes.byId)
    codes.add(code, above)
    edits.push({ kind: 'code', folder, after: code })
    return code
  }

  /** Each is placed once, with what is above it. */
  function codeOfRead(code: ReadCode): Code | undefined {
    let above: Code | undefined
    for (const each of pathFromTop(code, byReadId)) {
      if (!ofRead.has(each.id)) ofRead.set(each.id, codes.byId.get(each.id) ?? add(each, above))
      above = ofRead.get(each.id)
    }
    return cleanCodeName(code.name) === '' ? undefined : above
  }

  function seek(label: string, id: string | undefined): Code | undefined {
    const known = id === undefined ? undefined : codes.byId.get(id)
    if (known) return known
    const own = (id !== undefined && byReadId.get(id)) || byReadName.get(label)
    if (own) return codeOfRead(own)
    const [same, another] = codes.named(label)
    if (same && !another) return same
    return add({ id: id ?? '', name: label }, undefined)
  }

  return {
    codeOf({ label, features }) {
      const id = typeof features['code'] === 'string' ? features['code'] : undefined
      const key = JSON.stringify([id, label])
      if (!found.has(key)) found.set(key, seek(label, id))
      return found.get(key)?.id
    },
    edits() {
      for (const code of read) codeOfRead(code)
      return edits
    }
  }
}

/** With its looks, and its id where that is one of ours: the same code is then the same one in both folders. */
function asInFile(code: Code, { id, color, description }: ReadCode, taken: ReadonlyMap<string, Code>): Code {
  const isOurs = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && !taken.has(id)
  return {
    ...code,
    ...(isOurs && { id }),
    ...(color !== undefined && isColor(color) && { color: color.toLowerCase() }),
    ...(description !== undefined && description.trim() !== '' && { description: description.trim() })
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
