import { flatMapped } from '../util/mapped'
import { finish, type Steps } from '../util/steps'
import type { Article, ArticleFormat, Byline, Paragraph, Sentence, Span, Token } from './article'
import { withoutSpaceAround } from './characters'
import { withoutGluedButtons } from './gluedButtons'
import { readHeadMatter, type KnownHead, type TokenizedBlock } from './headMatter'
import { mapSpans, type ArticleFacts } from './mapSpans'
import { markdownBlocksInSteps } from './markdown'
import { judgeText } from './kind/judgeText'
import { detectLanguage } from './language/detectLanguage'
import { plainBlocks, type Block } from './plainText'
import { endOfSentence } from './sentences'
import { showSource, type ShownSource } from './shownText'
import { tokenize } from './tokens'

/**
 * The longest text that is read, in UTF-16 units: about a million words. A longer one is no news article, and its tokens would
 * take more memory than an editor can spare; hosts tell the user so.
 */
export const longestArticle = 5_000_000

/**
 * Reads a text as an article. Never throws and takes time in proportion to the text. A text above `longestArticle` gives an
 * article without paragraphs, sentences and tokens.
 */
export function readArticle(text: string, format: ArticleFormat): Article {
  return finish(readArticleInSteps(text, format))
}

/** The same in steps of a few milliseconds, for a host that has keystrokes to serve in between. */
export function* readArticleInSteps(text: string, format: ArticleFormat): Steps<Article> {
  if (text.length > longestArticle) return emptyArticle(text, format)
  const { blocks, markup, frontMatter } =
    format === 'markdown' ? yield* markdownBlocksInSteps(text) : { ...(yield* plainBlocks(text)), frontMatter: null }
  yield
  const source = { text, markup }
  const shown = showSource(source)
  yield
  const read = yield* readShown(shown.text, withoutGluedButtons(shown.text, shownBlocks(blocks, shown)), {
    hasMarkedHeadings: format === 'markdown',
    hasTitle: (frontMatter?.title ?? null) !== null
  })
  yield
  const facts = markup.length === 0 ? read : mapSpans(read, shown.sourceSpan)
  yield
  return {
    format,
    language: detectLanguage(shown.text),
    verdict: judgeText(text),
    ...source,
    ...facts,
    title: frontMatter?.title ?? facts.title,
    byline: bylineOf(frontMatter?.authors ?? []) ?? facts.byline,
    date: facts.dateline?.date ?? frontMatter?.date ?? facts.date
  }
}

/** Everything is read from the text as it is shown: emphasis inside a word or a name parts nothing. */
function* readShown(text: string, blocks: readonly Block[], known: KnownHead): Steps<ArticleFacts> {
  let tokensOfStep = 0
  const tokens: Token[] = []
  const tokenized: TokenizedBlock[] = []
  for (const block of blocks) {
    const first = tokens.length
    for (const piece of block.pieces) {
      for (let at = piece.start; at < piece.end;) {
        at = tokenize(text, piece, tokens, at, at + charactersOfStep)
        if (tokens.length - tokensOfStep < tokensBetweenSteps) continue
        tokensOfStep = tokens.length
        yield
      }
    }
    if (tokens.length > first)
      tokenized.push({ start: block.start, end: block.end, heading: block.heading, first, endToken: tokens.length })
  }
  const head = yield* readHeadMatter(text, tokenized, tokens, known)
  yield
  const sentences: Sentence[] = []
  const paragraphs: Paragraph[] = []
  let sentencesOfStep = 0
  for (let index = 0; index < tokenized.length; index++) {
    const { start, end, first, endToken } = tokenized[index]!
    if (sentences.length - sentencesOfStep >= sentencesBetweenSteps) {
      sentencesOfStep = sentences.length
      yield
    }
    const role = head.roles[index] ?? 'body'
    const firstSentence = sentences.length
    const newsStart =
      head.datelineBlock === index && head.dateline !== null
        ? tokenAt(tokens, first, endToken, head.dateline.end)
        : first
    if (newsStart > first) sentences.push(sentenceOf(tokens, index, first, newsStart))
    if (role === 'title' || role === 'heading' || role === 'byline')
      sentences.push(sentenceOf(tokens, index, newsStart, endToken))
    else
      for (let from = newsStart; from < endToken;) {
        const to = endOfSentence(tokens, from, endToken, newsStart)
        sentences.push(sentenceOf(tokens, index, from, to))
        from = to
      }
    paragraphs.push({ start, end, role, firstSentence, endSentence: sentences.length })
  }
  return {
    paragraphs,
    sentences,
    tokens,
    title: head.title,
    byline: head.byline,
    dateline: head.dateline,
    agency: head.agency,
    date: head.date
  }
}

/** Between two steps. */
const charactersOfStep = 20_000
const tokensBetweenSteps = 5_000
const sentencesBetweenSteps = 2_000

/** The blocks where they stand in what is shown, without white space at their ends. */
function shownBlocks(blocks: readonly Block[], shown: ShownSource): readonly Block[] {
  return flatMapped(blocks, ({ pieces, heading }) => {
    const trimmed = flatMapped(pieces, ({ start, end }): readonly Span[] => {
      const piece = withoutSpaceAround(shown.text, shown.shownOffset(start), shown.shownOffset(end))
      return piece === null ? [] : [piece]
    })
    const first = trimmed[0]
    const last = trimmed[trimmed.length - 1]
    return first === undefined || last === undefined
      ? []
      : [{ start: first.start, end: last.end, pieces: trimmed, heading }]
  })
}

function emptyArticle(text: string, format: ArticleFormat): Article {
  return {
    format,
    language: detectLanguage(text),
    verdict: judgeText(text),
    text,
    markup: [],
    title: null,
    byline: null,
    dateline: null,
    agency: null,
    date: null,
    paragraphs: [],
    sentences: [],
    tokens: []
  }
}

function sentenceOf(tokens: readonly Token[], paragraph: number, firstToken: number, endToken: number): Sentence {
  return { start: tokens[firstToken]?.start ?? 0, end: tokens[endToken - 1]?.end ?? 0, paragraph, firstToken, endToken }
}

/** The first token at or behind `offset`. */
function tokenAt(tokens: readonly Token[], first: number, end: number, offset: number): number {
  let at = first
  while (at < end && (tokens[at]?.start ?? offset) < offset) at++
  return at
}

function bylineOf(names: readonly Span[]): Byline | null {
  const first = names[0]
  const last = names[names.length - 1]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end, names }
}
