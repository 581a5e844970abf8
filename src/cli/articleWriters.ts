import { writeJsonArray, writeJsonLines, type ArticleStream, type ArticleWriter } from './contractWriters'
import { articleTable } from './articleTable'

export type OutputFormat = 'table' | 'jsonl' | 'json'

export const articleWriters: Readonly<Record<OutputFormat, ArticleWriter>> = {
  table: writeTables,
  jsonl: writeJsonLines,
  json: writeJsonArray
}

/** The tables of each article, an empty line between two articles. */
async function* writeTables(articles: ArticleStream): AsyncGenerator<string> {
  let separator = ''
  for await (const article of articles) {
    yield separator + articleTable(article)
    separator = '\n'
  }
}
