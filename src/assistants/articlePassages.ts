import type { Answer, Fact } from './answers'
import { count, hasWords, soughtWords, text, wordsOf } from './arguments'
import type { AskedArticles } from './askedArticles'
import { defineTool } from './tool'

export const articlePassages = defineTool({
  name: 'articlePassages',
  title: 'Passages of the articles',
  description:
    'The words of the articles themselves, line by line: lines of one article from a line on, or the lines in which words stand.',
  isListed: false,
  arguments: {
    article: text('The file of one article, as other answers call it.'),
    line: count('The first line, counted from 1; without words.', 1, 10_000_000, 1),
    lines: count('How many lines at most.', 1, 60, 20),
    words: text('Words that are all in the article: the lines with any of them are answered.')
  },
  async answer(asked, { article, line, lines, words }) {
    if (words !== undefined) return linesWith(asked, soughtWords(words), article, lines)
    if (article === undefined) throw new Error('name an article, or words')
    const all = await linesOf(asked, article)
    return {
      facts: all.slice(line - 1, line - 1 + lines).map((text, at) => ({ file: article, line: line + at, text })),
      more: all.length >= line + lines
    }
  }
})

async function linesOf(asked: AskedArticles, article: string): Promise<readonly string[]> {
  const text = await asked.text(article)
  if (text === undefined) throw new Error('there is no such article: see articleFacts')
  return text.split('\n')
}

async function linesWith(
  asked: AskedArticles,
  sought: readonly string[],
  article: string | undefined,
  most: number
): Promise<Answer> {
  const facts: Fact[] = []
  for (const { file } of asked.articles) {
    if (article !== undefined && file !== article) continue
    const text = (await asked.text(file)) ?? ''
    if (!hasWords([file, text], sought)) continue
    for (const [at, line] of text.split('\n').entries()) {
      const words = new Set(wordsOf(line))
      if (!sought.some((word) => words.has(word))) continue
      if (facts.length === most) return { facts, more: true }
      facts.push({ file, line: at + 1, text: line })
    }
  }
  return { facts, more: false }
}
