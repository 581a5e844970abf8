import { actingOdds } from '../../src/analysis/entities/acting/acts'
import { heldOutEncoders, shippedEncoder } from '../encoder/heldOutEncoders'
import { readGold } from '../entities/corpora'
import type { ActingExample } from './data'

/** A constant, and what the classifier's and the encoder's logarithms of odds count. */
export type Together = readonly [constant: number, own: number, encoder: number]

export interface Heard {
  readonly example: ActingExample
  /** What the classifier and the encoder say, neither of which has learned from the example. */
  readonly own: number
  readonly encoder: number
}

/** How much a set counts: the encoder has not learned from CoNLL's locations at all, the classifier from many, so these count little. */
const weights: Readonly<Record<string, number>> = { relocar: 1.5, semeval2007: 1, 'conll-locations': 0.05 }
const decay = 0.001
const rounds = 20

/** For each example what an encoder says that was not taught on it; examples where it says nothing are left out. */
export async function heardOf(examples: readonly ActingExample[], own: ArrayLike<number>): Promise<readonly Heard[]> {
  const shipped = await shippedEncoder()
  const taught = new Map(
    await Promise.all(
      ['relocar', 'semeval2007'].map(
        async (set) => [set, await heldOutEncoders(readGold(`acting/${set}-train.jsonl`).map(idOf))] as const
      )
    )
  )
  return examples.flatMap((example, at) => {
    const encoder = taught.get(example.set)?.(example.id) ?? shipped
    const odds = actingOdds(encoder.read(example.text), example.start, example.end)
    return odds === undefined ? [] : [{ example, own: own[at]!, encoder: odds }]
  })
}

/** Logistic regression on what both say, by Newton's method. */
export function fitTogether(heard: readonly Heard[]): Together {
  let fitted: Together = [0, 0, 0]
  const total = heard.reduce((sum, { example }) => sum + (weights[example.set] ?? 0), 0)
  for (let round = 0; round < rounds; round++) {
    const slope = [0, 1, 2].map((at) => (at === 0 ? 0 : -decay * total * fitted[at]!))
    const bend = [0, 1, 2].map((at) => [0, 1, 2].map((other) => (at === other && at > 0 ? decay * total : 0)))
    for (const item of heard) {
      const weight = weights[item.example.set] ?? 0
      const probability = 1 / (1 + Math.exp(-oddsTogether(item, fitted)))
      const values = [1, item.own, item.encoder]
      for (let at = 0; at < 3; at++) {
        slope[at]! += weight * (Number(item.example.acting) - probability) * values[at]!
        for (let other = 0; other < 3; other++)
          bend[at]![other]! += weight * probability * (1 - probability) * values[at]! * values[other]!
      }
    }
    const step = solved(bend, slope)
    fitted = [fitted[0] + step[0]!, fitted[1] + step[1]!, fitted[2] + step[2]!]
  }
  return fitted
}

export function oddsTogether({ own, encoder }: Heard, [constant, ofOwn, ofEncoder]: Together): number {
  return constant + ofOwn * own + ofEncoder * encoder
}

/** The solution of linear equations, by elimination without pivots: the matrix is positive definite. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (const [at, row] of rows.entries()) {
    const by = row[at]!
    row.forEach((value, column) => (row[column] = value / by))
    for (const other of rows) {
      if (other === row) continue
      const factor = other[at]!
      other.forEach((value, column) => (other[column] = value - factor * row[column]!))
    }
  }
  return rows.map((row) => row.at(-1)!)
}

function idOf(line: Readonly<Record<string, unknown>>): string {
  return String(line['id'])
}
