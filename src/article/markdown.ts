import type { Steps } from '../util/steps'
import type { Markup } from './article'
import type { Block } from './plainText'
import { readFrontMatter, type FrontMatter } from './frontMatter'
import { proseReader } from './markdownProse'
import { endOfFrontMatter } from './structure/frontMatter'
import { readStructure } from './structure'

export interface MarkdownProse {
  readonly blocks: readonly Block[]
  readonly markup: readonly Markup[]
  readonly frontMatter: FrontMatter | null
}

/**
 * The prose of a Markdown text: paragraphs, headings and table cells, each as the pieces of source that are text, with their markup. Code, link
 * targets, HTML, definitions and front matter are in none of them. First the blocks are found, by a reader of our own, then
 * what is written in them, by the Markdown parser, `longestBatch` characters at a time. Takes time in proportion to the
 * text, in steps of a few milliseconds.
 */
export function* markdownBlocksInSteps(text: string, longestBatch?: number): Steps<MarkdownProse> {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const frontMatterEnd = endOfFrontMatter(text, start)
  const prose = proseReader(text, longestBatch)
  const structure = yield* readStructure(text, Math.max(start, frontMatterEnd), prose.isAllDefinitions)
  return {
    ...(yield* prose.read(structure)),
    frontMatter: frontMatterEnd < 0 ? null : yield* readFrontMatter(text, start, frontMatterEnd)
  }
}
