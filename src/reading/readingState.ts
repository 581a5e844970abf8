import type { TextDocument } from 'vscode'
import { readArticleInSteps } from '../article'
import type { ReadingNotice } from '../protocol/reading'
import type { Steps } from '../util/steps'
import type { OpenArticle } from '../workspace/articleDocuments'
import { documentFormat } from '../workspace/articleLanguage'
import { blocksOf, linesAsBlocks } from './layout/blocks'
import { layOut, layOutPlain, type Layout, type LayoutOptions } from './layout/layout'

/** So much is shown of a text that is too large to be read as an article. UTF-16 units. */
const longestPlain = 300_000

/** What is shown of a document, and what is said before it. */
export interface NoticedLayout {
  readonly layout: Layout
  readonly notice: ReadingNotice | null
}

/**
 * What is shown of a document as it is now: with all that is found in it once it is analyzed, before that with its paragraphs
 * alone; of a file that cannot be read as an article, or is none, its text.
 */
export function* readingState(
  document: Pick<TextDocument, 'getText' | 'languageId'>,
  analyzed: OpenArticle | undefined,
  longest: number,
  options: LayoutOptions
): Steps<NoticedLayout> {
  if (analyzed && !analyzed.problem && (analyzed.standing ?? analyzed.decided)?.isArticle !== false) {
    const layout = yield* layOut(analyzed, options)
    return { layout, notice: layout.blocks.length === 0 ? 'empty' : null }
  }
  const text = document.getText()
  if (text.length > longest) {
    const beginning = text.slice(0, longestPlain)
    return { layout: yield* layOutPlain({ text: beginning, markup: [] }, linesAsBlocks(beginning)), notice: 'tooLarge' }
  }
  if (analyzed?.problem === 'binary')
    return { layout: yield* layOutPlain({ text: '', markup: [] }, []), notice: 'binary' }
  const article = yield* readArticleInSteps(text, documentFormat(document))
  const layout = yield* layOutPlain(article, yield* blocksOf(article))
  return { layout, notice: layout.blocks.length === 0 ? 'empty' : noticeOf(analyzed) }
}

function noticeOf(analyzed: OpenArticle | undefined): ReadingNotice {
  if (!analyzed) return 'analyzing'
  return analyzed.problem ? 'failed' : 'noArticle'
}
