import { workSlices } from '../../util/slices'
import type { GivenFile } from '../importing/readDocument'
import { decodeUtf8 } from './decodeUtf8'
import type { ProblemCounter } from './problems'
import { unpack } from './zip'

export type JsonObject = Readonly<Record<string, unknown>>

/**
 * The objects of files with one in each line, loose or in zips, with the name of their file and the number of their line (from 1); in
 * slices of time. What is none is told in `problems`.
 */
export async function* jsonLines(
  given: readonly GivenFile[],
  problems: ProblemCounter
): AsyncGenerator<{ readonly file: string; readonly line: number; readonly object: JsonObject }> {
  const { files, problems: damaged } = await unpack(given, (path) => /\.(jsonl|json|ndjson|txt)$/i.test(path))
  for (const { file, message } of damaged) problems.tell(file, message)
  const slices = workSlices()
  for (const { path, bytes } of files) {
    const text = decodeUtf8(bytes)
    if (text === undefined) {
      problems.tell(path, 'It is not in UTF-8')
      continue
    }
    for (const [index, line] of text
      .replace(/^\uFEFF/, '')
      .split('\n')
      .entries()) {
      await slices.rest()
      if (line.trim() === '') continue
      const object = parsed(line)
      if (object) yield { file: path, line: index + 1, object }
      else problems.tell(path, 'Lines could not be read')
    }
  }
}

function parsed(line: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value of a key that is the object's own: `__proto__` and `constructor` are not there. */
export function ownValue(object: JsonObject, ...keys: readonly string[]): unknown {
  const key = keys.find((each) => Object.hasOwn(object, each))
  return key === undefined ? undefined : object[key]
}

export function ownList(object: JsonObject, ...keys: readonly string[]): readonly unknown[] {
  const value = ownValue(object, ...keys)
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}
