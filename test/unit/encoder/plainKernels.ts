// What the kernels compute, in plain TypeScript and 64-bit numbers: the oracle of their tests, and of the whole encoder's.

/** Rows of numbers, one after the other. */
export interface Rows {
  readonly values: Float64Array
  readonly columns: number
}

export function rowsOf(values: ArrayLike<number>, columns: number): Rows {
  return { values: Float64Array.from(values), columns }
}

export function row({ values, columns }: Rows, index: number): Float64Array {
  return values.subarray(index * columns, (index + 1) * columns)
}

export function count({ values, columns }: Rows): number {
  return values.length / columns
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

/** Each row of `a` by each of `weights`. */
export function product(a: Rows, weights: Rows): Rows {
  const columns = count(weights)
  const values = new Float64Array(count(a) * columns)
  for (let at = 0; at < count(a); at++)
    for (let column = 0; column < columns; column++)
      values[at * columns + column] = dot(row(a, at), row(weights, column))
  return { values, columns }
}

export function sum(a: Rows, b: Rows): Rows {
  return { values: a.values.map((value, index) => value + b.values[index]!), columns: a.columns }
}

export function plusBias(a: Rows, bias: ArrayLike<number>): Rows {
  return { values: a.values.map((value, index) => value + bias[index % a.columns]!), columns: a.columns }
}

export function normalized(x: Rows, gain: ArrayLike<number>): Rows {
  const values = Float64Array.from(x.values)
  for (let at = 0; at < count(x); at++) {
    const factor = 1 / Math.sqrt(dot(row(x, at), row(x, at)) / x.columns + 1e-6)
    for (let column = 0; column < x.columns; column++) values[at * x.columns + column]! *= factor * gain[column]!
  }
  return { values, columns: x.columns }
}

export function swish(x: number): number {
  return x / (1 + Math.exp(-x))
}

export function gated(x: Rows): Rows {
  const columns = x.columns / 2
  const values = Float64Array.from({ length: count(x) * columns }, (_, index) => {
    const [at, column] = [Math.floor(index / columns), index % columns]
    return swish(row(x, at)[column]!) * row(x, at)[columns + column]!
  })
  return { values, columns }
}

/** Queries and keys of `qkv` turned by their place, half with half of each head. */
export function rotated(qkv: Rows, heads: number): Rows {
  const width = qkv.columns / 3
  const head = width / heads
  const values = Float64Array.from(qkv.values)
  for (let at = 0; at < count(qkv); at++)
    for (let from = 0; from < 2 * width; from += head)
      for (let across = 0; across < head / 2; across++) {
        const angle = at / 10_000 ** ((2 * across) / head)
        const low = at * qkv.columns + from + across
        const high = low + head / 2
        const [a, b] = [qkv.values[low]!, qkv.values[high]!]
        values[low] = a * Math.cos(angle) - b * Math.sin(angle)
        values[high] = a * Math.sin(angle) + b * Math.cos(angle)
      }
  return { values, columns: qkv.columns }
}

/** Attention of every row to the first `length`. */
export function attended(qkv: Rows, heads: number, length = count(qkv)): Rows {
  const width = qkv.columns / 3
  const head = width / heads
  const part = (at: number, which: number, index: number) =>
    row(qkv, at).subarray(which * width + index * head, which * width + (index + 1) * head)
  const values = new Float64Array(count(qkv) * width)
  for (let index = 0; index < heads; index++)
    for (let at = 0; at < count(qkv); at++) {
      const scores = Array.from(
        { length },
        (_, other) => dot(part(at, 0, index), part(other, 1, index)) / Math.sqrt(head)
      )
      for (const [other, share] of softmax(scores).entries())
        for (let across = 0; across < head; across++)
          values[at * width + index * head + across]! += share * part(other, 2, index)[across]!
    }
  return { values, columns: width }
}

export function softmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores)
  const weights = scores.map((score) => Math.exp(score - top))
  const whole = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / whole)
}

export interface Relating {
  readonly asked: Rows
  readonly askedMix: ArrayLike<number>
  readonly offered: Rows
  readonly offeredMix: Rows
  readonly far: Rows
  readonly steps: readonly number[]
  readonly last: Rows
  readonly bias: ArrayLike<number>
}

/** Logits of the roles; `asked` has a row a role, `offered` all roles in each row. */
export function related({ asked, askedMix, offered, offeredMix, far, steps, last, bias }: Relating): Rows {
  const [columns, rank] = [count(asked), asked.columns]
  const values = steps.flatMap((apart, at) => {
    const mixed = Float64Array.from(askedMix, (value, index) =>
      swish(value + row(offeredMix, at)[index]! + row(far, apart)[index]!)
    )
    return Array.from(
      { length: columns },
      (_, role) =>
        dot(row(asked, role), row(offered, at).subarray(role * rank, (role + 1) * rank)) / Math.sqrt(rank) +
        dot(row(last, role), mixed) +
        bias[role]!
    )
  })
  return rowsOf(values, columns)
}
