import type { Article } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import type { NamedMention } from '../analysis'
import type { Turn } from './findTurns'

/**
 * What is signed or introduced by a line of its own: a post with "— Ana Silk (@ana) May 3" behind it, a paragraph in marks with
 * "— Ana Silk, voter" below or "And from Ana Silk:" or "From the desk of Ana Silk." above.
 */
export function findPosts(article: Article, names: readonly NamedMention[]): readonly Turn[] {
  const posts: Turn[] = []
  const hasHandles = article.text.includes('(@')
  for (let index = 0; index < article.paragraphs.length; index++) {
    const range = tokensOf(article, index)
    if (!range) continue
    const post =
      signedAbove(article, index, range, names) ??
      (hasHandles ? signedWithin(article, range, names) : null) ??
      introduced(article, index, range, names)
    if (post) posts.push(post)
  }
  return posts
}

interface Range {
  readonly from: number
  readonly to: number
}

const dash = /^(?:[\u2013\u2014\u2015]|--)$/
const longestSignature = 24
const longestIntroduction = 20

/** "— Ana Silk (@ana) May 3, 2021" below a post, "— Ana Silk, voter" below a paragraph in marks. */
function signedAbove(
  article: Article,
  index: number,
  { from, to }: Range,
  names: readonly NamedMention[]
): Turn | null {
  const { tokens } = article
  if (!dash.test(tokens[from]!.text) || to - from > longestSignature || index === 0) return null
  const content = tokensOf(article, index - 1)
  const name = content && nameAt(article, from + 1, to, names)
  if (!content || !name || (!isHandle(article, name.to) && !isInMarks(article, content))) return null
  return { source: name, cue: { from, to: from + 1 }, content: [content], name: null }
}

/** "We will build it. — Ana Silk (@ana) May 3, 2021" */
function signedWithin(article: Article, { from, to }: Range, names: readonly NamedMention[]): Turn | null {
  const { tokens } = article
  for (let at = Math.max(from + 2, to - longestSignature); at < to - 2; at++) {
    if (!dash.test(tokens[at]!.text)) continue
    const name = nameAt(article, at + 1, to, names)
    if (name && isHandle(article, name.to))
      return { source: name, cue: { from: at, to: at + 1 }, content: [{ from, to: at }], name: null }
  }
  return null
}

function introduced(article: Article, index: number, { from, to }: Range, names: readonly NamedMention[]): Turn | null {
  const { tokens } = article
  const content = index + 1 < article.paragraphs.length ? tokensOf(article, index + 1) : null
  if (!content || to - from > longestIntroduction || !isInMarks(article, content)) return null
  const first = /^and$/i.test(tokens[from]!.text) ? from + 1 : from
  if (!/^(?:from|by|statement|remarks?|comments?|reaction|response|message|letter)$/i.test(tokens[first]?.text ?? ''))
    return null
  const people = names.filter(
    ({ type, start, end }) => type === 'person' && start >= tokens[from]!.start && end <= tokens[to - 1]!.end
  )
  const name = people[0]
  if (!name || people.length > 1) return null
  const source = rangeOf(article, name)
  const cue = tokens[to - 1]!.text === ':' ? { from: to - 1, to } : { from: first, to: first + 1 }
  return { source, cue, content: [content], name: null }
}

function tokensOf({ paragraphs, sentences }: Article, index: number): Range | null {
  const paragraph = paragraphs[index]!
  if (paragraph.role === 'title') return null
  const from = sentences[paragraph.firstSentence]?.firstToken ?? 0
  const to = sentences[paragraph.endSentence - 1]?.endToken ?? 0
  return to > from ? { from, to } : null
}

/** The name that begins at a token: a person of the recogniser's, or capitals before a handle. */
function nameAt(article: Article, from: number, to: number, names: readonly NamedMention[]): Range | null {
  const { tokens } = article
  const start = tokens[from]?.start
  if (start === undefined || from >= to) return null
  const known = names[firstIndex(names.length, (index) => names[index]!.start >= start)]
  if (known?.start === start && known.type === 'person') return rangeOf(article, known)
  let end = from
  while (end < to && end - from < 5 && /^\p{Lu}/u.test(tokens[end]!.text)) end++
  return end > from && isHandle(article, end) ? { from, to: end } : null
}

function rangeOf({ tokens }: Article, { start, end }: NamedMention): Range {
  return {
    from: firstIndex(tokens.length, (at) => tokens[at]!.end > start),
    to: firstIndex(tokens.length, (at) => tokens[at]!.start >= end)
  }
}

function isHandle({ tokens }: Article, at: number): boolean {
  return tokens[at]?.text === '(' && /^@./.test(tokens[at + 1]?.text ?? '')
}

function isInMarks({ tokens }: Article, { from, to }: Range): boolean {
  return /^["\u201c\u2018\u00ab'`]/.test(tokens[from]!.text) && /^["\u201d\u2019\u00bb']/.test(tokens[to - 1]!.text)
}
