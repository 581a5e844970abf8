import { z } from 'zod'
import type { ReadDatabase, SqlValue } from '../sqlite'
import type { Answer, Fact } from './answers'

export const text = (about: string) => z.string().min(1).max(300).describe(about)

/** Which of the facts are answered. */
export const paging = {
  limit: z.number().int().min(1).max(50).default(20).describe('How many facts at most.'),
  offset: z.number().int().min(0).max(1_000_000).default(0).describe('How many facts to leave out before them.')
}

export interface Paging {
  readonly limit: number
  readonly offset: number
}

/** A part of what a question finds. */
export function page(
  database: ReadDatabase,
  select: string,
  values: readonly SqlValue[],
  { limit, offset }: Paging,
  toFact: (row: Readonly<Record<string, SqlValue>>) => Fact = withTruths
): Answer {
  const rows = database.rows(`${select} LIMIT ? OFFSET ?`, [...values, limit + 1, offset])
  return { facts: rows.slice(0, limit).map(toFact), more: rows.length > limit }
}

/** SQLite's truths are 0 and 1. */
function withTruths(row: Readonly<Record<string, SqlValue>>): Fact {
  const truths = ['named', 'again'].filter((name) => typeof row[name] === 'number')
  return { ...row, ...Object.fromEntries(truths.map((name) => [name, row[name] === 1])) }
}

/** Conditions that are asked for, with the values of their places. */
export function conditions(wanted: readonly (readonly [string, ...SqlValue[]] | undefined)[]) {
  const held = wanted.flatMap((condition) => (condition ? [condition] : []))
  return {
    where: held.length > 0 ? `WHERE ${held.map(([sql]) => `(${sql})`).join(' AND ')}` : '',
    values: held.flatMap(([, ...values]) => values)
  }
}

/** Words as the full-text search takes them, all of which are sought: whatever else was given is no part of its language. */
export function searchOf(words: string): string {
  return wordsIn(words)
    .map((word) => `"${word}"`)
    .join(' ')
}

export function wordsIn(words: string): readonly string[] {
  const found = words.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, 20)
  if (!found) throw new Error('there is no word in what is sought')
  return found
}
