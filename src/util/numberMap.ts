/** A map of 32 bit numbers in a third of the memory of a `Map`, outside of what the garbage collector looks after. */
export interface NumberMap {
  /** Undefined for a key that is not there. */
  get(key: number): number | undefined
  set(key: number, value: number): void
  delete(key: number): void
  readonly size: number
}

/** At most this share of the places is taken. */
const mostTaken = 0.7

/** Keys are unsigned; values are signed, and never `nothing`. */
export function numberMap(): NumberMap {
  let keys = new Uint32Array(16)
  let values = new Int32Array(16).fill(nothing)
  let size = 0

  const home = (key: number) => spread(key ^ seed) & (keys.length - 1)
  const after = (place: number) => (place + 1) & (keys.length - 1)

  /** The place of a key, or the free one where it would be. */
  function placeOf(key: number): number {
    let place = home(key)
    while (values[place] !== nothing && keys[place] !== key) place = after(place)
    return place
  }

  function grow(): void {
    const [oldKeys, oldValues] = [keys, values]
    keys = new Uint32Array(2 * oldKeys.length)
    values = new Int32Array(keys.length).fill(nothing)
    for (let at = 0; at < oldKeys.length; at++) {
      if (oldValues[at] === nothing) continue
      const place = placeOf(oldKeys[at]!)
      keys[place] = oldKeys[at]!
      values[place] = oldValues[at]!
    }
  }

  return {
    get(key) {
      const value = values[placeOf(key)]!
      return value === nothing ? undefined : value
    },
    set(key, value) {
      let place = placeOf(key)
      if (values[place] === nothing) {
        if (size + 1 > mostTaken * keys.length) {
          grow()
          place = placeOf(key)
        }
        size++
        keys[place] = key
      }
      values[place] = value
    },
    delete(key) {
      let gap = placeOf(key)
      if (values[gap] === nothing) return
      size--
      // Those behind it that could not have their own place move up, so that they are still found.
      for (let place = after(gap); values[place] !== nothing; place = after(place)) {
        const way = (place - home(keys[place]!)) & (keys.length - 1)
        if (way < ((place - gap) & (keys.length - 1))) continue
        keys[gap] = keys[place]!
        values[gap] = values[place]!
        gap = place
      }
      values[gap] = nothing
    },
    get size() {
      return size
    }
  }
}

/** Keys may be such that all would have one place, by chance or on purpose; these numbers differ in all bits (the end of MurmurHash3). */
function spread(key: number): number {
  const first = Math.imul(key ^ (key >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return second ^ (second >>> 16)
}

const seed = Math.floor(Math.random() * 2 ** 32)
const nothing = -(2 ** 31)
