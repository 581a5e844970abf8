import { codePath, codesInOrder, type Code } from '../../annotations'
import { defineTable, number, text } from './table'

interface CodeFacts {
  readonly code: Code
  readonly path: readonly string[]
  readonly codings: number
}

export const codesTable = defineTable<CodeFacts>(
  'codes',
  'One row for each code of the codebook, in its order.',
  [
    text('code_id', 'The id of the code.', ({ code }) => code.id),
    text('code', 'Its name.', ({ code }) => code.name),
    text('code_path', 'The names of the codes above it and its own.', ({ path }) => path.join(' > ')),
    text('parent_id', 'The code above it.', ({ code }) => code.parent ?? null),
    text('description', 'What it means.', ({ code }) => code.description ?? null),
    text('color', 'Its colour, as #rrggbb.', ({ code }) => code.color),
    number('codings', 'How often it was given in these articles.', ({ codings }) => codings),
    text('made_by', 'The researcher who made it.', ({ code }) => code.creator),
    text('made_at', 'When, in UTC.', ({ code }) => code.created)
  ],
  ({ codeTree }) => {
    const counts = new Map<string, number>()
    return {
      of({ document }) {
        for (const annotation of document.annotations)
          if (annotation.layer === 'code') counts.set(annotation.code, (counts.get(annotation.code) ?? 0) + 1)
        return []
      },
      end: () =>
        codesInOrder(codeTree).map(({ code }) => ({
          code,
          path: codePath(codeTree, code.id),
          codings: counts.get(code.id) ?? 0
        }))
    }
  }
)
