import * as v from 'valibot'
import { withoutUnseen } from '../answers'
import { decidingOf, defineProposal } from './proposal'
import { wordsInLine } from './words'

export const proposeMemo = defineProposal({
  name: 'proposeMemo',
  title: 'Propose a memo',
  description: 'Proposes a note about words of an article, or about the whole article. A person accepts or rejects it.',
  arguments: {
    article: v.pipe(v.string(), v.minLength(1), v.maxLength(300), v.description('The file, as other answers call it.')),
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(2000), v.description('The note.')),
    line: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000), v.description('The line of the words.'))
    ),
    words: v.optional(
      v.pipe(v.string(), v.minLength(1), v.maxLength(1000), v.description('The words as they stand in that line.'))
    )
  },
  async make(desk, { article, text, line, words }) {
    if ((line === undefined) !== (words === undefined)) throw new Error('give both line and words, or none of them')
    if (text.trim() === '') throw new Error('there is nothing in the note')
    const deciding = await decidingOf(desk, article)
    const { anchorAt, draft } = deciding.tools
    const target =
      line === undefined || words === undefined
        ? []
        : [anchorAt(deciding.article.text, wordsInLine(deciding, line, words))]
    const after = draft({ kind: 'memo', text: withoutUnseen(text) }, { target })
    return { edits: [{ kind: 'decision', article: deciding.article.id, after }], about: [deciding] }
  }
})
