import * as v from 'valibot'
import type { Answer } from './answers'
import type { AskedArticles } from './askedArticles'

export type Entries = v.ObjectEntries
export type Given<Shape extends Entries> = v.InferOutput<v.StrictObjectSchema<Shape, undefined>>

/** A question that assistants may ask. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  /** Of its arguments: an object and nothing besides. */
  readonly schema: v.StrictObjectSchema<Entries, undefined>
  /** Whether it answers without arguments. */
  readonly isListed: boolean
  /** Rejects with what is wrong with the arguments, or with the question. */
  readonly answer: (articles: AskedArticles, given: unknown) => Promise<Answer>
}

/** The types of the arguments follow from their schema. */
export function defineTool<Shape extends Entries>({
  arguments: entries,
  answer,
  ...tool
}: {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly isListed: boolean
  readonly arguments: Shape
  readonly answer: (articles: AskedArticles, given: Given<Shape>) => Answer | Promise<Answer>
}): Tool {
  const schema = v.strictObject(entries)
  return {
    ...tool,
    schema,
    async answer(articles, given) {
      return answer(articles, checked(schema, given))
    }
  }
}

/** What was given, with what was left out. Throws where it is not as the schema says. */
export function checked<Shape extends Entries>(
  schema: v.StrictObjectSchema<Shape, undefined>,
  given: unknown
): Given<Shape> {
  const found = v.safeParse(schema, given ?? {})
  if (!found.success) throw new Error(found.issues.map(problemOf).join('; '))
  return found.output
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue)
  return path === null ? issue.message : `${path}: ${issue.message}`
}
