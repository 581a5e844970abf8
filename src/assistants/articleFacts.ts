import type { Fact } from './answers'
import { page, paging, text } from './arguments'
import type { AskedArticle, AskedArticles } from './askedArticles'
import { defineTool } from './tool'

export const articleFacts = defineTool({
  name: 'articleFacts',
  title: 'Facts about the articles',
  description:
    'Which articles there are: file, headline, date, authors, agency, and how many words, quotes and sources each has; of one article also whom and what it names, with the line of the first mention.',
  isListed: true,
  arguments: { article: text('The file of one article, as other answers call it.'), ...paging },
  answer(asked, { article, ...part }) {
    if (article === undefined) return page(asked.articles, () => true, part, toFact)
    return page(
      asked.articles,
      ({ file }) => file === article,
      { limit: 1, offset: 0 },
      (found) => ({
        ...toFact(found),
        names: found.names.slice(part.offset, part.offset + part.limit).map(nameIn(asked))
      })
    )
  }
})

function toFact({ file, facts }: AskedArticle): Fact {
  return { file, line: 1, ...facts }
}

function nameIn({ entities }: AskedArticles) {
  return ({ entity, mentions, line }: AskedArticle['names'][number]) => {
    const { name = '', type = '' } = entities.get(entity) ?? {}
    return { entity, name, type, mentions, line }
  }
}
