import type { Steps } from '../../util/steps'
import { inWords, said, type Said } from '../../util/translate'
import { field, isObject, type Json, type JsonObject } from './json'
import { jsonInSteps } from './jsonInSteps'

/** What a file says, with remarks for people about what in it was not understood; or why nothing of it can be read. */
export type Read<Content> = { readonly content: Content; readonly remarks: readonly Said[] } | Unreadable

export interface Unreadable {
  readonly wrong: 'broken' | 'newer-version'
  /** For people. */
  readonly detail: string
  /** Where it has values. */
  readonly said?: Said
}

/** What makes a file of one version, the key, one of the next. */
export type Migrations = ReadonlyMap<number, (file: JsonObject) => JsonObject>

/**
 * A file as it would be in the present version, `current`. Without a version it is another program's, whose W3C annotations are
 * as ours.
 */
export function* readFile(text: string, current: number, migrations: Migrations): Steps<JsonObject | Unreadable> {
  let json: Json
  try {
    json = yield* jsonInSteps(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error))
  }
  if (!isObject(json)) return broken('It is not a JSON object')
  let its = Object.hasOwn(json, 'version') ? field(json, 'version') : current
  if (typeof its !== 'number' || !Number.isSafeInteger(its)) return broken('Its version is not a whole number')
  if (its > current) return { wrong: 'newer-version', detail: `It has version ${its}, which is newer than ${current}` }
  for (; its < current; its++) {
    const migrate = migrations.get(its)
    if (!migrate) return broken('Its version, {0}, is not known', its)
    json = migrate(json)
  }
  return json
}

export function isUnreadable(read: object): read is Unreadable {
  return 'wrong' in read && typeof read.wrong === 'string' && 'detail' in read
}

export function broken(text: string, ...values: readonly (string | number)[]): Unreadable {
  const what = said(text, ...values)
  return { wrong: 'broken', detail: inWords(what), ...(values.length > 0 && { said: what }) }
}
