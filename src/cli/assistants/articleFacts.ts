import { conditions, page, paging, text } from './arguments'
import { defineTool } from './tool'

export const articleFacts = defineTool({
  name: 'articleFacts',
  title: 'Facts about the articles',
  description:
    'Which articles there are: file, headline, date, authors, agency, and how many words, quotes and sources each has; of one article also whom and what it names, with the line of the first mention.',
  arguments: { article: text('The file of one article, as other answers call it.').optional(), ...paging },
  answer(database, { article, ...part }) {
    const { where, values } = conditions([article === undefined ? undefined : ['article = ?', article]])
    return page(
      database,
      `SELECT article AS file, 1 AS line, headline, byline AS authors, agency, dateline_place AS place, iso_date AS date, words,
        quotes, sources, unattributed, attitudes
      FROM articles ${where} ORDER BY rowid`,
      values,
      article === undefined ? part : { limit: 1, offset: 0 },
      (row) =>
        article === undefined
          ? row
          : {
              ...row,
              names: database.rows(
                `SELECT m.entity, e.name, e.type, count(*) AS mentions, min(m.line) AS line
                FROM mentions m JOIN entities e USING (entity)
                WHERE m.article = ? GROUP BY m.entity ORDER BY mentions DESC, min(m.rowid) LIMIT ? OFFSET ?`,
                [article, part.limit, part.offset]
              )
            }
    )
  }
})
