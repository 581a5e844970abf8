/**
 * The indexes of keys in order, the highest key first, equal ones as they come. Keys are whole numbers from 0 to before 2 ** 32, and not
 * more than a million: both fit into one number then, and numbers are sorted much faster than objects.
 */
export function orderByKeys(keys: ArrayLike<number>): Uint32Array {
  const size = keys.length
  const joined = new Float64Array(size)
  for (let index = 0; index < size; index++) joined[index] = (2 ** 32 - 1 - keys[index]!) * size + index
  joined.sort()
  const order = new Uint32Array(size)
  for (let place = 0; place < size; place++) order[place] = joined[place]! % size
  return order
}
