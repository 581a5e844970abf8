import { headAt, heads, labelCount, labels, roles } from '../weights/sizes'
import { headColumns, roleColumns } from './layOut'

/** Rows of the heads' logits, `headColumns` wide, as rows of `labelCount` probabilities. */
export function probabilities(logits: Float32Array): Float32Array {
  const count = logits.length / headColumns
  const shares = new Float32Array(count * labelCount)
  for (let row = 0; row < count; row++)
    for (const head of heads) {
      const from = row * headColumns + headAt[head]
      const to = row * labelCount + headAt[head]
      const { length } = labels[head]
      const whole = logOfSum(logits, from, length)
      for (let label = 0; label < length; label++) shares[to + label] = Math.exp(logits[from + label]! - whole)
    }
  return shares
}

/** Rows of the roles' logits, `roleColumns` wide, as rows of logarithms of probabilities, one a role. */
export function logarithms(logits: Float32Array): Float32Array {
  const count = logits.length / roleColumns
  const result = new Float32Array(count * roles.length)
  for (let row = 0; row < count; row++) {
    const whole = logOfSum(logits, row * roleColumns, roles.length)
    for (let role = 0; role < roles.length; role++)
      result[row * roles.length + role] = logits[row * roleColumns + role]! - whole
  }
  return result
}

function logOfSum(values: Float32Array, from: number, length: number): number {
  let top = -Infinity
  for (let at = from; at < from + length; at++) top = Math.max(top, values[at]!)
  let sum = 0
  for (let at = from; at < from + length; at++) sum += Math.exp(values[at]! - top)
  return top + Math.log(sum)
}
