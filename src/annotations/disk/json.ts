/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

export function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json)
}

/** One thing or a list of them: JSON-LD does not tell them apart. */
export function asList(json: Json | undefined): readonly Json[] {
  return json === undefined ? [] : isList(json) ? json : [json]
}

/** A field of the object itself: "constructor" of `{}` is none. */
export function field(json: Json | undefined, key: string): Json | undefined {
  return isObject(json) && Object.hasOwn(json, key) ? json[key] : undefined
}

/** An object without the fields that are undefined, in their order. */
export function compact(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

/** Whether two say the same; the order of fields says nothing. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(field(a, key), field(b, key)))
  )
}

/** The deepest nesting that is read: what goes through JSON by recursion must not run out of stack. */
const deepest = 100

/** Parses JSON. Throws an error with a message for people. */
export function parseJson(text: string): Json {
  try {
    if (isTooDeep(text)) throw new SyntaxError('It is nested too deeply')
    return JSON.parse(text) as Json
  } catch (error) {
    const marker = /^(?:<{7}|={7}|>{7})(?: |$)/m.exec(text)
    if (!marker) throw error
    const line = text.slice(0, marker.index).split('\n').length
    throw new SyntaxError(`Line ${line} has a conflict marker of git: a merge was not finished`, { cause: error })
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isInString) {
      if (unit === backslash) at++
      else if (unit === quotationMark) isInString = false
    } else if (unit === quotationMark) isInString = true
    else if (unit === openBrace || unit === openBracket) {
      if (++depth > deepest) return true
    } else if (unit === closeBrace || unit === closeBracket) depth--
  }
  return false
}

const quotationMark = 0x22
const backslash = 0x5c
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d
