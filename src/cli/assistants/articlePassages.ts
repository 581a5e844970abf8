import { z } from 'zod'
import type { ReadDatabase } from '../sqlite'
import type { Answer, Fact } from './answers'
import { conditions, searchOf, text, wordsIn } from './arguments'
import { defineTool } from './tool'

export const articlePassages = defineTool({
  name: 'articlePassages',
  title: 'Passages of the articles',
  description:
    'The words of the articles themselves, line by line: lines of one article from a line on, or the lines in which words stand.',
  arguments: {
    article: text('The file of one article, as other answers call it.').optional(),
    line: z.number().int().min(1).max(10_000_000).default(1).describe('The first line, counted from 1; without words.'),
    lines: z.number().int().min(1).max(60).default(20).describe('How many lines at most.'),
    words: text('Words that are all in the article: the lines with any of them are answered.').optional()
  },
  answer(database, { article, line, lines, words }) {
    if (words !== undefined) return linesWith(database, words, article, lines)
    if (article === undefined) throw new Error('name an article, or words')
    const all = linesOf(database, article)
    const wanted = all.slice(line - 1, line - 1 + lines)
    return {
      facts: wanted.map((text, at) => ({ file: article, line: line + at, text })),
      more: all.length >= line + lines
    }
  }
})

function linesOf(database: ReadDatabase, article: string): readonly string[] {
  const [row] = database.rows('SELECT text FROM texts WHERE article = ?', [article])
  if (!row) throw new Error('there is no such article: see articleFacts')
  return String(row['text']).split('\n')
}

function linesWith(database: ReadDatabase, words: string, article: string | undefined, most: number): Answer {
  const { where, values } = conditions([
    ['article_search MATCH ?', searchOf(words)],
    article === undefined ? undefined : ['article = ?', article]
  ])
  const facts: Fact[] = []
  const sought = wordsIn(words).map(folded)
  for (const { article: file } of database.rows(
    `SELECT article FROM article_search ${where} ORDER BY rank LIMIT 100`,
    values
  )) {
    for (const [at, text] of linesOf(database, String(file)).entries()) {
      const words = new Set((text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(folded))
      if (!sought.some((word) => words.has(word))) continue
      if (facts.length === most) return { facts, more: true }
      facts.push({ file: file ?? null, line: at + 1, text })
    }
  }
  return { facts, more: false }
}

/** As the full-text search compares words. */
function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
