/** Gives out ranges of numbers, for things that are kept in columns; those that are given back are given out again. */
export interface Ranges {
  /** The first of `count` numbers that nobody else has. */
  take(count: number): number
  /** Gives back what `take` gave for that count. */
  giveBack(first: number, count: number): void
  /** All numbers that were given out are below it: how long columns have to be. */
  size(): number
}

/** Counts are rounded up, so that what was given back fits what is nearly as long. */
const granule = 8

export function ranges(): Ranges {
  const free = new Map<number, number[]>()
  const rounded = (count: number) => (count === 1 ? 1 : Math.ceil(count / granule) * granule)
  let size = 0
  return {
    take(count) {
      const length = rounded(count)
      const known = free.get(length)?.pop()
      if (known !== undefined) return known
      size += length
      return size - length
    },
    giveBack(first, count) {
      const length = rounded(count)
      const known = free.get(length)
      if (known) known.push(first)
      else free.set(length, [first])
    },
    size: () => size
  }
}

type Column = Int32Array | Uint32Array | Float64Array

/** The column itself where it is that long, otherwise a longer one with its content. */
export function grown<Numbers extends Column>(column: Numbers, length: number): Numbers {
  if (length <= column.length) return column
  const longer = new (column.constructor as new (length: number) => Numbers)(Math.max(length, column.length * 1.5, 64))
  longer.set(column)
  return longer
}
