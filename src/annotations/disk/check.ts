import { isoTimestamp, picklist, pipe, safeParse, string, type GenericSchema, type InferOutput } from 'valibot'
import type { Json } from './json'

/** What a schema says of a piece of JSON; undefined where it is not as the schema says. */
export function check<Schema extends GenericSchema>(
  schema: Schema,
  json: Json | undefined
): InferOutput<Schema> | undefined {
  const read = safeParse(schema, json)
  return read.success ? read.output : undefined
}

export const time = pipe(string(), isoTimestamp())
export const entityType = picklist(['person', 'organization', 'group', 'place'])
export const quoteAct = picklist(['speech', 'attitude'])
