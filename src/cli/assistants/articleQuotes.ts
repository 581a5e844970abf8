import { z } from 'zod'
import { conditions, page, paging, searchOf, text } from './arguments'
import { defineTool } from './tool'

export const articleQuotes = defineTool({
  name: 'articleQuotes',
  title: 'Quotes in the articles',
  description:
    'What is quoted in the articles, in their order: who says what, with which words it is cited, directly or not, on which line of which file. Asked for by words, source, place, article, kind.',
  arguments: {
    words: text(
      'Words that are all in the quote, its source or its cue, without regard to capitals and accents.'
    ).optional(),
    source: text('The id of a source (see articleSources), or a part of its name.').optional(),
    place: text('The name of a place or country that is named in the quote.').optional(),
    article: text('The file of one article, as other answers call it.').optional(),
    kind: z.enum(['direct', 'indirect', 'mixed']).optional(),
    attitudes: z.boolean().default(false).describe('Also what somebody is reported to believe, want or fear.'),
    ...paging
  },
  answer(database, { words, source, place, article, kind, attitudes, ...part }) {
    const { where, values } = conditions([
      attitudes ? undefined : ["q.act = 'speech'"],
      words === undefined
        ? undefined
        : ['q.rowid IN (SELECT rowid FROM quote_search WHERE quote_search MATCH ?)', searchOf(words)],
      source === undefined ? undefined : ['q.speaker_id = ? OR instr(lower(q.speaker), lower(?)) > 0', source, source],
      place === undefined
        ? undefined
        : [
            '(q.article, q.quote) IN (SELECT article, quote FROM quotes_about_places WHERE lower(?) IN (lower(place), lower(country)))',
            place
          ],
      article === undefined ? undefined : ['q.article = ?', article],
      kind === undefined ? undefined : ['q.kind = ?', kind]
    ])
    return page(
      database,
      `SELECT q.article AS file, q.line, q.quote, q.speaker_id AS source, q.speaker AS name, q.kind, q.act, q.again, q.cue,
        q.content, q.sentence, q.status
      FROM quotes q ${where} ORDER BY q.rowid`,
      values,
      part
    )
  }
})
