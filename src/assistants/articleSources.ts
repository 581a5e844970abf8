import * as v from 'valibot'
import { foldLetters } from '../util/folding'
import { choice, page, paging, text } from './arguments'
import { defineTool } from './tool'

export const articleSources = defineTool({
  name: 'articleSources',
  title: 'Sources of the articles',
  description:
    'Who is quoted in the articles, the most quoted first: their ids and names, how many quotes of how many articles, and where the first of these stands.',
  isListed: true,
  arguments: {
    name: text('A part of the name.'),
    type: choice(['person', 'organization', 'group', 'place'], 'Of what type they are.'),
    named: v.optional(
      v.pipe(
        v.boolean(),
        v.description('True: sources with a name alone; false: those without, as "a senior official".')
      )
    ),
    ...paging
  },
  answer(asked, { name, type, named, ...part }) {
    const folded = foldLetters(name ?? '')
    return page(
      asked.sources,
      (one) =>
        (name === undefined || foldLetters(`${one.name}\n${one.aliases ?? ''}`).includes(folded)) &&
        (type === undefined || one.type === type) &&
        (named === undefined || one.named === named),
      part,
      (one) => ({ ...one })
    )
  }
})
