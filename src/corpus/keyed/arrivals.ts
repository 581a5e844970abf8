import { fieldsOf, readTextField, type KeyedRecord } from './keys'
import type { RecordCounts } from './mapSummary'

/** Which articles and shards are there, and which records of them count. */
export interface Arrivals {
  /** A record of `sections.article`. Gives what is wrong with it. */
  accept(record: KeyedRecord): ArrivalProblem | undefined
  /** Whether a record counts: not where its article's id was taken by another one. */
  counts(article: string, tag: string): boolean
  /** Whether two articles have one id. */
  hasRejected(): boolean
  expected(): RecordCounts
  /** Shards that are not there, as "3 of 8". */
  missingShards(): readonly string[]
}

export interface ArrivalProblem {
  readonly place: string
  readonly message: string
}

interface Arrived {
  readonly article: string
  readonly tag: string
  readonly place: string
}

/** Of several articles of one id the one whose place is first holds, as where one process reads files in order. */
export function arrivals(): Arrivals {
  let last: Arrived | undefined
  let expected: RecordCounts = [0, 0, 0]
  const holding = new Map<string, string>()
  const shards = new Map<number, Set<number>>()

  function acceptShard([of, index]: readonly string[]): void {
    const known = shards.get(Number(of)) ?? new Set()
    shards.set(Number(of), known.add(Number(index)))
  }

  return {
    accept({ key, value }) {
      const fields = fieldsOf(key)
      if (fields[0] !== '') {
        acceptShard(fields)
        return undefined
      }
      const [, article = '', , tag = ''] = fields
      const [place, counts] = JSON.parse(value) as readonly [string, RecordCounts]
      if (last?.article !== article) {
        last = { article, tag, place }
        expected = [expected[0] + counts[0], expected[1] + counts[1], expected[2] + counts[2]]
        return undefined
      }
      if (last.tag !== tag) holding.set(article, last.tag)
      const id = JSON.stringify(readTextField(article))
      const isChanged = last.place === place
      return {
        place,
        message: isChanged
          ? `was analyzed twice, and is not the same: ${id}`
          : `the id ${id} was there before, in ${last.place}`
      }
    },
    counts(article, tag) {
      const held = holding.get(article)
      return held === undefined || held === tag
    },
    hasRejected: () => holding.size > 0,
    expected: () => expected,
    missingShards: () =>
      [...shards].flatMap(([of, there]) =>
        Array.from({ length: of }, (_, index) => index + 1)
          .filter((index) => !there.has(index))
          .map((index) => `${index} of ${of}`)
      )
  }
}
