import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterMap } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
export type PageElement = DefaultTreeAdapterMap['element']

/** A page as a browser reads it that runs no scripts. */
export interface ReadPage {
  /** What is wrong with it by the standard: none. */
  readonly errors: readonly string[]
  readonly elements: readonly PageElement[]
}

export function readPage(source: string): ReadPage {
  const errors: string[] = []
  const document = parse(source, {
    scriptingEnabled: false,
    onParseError: ({ code, startLine, startCol }) => errors.push(`${code} at ${startLine}:${startCol}`)
  })
  return { errors, elements: elementsIn(document) }
}

/** All elements in a node, in order of the page. */
export function elementsIn(node: Node): readonly PageElement[] {
  const found: PageElement[] = []
  const open: Node[] = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if (tree.isElementNode(next) && next !== node) found.push(next)
    if ('childNodes' in next) open.push(...[...next.childNodes].reverse())
  }
  return found
}

export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value
}

export function textIn(node: Node): string {
  if (tree.isTextNode(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}

/** The words of each annotation of an article, by the id that its highlights carry. */
export function highlightsIn(article: PageElement): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const element of elementsIn(article))
    for (const id of attribute(element, 'data-ids')?.split(' ') ?? [])
      found.set(id, (found.get(id) ?? '') + textIn(element))
  return found
}
