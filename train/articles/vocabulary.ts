import type { Text } from './examples'

/** Words that news is told with, whatever it is about. Learned ones would be the names and topics of the gold. */
export const articleWords: readonly string[] = (
  'said says told asked added he she his her him they who people years year week month after before during last when where ' +
  'police government officials president minister spokesman spokeswoman reporters interview according news today yesterday ' +
  'monday tuesday wednesday thursday friday saturday sunday night morning country city world family children women men ' +
  'school million percent company market team game season died killed life home'
).split(' ')

const mostWords = 140
const fewestTexts = 40

/** Lower-case words that speak against an article: those of many packages that articles seldom have. */
export function knownWords(texts: readonly Text[]): readonly string[] {
  const articles = new Map<string, number>()
  const groups = new Map<string, Set<string>>()
  for (const { measured, isArticle, group } of texts)
    for (const word of new Set(measured.words.map((word) => word.toLowerCase()))) {
      if (isArticle) articles.set(word, (articles.get(word) ?? 0) + 1)
      else groups.set(word, (groups.get(word) ?? new Set()).add(group))
    }
  const countOfArticles = texts.filter(({ isArticle }) => isArticle).length
  const countOfGroups = new Set(texts.filter(({ isArticle }) => !isArticle).map(({ group }) => group)).size
  return [...groups]
    .filter(([word, found]) => found.size >= fewestTexts && /^[a-z]{3,}$/.test(word))
    .map(([word, found]) => {
      const inOthers = (found.size + 5) / (countOfGroups + 10)
      const inArticles = ((articles.get(word) ?? 0) + 5) / (countOfArticles + 10)
      return { word, worth: Math.log(inOthers / inArticles) * (inOthers - inArticles), isOther: inOthers > inArticles }
    })
    .filter(({ isOther }) => isOther)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostWords)
    .map(({ word }) => word)
}
