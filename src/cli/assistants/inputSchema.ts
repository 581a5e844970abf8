import { toJsonSchema } from '@valibot/to-json-schema'
import type { Tool } from '../../assistants'

/** What a tool takes, as the protocol and VS Code's manifest want it: a JSON Schema. */
export function inputSchema({ schema }: Pick<Tool, 'schema'>): JsonObjectSchema {
  const { properties = {}, required = [] } = toJsonSchema(schema, { typeMode: 'input' })
  return { type: 'object', properties: properties as Record<string, object>, required, additionalProperties: false }
}

interface JsonObjectSchema {
  readonly type: 'object'
  readonly properties: Record<string, object>
  readonly required: string[]
  readonly additionalProperties: false
}
