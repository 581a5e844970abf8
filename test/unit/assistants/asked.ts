import type { AnalyzedArticle } from '../../../src/analysis'
import { answerText, assistantTools } from '../../../src/assistants'
import type { AskedArticles } from '../../../src/assistants'
import { collectArticles } from '../../../src/assistants/collectArticles'
import { readArticle } from '../../../src/article'
import { exportInput, lossCounter } from '../../../src/exchange'
import { loadTestEngine } from '../../engine'
import { nobodyCancels, now, sourceOf } from '../exchange/exportOf'

/** What assistants may ask of texts, by their names. */
export async function askedTexts(texts: Readonly<Record<string, string>>): Promise<AskedArticles> {
  const engine = await loadTestEngine()
  const articles = Object.entries(texts).map(([name, text]): AnalyzedArticle => {
    const article = readArticle(text, 'plain')
    return { id: name, name, text, markup: article.markup, article, analysis: engine.analyze(article) }
  })
  const input = await exportInput(
    sourceOf(articles),
    { content: 'both', offsets: 'utf16', now },
    nobodyCancels,
    lossCounter()
  )
  return collectArticles(input, (article) => Promise.resolve(texts[article]))
}

interface Answered {
  readonly text: string
  readonly notice: string
  readonly more: boolean
  readonly facts: readonly Readonly<Record<string, unknown>>[]
}

/** What a tool answers, as an assistant gets it. */
export async function ask(asked: AskedArticles, name: string, given: object = {}): Promise<Answered> {
  const tool = assistantTools.find((one) => one.name === name)
  if (!tool) throw new Error(`there is no ${name}`)
  const text = answerText(await tool.answer(asked, given))
  const start = text.indexOf('\n')
  return { text, notice: text.slice(0, start), ...(JSON.parse(text.slice(start)) as Pick<Answered, 'more' | 'facts'>) }
}
