import { z } from 'zod'
import { conditions, page, paging, text } from './arguments'
import { defineTool } from './tool'

export const articleSources = defineTool({
  name: 'articleSources',
  title: 'Sources of the articles',
  description:
    'Who is quoted in the articles, the most quoted first: their ids and names, how many quotes of how many articles, and where the first of these stands.',
  arguments: {
    name: text('A part of the name.').optional(),
    type: z.enum(['person', 'organization', 'group', 'place']).optional(),
    named: z
      .boolean()
      .describe('True: sources with a name alone; false: those without, as "a senior official".')
      .optional(),
    ...paging
  },
  answer(database, { name, type, named, ...part }) {
    const { where, values } = conditions([
      name === undefined
        ? undefined
        : ["instr(lower(m.speaker || coalesce(char(10) || e.aliases, '')), lower(?)) > 0", name],
      type === undefined ? undefined : ['m.type = ?', type],
      named === undefined ? undefined : ['m.named = ?', Number(named)]
    ])
    return page(
      database,
      `SELECT m.speaker_id AS source, m.speaker AS name, m.type, m.named, m.quotes, m.articles, e.aliases, e.descriptions,
        f.article AS file, f.line
      FROM most_quoted m JOIN entities e ON e.entity = m.speaker_id
        JOIN quotes f ON f.rowid = (SELECT min(q.rowid) FROM quotes q WHERE q.speaker_id = m.speaker_id AND q.act = 'speech')
      ${where} ORDER BY m.quotes DESC, m.speaker, m.speaker_id`,
      values,
      part
    )
  }
})
