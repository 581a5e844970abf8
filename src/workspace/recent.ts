/** Gives what `make` makes of a key, from memory when it was asked for lately. */
export type Recent<Key, Value> = (key: Key, make: (key: Key) => Value) => Value

/** Remembers the last so many values. */
export function recentValues<Key, Value>(most: number): Recent<Key, Value> {
  const values = new Map<Key, Value>()
  return (key, make) => {
    const known = values.get(key)
    const value = known ?? make(key)
    if (known !== undefined) values.delete(key)
    values.set(key, value)
    if (values.size > most)
      for (const oldest of values.keys()) {
        values.delete(oldest)
        break
      }
    return value
  }
}
