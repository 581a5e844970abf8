import { factKeys } from '../../../src/analysis'
import { readArticle } from '../../../src/article'
import { linkSummaries, searchText, summarize, type ArticleSummary } from '../../../src/corpus'
import { loadTestEngine } from '../../engine'
import type { GrowthGroup } from './growth'
import { distinctName, distinctWord, hostileNames } from './hostileNames'

const folderSizes = { shortest: 625, longest: 10_000 }

/** One article a number. */
const articles: readonly { readonly name: string; readonly text: (at: number) => string }[] = [
  {
    name: 'nearly the same quote',
    text: (at) =>
      `\u201cThe talks will go on until all of us who came to the great hall of the old city by the sea know what they want and what ${distinctWord(at)} they can get from each other before the winter comes and the roads are closed again,\u201d said Ann Roe.`
  },
  { name: 'the same quote', text: () => '\u201cThe talks will go on today in the great hall,\u201d said Ann Roe.' },
  { name: 'Mara X Lind', text: (at) => `Mara ${distinctName(at)} Lind said so.` },
  { name: 'X Lind', text: (at) => `${distinctName(at)} Lind said so.` },
  { name: 'Lind', text: (at) => (at % 2 ? 'Mayor Lind said so.' : `${distinctName(at)} Lind said so.`) },
  { name: 'J. X Lind', text: (at) => `J. ${distinctName(at)} Lind said so.` },
  { name: 'Mara X-Lind', text: (at) => `Mara ${distinctName(at)}-Lind said so. Lind left.` },
  { name: 'the X Transport Union (KTU)', text: (at) => `The ${distinctName(at)} Transport Union (KTU) said so.` }
]

/** Names that are all different, or that many may bear: in one article, and one an article in a folder. */
export async function namesakeGroups(): Promise<readonly GrowthGroup[]> {
  const engine = await loadTestEngine()
  const analyzed = (id: string, text: string) => {
    const article = readArticle(text, 'plain')
    return { id, name: id, text: article.text, markup: article.markup, article, analysis: engine.analyze(article) }
  }
  const summaries = articles.map((): ArticleSummary[] => [])
  return [
    {
      what: 'an article of hostile names: the whole analysis',
      cases: hostileNames.map(({ name, text }) => ({
        name,
        prepare: (length) => {
          const article = readArticle(text(length), 'plain')
          return () => void engine.analyze(article)
        }
      }))
    },
    {
      what: 'an article of hostile names: keys, search text, summary, linking',
      cases: hostileNames.map(({ name, text }) => ({
        name,
        prepare: (length) => {
          const article = analyzed('a', text(length))
          return () => {
            // Keys are made once for an analysis: for another measurement of another one.
            const { entities, mentions, quotes } = factKeys({ ...article, analysis: { ...article.analysis } })
            void [entities, mentions, quotes]
            searchText(article, article.analysis)
            linkSummaries([summarize(article)])
          }
        }
      }))
    },
    {
      what: 'a folder of hostile articles: linking',
      unit: 'articles',
      sizes: folderSizes,
      cases: articles.map(({ name, text }, index) => ({
        name,
        prepare: (size) => {
          const known = summaries[index]!
          while (known.length < size) known.push(summarize(analyzed(`${known.length}.txt`, text(known.length))))
          const folder = known.slice(0, size)
          return () => void linkSummaries(folder)
        }
      }))
    }
  ]
}
