/**
 * Wordings that are joined to sets (union-find). They are all held, because a chain of versions may lead from any to any other: about 24
 * bytes for each wording that has a version, and nothing for the others.
 */
export interface WordingSets {
  /** Wordings as 13 hexadecimal digits. */
  join(one: string, other: string): void
  /** One wording that stands for the set; undefined where the wording was never joined. */
  setOf(wording: string): string | undefined
  readonly size: number
}

const mostTaken = 0.6

export function wordingSets(): WordingSets {
  let keys = new Float64Array(1024).fill(-1)
  let parents = new Int32Array(1024)
  let size = 0

  function placeOf(table: Float64Array, key: number): number {
    let place = Math.imul((key % 0x100000000) ^ (key / 0x100000), 0x9e3779b1) >>> 0
    for (place %= table.length; table[place] !== -1 && table[place] !== key;) place = (place + 1) % table.length
    return place
  }

  function grow(): void {
    const larger = new Float64Array(2 * keys.length).fill(-1)
    const moved = new Int32Array(keys.length)
    keys.forEach((key, place) => {
      if (key < 0) return
      moved[place] = placeOf(larger, key)
      larger[moved[place]] = key
    })
    const above = new Int32Array(larger.length)
    keys.forEach((key, place) => {
      if (key >= 0) above[moved[place]!] = moved[parents[place]!]!
    })
    keys = larger
    parents = above
  }

  function added(wording: string): number {
    if (size >= mostTaken * keys.length) grow()
    const key = parseInt(wording, 16)
    const place = placeOf(keys, key)
    if (keys[place] === -1) {
      keys[place] = key
      parents[place] = place
      size++
    }
    return place
  }

  function root(place: number): number {
    let at = place
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!
      at = parents[at]!
    }
    return at
  }

  return {
    join(one, other) {
      added(one)
      const second = added(other)
      // The second may have made the table grow, and move the first.
      parents[root(added(one))] = root(second)
    },
    setOf(wording) {
      const place = placeOf(keys, parseInt(wording, 16))
      return keys[place] === -1 ? undefined : keys[root(place)]!.toString(16).padStart(13, '0')
    },
    get size() {
      return size
    }
  }
}
