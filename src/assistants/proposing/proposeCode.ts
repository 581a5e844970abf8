import * as v from 'valibot'
import { decidingOf, defineProposal } from './proposal'
import { wordsInLine } from './words'

const given = (about: string) => v.pipe(v.string(), v.minLength(1), v.maxLength(300), v.description(about))

export const proposeCode = defineProposal({
  name: 'proposeCode',
  title: 'Propose a code',
  description:
    'Proposes a code of the codebook for words of an article. A person accepts or rejects it. A code that is not in the codebook is refused, and the answer says which are.',
  arguments: {
    article: given('The file, as other answers call it.'),
    line: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(10_000_000),
      v.description('The line of the words.')
    ),
    words: v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(1000),
      v.description('The words as they stand in that line.')
    ),
    code: given('The name of the code.')
  },
  async make(desk, { article, line, words, code }) {
    const deciding = await decidingOf(desk, article)
    const { codes } = deciding.project
    const found = codes.find(({ id, name }) => id === code || name.toLowerCase() === code.toLowerCase())
    if (!found)
      throw new Error(
        `there is no such code; there are: ${JSON.stringify(codes.map(({ name }) => name).slice(0, 200))}`
      )
    const { anchorAt, draft } = deciding.tools
    const target = [anchorAt(deciding.article.text, wordsInLine(deciding, line, words))]
    const after = draft({ kind: 'code', code: found.id }, { target })
    return { edits: [{ kind: 'decision', article: deciding.article.id, after }], about: [deciding] }
  }
})
