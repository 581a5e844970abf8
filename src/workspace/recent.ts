/** Gives the value of a key, from memory if it was used recently; otherwise made by `make`. */
export type Recent<Key, Value> = (key: Key, make: (key: Key) => Value) => Value

/** Remembers the `capacity` values that were used last. */
export function recentValues<Key, Value>(capacity: number): Recent<Key, Value> {
  const values = new Map<Key, Value>()
  return (key, make) => {
    const known = values.get(key)
    const value = known ?? make(key)
    if (known !== undefined) values.delete(key)
    values.set(key, value)
    if (values.size > capacity)
      for (const oldest of values.keys()) {
        values.delete(oldest)
        break
      }
    return value
  }
}
