/** Gives the value of a key, from memory if it was used recently; otherwise made by `make`. */
export type Recent<Key, Value> = (key: Key, make: (key: Key) => Value) => Value

/**
 * Remembers the `capacity` values that were used last. In a list: what a `Map` has forgotten is held by its old tables, and the texts
 * of thousands of articles that go by grew old there.
 */
export function recentValues<Key, Value>(capacity: number): Recent<Key, Value> {
  /** The newest first. */
  const values: { readonly key: Key; readonly value: Value }[] = []
  return (key, make) => {
    if (values[0]?.key === key) return values[0].value
    const at = values.findIndex((one) => one.key === key)
    const [known] = at < 0 ? [] : values.splice(at, 1)
    const used = known ?? { key, value: make(key) }
    values.unshift(used)
    if (values.length > capacity) values.pop()
    return used.value
  }
}
