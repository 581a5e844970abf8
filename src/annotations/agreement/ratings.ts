/**
 * What several annotators answered to one question, as a table: each row is a pattern of answers, one of each annotator in a
 * fixed order (null: did not answer), with the number of units that were answered so. Two answers are the same or they are
 * not: they have no order.
 */
export interface Ratings {
  /** How many annotators: the length of each row's answers. */
  readonly annotators: number
  readonly rows: readonly RatingRow[]
}

export interface RatingRow {
  readonly answers: readonly (string | null)[]
  /** Above 0. */
  readonly units: number
}

/**
 * A figure of agreement, or why there is none. `nothing-to-compare`: no unit was answered by two annotators. `no-variation`:
 * all answers are the same one, so that what chance alone would bring is complete agreement too.
 */
export type Figure = number | 'nothing-to-compare' | 'no-variation'

/** Gathers answers to a table: rows in the order in which their patterns first came. */
export interface RatingTable {
  /** `units` units were answered like that. Nothing happens where there are none of them. */
  add(answers: readonly (string | null)[], units?: number): void
  ratings(): Ratings
}

export function ratingTable(annotators: number): RatingTable {
  const rows = new Map<string, { readonly answers: readonly (string | null)[]; units: number }>()
  return {
    add(answers, units = 1) {
      if (units <= 0) return
      const key = JSON.stringify(answers)
      const row = rows.get(key)
      if (row) row.units += units
      else rows.set(key, { answers: [...answers], units })
    },
    ratings: () => ({ annotators, rows: [...rows.values()] })
  }
}

/** The answers of two of the annotators alone, where both gave one. */
export function ofPair({ rows }: Ratings, first: number, second: number): Ratings {
  const table = ratingTable(2)
  for (const { answers, units } of rows) {
    const pair = [answers[first] ?? null, answers[second] ?? null]
    if (!pair.includes(null)) table.add(pair, units)
  }
  return table.ratings()
}

/** How many units at least two annotators answered. */
export function comparableUnits({ rows }: Ratings): number {
  return rows.reduce(
    (sum, { answers, units }) => (answers.filter((answer) => answer !== null).length > 1 ? sum + units : sum),
    0
  )
}
