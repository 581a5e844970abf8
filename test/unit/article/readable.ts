import { readArticle, type Article, type ArticleFormat, type Span } from '../../../src/article'

/** The text of a span; a hyphen for none. */
export function surface(article: Article, span: Span | null): string {
  return span === null ? '-' : article.text.slice(span.start, span.end)
}

/** The tokens of a text, parted by a middle dot. */
export function tokensOf(text: string, format: ArticleFormat = 'plain'): string {
  return readArticle(text, format)
    .tokens.map((token) => token.text)
    .join(' · ')
}

/** The sentences of a text as they stand in it, one a line, line ends inside shown as a blank. */
export function sentencesOf(text: string, format: ArticleFormat = 'plain'): readonly string[] {
  const article = readArticle(text, format)
  return article.sentences.map((sentence) => surface(article, sentence).replace(/\s+/g, ' '))
}

/** "role: text" of each paragraph, long ones cut. */
export function outlineOf(text: string, format: ArticleFormat = 'plain'): readonly string[] {
  const article = readArticle(text, format)
  return article.paragraphs.map(
    (paragraph) => `${paragraph.role}: ${shorten(surface(article, paragraph).replace(/\s+/g, ' '))}`
  )
}

/** What a text says about itself, a line for each thing that it says. */
export function headOf(text: string, format: ArticleFormat = 'plain'): readonly string[] {
  const article = readArticle(text, format)
  const lines = [
    `title ${surface(article, article.title)}`,
    `agency ${surface(article, article.agency)}`,
    `date ${surface(article, article.date)}`
  ]
  if (article.byline !== null)
    lines.push(`byline ${article.byline.names.map((name) => surface(article, name)).join(' + ')}`)
  if (article.dateline !== null) {
    const { places, date, agency } = article.dateline
    lines.push(
      `dateline ${surface(article, article.dateline)} = ${places.map((place) => surface(article, place)).join(' + ') || '-'} | ${surface(article, date)} | ${surface(article, agency)}`
    )
  }
  return lines.filter((line) => !/^(?:title|agency|date) -$/.test(line))
}

function shorten(text: string): string {
  return text.length > 48 ? `${text.slice(0, 47)}\u2026` : text
}
