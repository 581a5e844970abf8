import type { z, ZodRawShape } from 'zod'
import type { ReadDatabase } from '../sqlite'
import type { Answer } from './answers'

/** A question that assistants may ask: a tool, and without arguments a resource of the same name. */
export interface Tool<Shape extends ZodRawShape = ZodRawShape> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly arguments: Shape
  readonly answer: (database: ReadDatabase, given: z.infer<z.ZodObject<Shape>>) => Answer
}

/** The types of the arguments follow from their schema. */
export function defineTool<Shape extends ZodRawShape>(tool: Tool<Shape>): Tool<Shape> {
  return tool
}
