import { articleFacts } from './articleFacts'
import { articlePassages } from './articlePassages'
import { articleQuotes } from './articleQuotes'
import { articleSources } from './articleSources'
import type { Tool } from './tool'

export type { AskedArticles } from './askedArticles'
export { answerText, notice, toJson } from './answers'
export type { Tool } from './tool'

/** What assistants may ask, by the Model Context Protocol and in VS Code alike. */
export const assistantTools: readonly Tool[] = [articleSources, articleQuotes, articlePassages, articleFacts]
