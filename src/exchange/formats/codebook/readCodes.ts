import { cleanCodeName, comparableName } from '../../../annotations'
import type { ReadCode } from '../../importing/readDocument'
import { childOf, childrenOf, textIn, type XmlElement } from '../../reading/xml'

/** A code of a codebook in REFI-QDA, with the way down to it. */
export interface CodeElement {
  readonly code: ReadCode
  /** Without braces, lower case. */
  readonly guid: string
  /** The names from the top down to its own. */
  readonly path: readonly string[]
}

/** All `Code` elements in and below a `Codes` element, parents first. */
export function readCodeElements(codes: XmlElement | undefined): readonly CodeElement[] {
  const found: CodeElement[] = []
  const go = (element: XmlElement, above: CodeElement | undefined) => {
    for (const child of childrenOf(element, 'Code')) {
      const guid = guidIn(child, 'guid')
      const name = child.attributes.get('name') ?? ''
      const color = readColor(child.attributes.get('color'))
      const description = textIn(childOf(child, 'Description'))
      const code: ReadCode = {
        id: `urn:uuid:${guid}`,
        name,
        ...(color !== undefined && { color }),
        ...(description !== '' && { description }),
        ...(above && { parent: above.code.id })
      }
      const entry = { code, guid, path: [...(above?.path ?? []), name] }
      found.push(entry)
      go(child, entry)
    }
  }
  if (codes) go(codes, undefined)
  return found
}

/** How many codes have the name of another one beside them, or come beside it as those above become one: in a project they become one. */
export function countNamesakes(codes: readonly Pick<CodeElement, 'path'>[]): number {
  const named = codes.filter(({ path }) => cleanCodeName(path.at(-1) ?? '') !== '')
  const places = new Set(
    named.map(({ path }) =>
      JSON.stringify(path.map((name) => comparableName(cleanCodeName(name))).filter((name) => name !== ''))
    )
  )
  return named.length - places.size
}

export const namesakesBecomeOne = 'Codes have the name of another one in the same place, and become one with it'

/** Programs write GUIDs with braces or without, in capitals or not. */
export function guidIn(element: XmlElement, attribute: string): string {
  return (element.attributes.get(attribute) ?? '').replace(/[{}\s]/g, '').toLowerCase()
}

/** "#rrggbb", lower case; undefined for what is no such color. */
export function readColor(color: string | undefined): string | undefined {
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color?.trim() ?? '')
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase()
  const long = /^#?([0-9a-f]{6})$/i.exec(color?.trim() ?? '')?.[1]
  return long && `#${long.toLowerCase()}`
}
