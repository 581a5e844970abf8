import type { Nodes, Parent, Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import { SKIP, visit } from 'unist-util-visit'

/**
 * The blocks of prose in a Markdown text when the parser is given all of it at once: each as its level, a colon, and the
 * words that it finds in the values of its texts.
 */
export function wholeBlocks(text: string): readonly string[] {
  const source = text.replace(/^\ufeff/, '')
  const root: Root = (closedFrontMatter.test(source) ? withFrontMatter : parser).parse(source)
  const blocks: string[] = []
  visit(root, (node: Root | RootContent) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined
    const words = proseOf(node)
    if (words !== '') blocks.push(`${node.type === 'heading' ? node.depth : 0}: ${words}`)
    return SKIP
  })
  return blocks
}

/** One that nothing closes makes remark-frontmatter read no quotes and lists to the end of the text. */
const closedFrontMatter = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?:[^]*?[\r\n])?\1[ \t]*(?:[\r\n]|$)/

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(function (this: Processor) {
    // What GitHub's second search for addresses finds has no positions.
    const extensions = this.data().fromMarkdownExtensions ?? []
    this.data().fromMarkdownExtensions = extensions.flat().map((extension) => ({ ...extension, transforms: [] }))
  })
  .freeze()

const withFrontMatter = parser().use(remarkFrontmatter, ['yaml', 'toml']).freeze()

function proseOf(block: Parent & Nodes): string {
  const texts: string[] = []
  visit(block, (node, _index, parent) => {
    if (node.type === 'image' || node.type === 'imageReference') return SKIP
    if (node.type === 'break') texts.push(' ')
    if (node.type !== 'text') return undefined
    const isAddress =
      parent?.type === 'link' &&
      parent.children.length === 1 &&
      parent.url.endsWith(node.value) &&
      /^(?:[a-z][a-z0-9+.-]{1,20}:|www\.|[^\s@]{1,80}@)/i.test(node.value)
    if (!isAddress) texts.push(node.value)
    return undefined
  })
  return texts.join('').replace(/\s+/g, '')
}
