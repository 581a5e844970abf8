import { SaxesParser } from 'saxes'
import { workSlices } from '../../util/slices'
import { translatable } from '../../util/translate'

/** An element as it was written. What is not in a namespace has "" for it. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  readonly namespace: string
  /** By name, with a prefix where it has one ("xml:id"). */
  readonly attributes: ReadonlyMap<string, string>
  /** Elements and pieces of text, in their order. Comments and processing instructions are left out. */
  readonly children: readonly (XmlElement | string)[]
}

export interface XmlLimits {
  readonly depth: number
  readonly elements: number
  /** UTF-16 units in one attribute. */
  readonly attribute: number
}

const usualLimits: XmlLimits = { depth: 200, elements: 3_000_000, attribute: 20_000_000 }

export type ReadXml = { readonly root: XmlElement } | { readonly problem: string }

/**
 * Reads a file of XML, in slices of time. Never throws: what is not well-formed, has a document type (which may hold entities that grow
 * without end, or files of this computer) or goes beyond the limits is a problem, a sentence for people.
 */
export async function readXml(bytes: Uint8Array, limits: XmlLimits = usualLimits): Promise<ReadXml> {
  const text = decodeXml(bytes)
  if (text === undefined) return { problem: translatable('Its characters could not be decoded') }
  const slices = workSlices()
  const reader = treeReader(limits)
  try {
    for (let at = 0; at < text.length; at += pieceLength) {
      reader.write(text.slice(at, at + pieceLength))
      await slices.rest()
    }
    return { root: reader.close() }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

const pieceLength = 100_000

interface Growing extends XmlElement {
  readonly attributes: Map<string, string>
  readonly children: (XmlElement | string)[]
}

function treeReader({ depth, elements, attribute }: XmlLimits) {
  const parser = new SaxesParser({ xmlns: true })
  const open: Growing[] = []
  let root: XmlElement | undefined
  let count = 0
  parser.on('error', ({ message }) => {
    throw new Error(`It is not well-formed XML: ${message.slice(0, 200)}`)
  })
  parser.on('doctype', () => {
    throw new Error('It has a document type, which is not read')
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (++count > elements) throw new Error(`It has more than ${elements} elements`)
    if (open.length >= depth) throw new Error(`It is nested deeper than ${depth} elements`)
    const element: Growing = { name: local, namespace: uri, attributes: new Map(), children: [] }
    for (const { name, value } of Object.values(attributes)) {
      if (value.length > attribute) throw new Error(`An attribute is longer than ${attribute} characters`)
      element.attributes.set(name, value)
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    root = open.pop()
  })
  const addText = (text: string) => {
    open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  return {
    write: (piece: string) => void parser.write(piece),
    close(): XmlElement {
      parser.close()
      if (!root) throw new Error('It is empty')
      return root
    }
  }
}

/** By its byte order mark, or by what its declaration says; UTF-8 else. Undefined where the bytes are not so. */
function decodeXml(bytes: Uint8Array): string | undefined {
  const mark = `${bytes[0] ?? 0},${bytes[1] ?? 0}`
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(latin(bytes.subarray(0, 200)))?.[1]
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : (declared ?? 'utf-8')
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name)
  )
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0]
}

/** All text in an element and below it. */
export function textIn(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}
