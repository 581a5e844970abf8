import type { ArticleVerdict } from './kind/verdict'

/** Half open: UTF-16 units into the article's text as VS Code holds it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * A stretch of the source that a reader does not see as it stands: the marks of emphasis, a link's target, an escape, a
 * character reference, what begins a block's further lines. `shown` is what they see instead, mostly nothing.
 */
export interface Markup extends Span {
  readonly shown: string
}

/** A text as its file has it. `markup` is ordered and does not overlap; a plain text has none. */
export interface SourceText {
  readonly text: string
  readonly markup: readonly Markup[]
}

export type ArticleFormat = 'plain' | 'markdown'

/** `symbol` is what is neither a word, a number nor punctuation: emoji, currency signs, lone surrogates. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol'

/** The smallest unit of the analysis. `text` is always `shownText(article, token)`, kept because it is read so often. */
export interface Token extends Span {
  readonly text: string
  readonly kind: TokenKind
}

/**
 * `firstToken` and `endToken` index `article.tokens`, half open; `paragraph` indexes `article.paragraphs`. Sentences partition
 * the tokens; a dateline is a sentence of its own, and so are a whole title, heading and byline.
 */
export interface Sentence extends Span {
  readonly paragraph: number
  readonly firstToken: number
  readonly endToken: number
}

/**
 * What a paragraph is for: `title` and `heading` are headlines, `byline` names the author, `credit` is an agency's or
 * an editor's note about the text ("(Except for the headline, this story has not been edited…)") or what a web page puts among
 * the paragraphs (`leftOut` says what), `body` is the news itself.
 */
export type ParagraphRole = 'title' | 'heading' | 'byline' | 'credit' | 'body'

/** A block of prose. `firstSentence` and `endSentence` index `article.sentences`, half open. */
export interface Paragraph extends Span {
  readonly role: ParagraphRole
  readonly firstSentence: number
  readonly endSentence: number
}

/** "JERUSALEM, Feb. 21 (Xinhua) --": the span covers it with its closing dash or colon. */
export interface Dateline extends Span {
  readonly places: readonly Span[]
  readonly date: Span | null
  readonly agency: Span | null
}

/** "By Jane Doe and John Smith": the span covers the line's byline part, `names` the authors alone. */
export interface Byline extends Span {
  readonly names: readonly Span[]
}

/**
 * One text and what it says about itself. Spans are those of the source, each as tight as it can be around what a reader
 * sees of it: `shownText` says what that is. Tokens are ordered, never overlap and cover every character of prose that is
 * not white space; sentences lie in one paragraph each; Markdown's code, link targets, HTML and front matter carry no tokens.
 * A text above `longestArticle` has no paragraphs at all.
 */
export interface Article extends SourceText {
  readonly format: ArticleFormat
  /** The language that most of it is in, as a BCP 47 tag ("en", "pt"); null where the text does not tell. */
  readonly language: string | null
  /** Whether the text itself looks like an article. Researchers and settings may say otherwise. */
  readonly verdict: ArticleVerdict
  /** The headline, in the prose or as the value of front matter; so may byline and date be. */
  readonly title: Span | null
  readonly byline: Byline | null
  readonly dateline: Dateline | null
  /** The news agency that the text credits, wherever it does: dateline, caption credit or syndication note. */
  readonly agency: Span | null
  /** The date as the text writes it, from dateline or front matter. */
  readonly date: Span | null
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
}
