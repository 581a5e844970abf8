/** What the schemas of all pages are made of. For the host alone: a page imports types, so that valibot is no part of its script. */

import {
  literal,
  maxLength,
  minValue,
  number,
  object,
  pipe,
  safeInteger,
  string,
  variant,
  type GenericSchema
} from 'valibot'

export const count = pipe(number(), safeInteger(), minValue(0))

/** Longer than any URI, id, key or condition that the host gives out. UTF-16 units. */
export const text = pipe(string(), maxLength(10_000))

/** What a page says: events, and requests with their numbers. */
export function pageMessage<Event extends GenericSchema, Request extends GenericSchema>(
  event: Event,
  request: Request
) {
  return variant('kind', [
    object({ kind: literal('event'), event }),
    object({ kind: literal('request'), id: count, request })
  ])
}
