import { safeParse, type GenericSchema, type InferOutput } from 'valibot'

/** Checks what a page says; undefined for anything that its schema does not know. Fields that are not in the schema are removed. */
export function readMessage<Schema extends GenericSchema>(
  schema: Schema,
  value: unknown
): InferOutput<Schema> | undefined {
  const { success, output } = safeParse(schema, value, { abortEarly: true })
  return success ? output : undefined
}
