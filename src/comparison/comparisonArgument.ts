import { Uri } from 'vscode'

/** What a keybinding or another extension may say in place of being asked. */
export interface ComparisonArgument {
  readonly annotators?: readonly [string, string]
  readonly article?: Uri
  readonly third?: string
}

/** A command's argument may be anything. What is not understood is left out. */
export function comparisonArgument(argument: unknown): ComparisonArgument {
  if (typeof argument !== 'object' || argument === null) return {}
  const annotators = 'annotators' in argument ? argument.annotators : undefined
  const isPair = Array.isArray(annotators) && annotators.length === 2 && isName(annotators[0]) && isName(annotators[1])
  const third = 'third' in argument ? argument.third : undefined
  return {
    ...(isPair &&
      annotators[0] !== annotators[1] && { annotators: [annotators[0] as string, annotators[1] as string] }),
    ...('article' in argument && argument.article instanceof Uri && { article: argument.article }),
    ...(isName(third) && { third })
  }
}

/** The longest name of an annotator, in UTF-16 units. */
export const longestName = 100

export function isName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() === value &&
    value !== '' &&
    value.length <= longestName &&
    !/\p{Cc}/u.test(value)
  )
}
