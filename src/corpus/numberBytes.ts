/** Writes whole numbers in few bytes: 7 bits a byte, the highest bit set where more follow. */
export interface NumberWriter {
  /** A whole number, at least 0 and below 2 ** 31. */
  count(number: number): void
  /** A whole number of either sign, its amount below 2 ** 30. */
  difference(number: number): void
  /** Any number, in eight bytes. */
  exact(number: number): void
  bytes(): Uint8Array
}

/** Reads what a `NumberWriter` wrote, in the same order. Beyond the end everything is 0. */
export interface NumberReader {
  count(): number
  difference(): number
  exact(): number
}

export function numberWriter(): NumberWriter {
  let bytes = new Uint8Array(4096)
  let end = 0

  function grow(needed: number): void {
    if (end + needed <= bytes.length) return
    const larger = new Uint8Array(2 * bytes.length)
    larger.set(bytes)
    bytes = larger
  }

  function count(number: number): void {
    grow(longest)
    let rest = number
    while (rest > 0x7f) {
      bytes[end++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    bytes[end++] = rest
  }

  return {
    count,
    difference: (number) => count(number < 0 ? -2 * number - 1 : 2 * number),
    exact(number) {
      grow(eight)
      new DataView(bytes.buffer).setFloat64(end, number)
      end += eight
    },
    bytes: () => bytes.slice(0, end)
  }
}

export function numberReader(bytes: Uint8Array): NumberReader {
  let at = 0

  function count(): number {
    let number = 0
    for (let shift = 0; shift < 32; shift += 7) {
      const byte = bytes[at++] ?? 0
      number |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    return number >>> 0
  }

  return {
    count,
    difference() {
      const number = count()
      return number % 2 === 1 ? -(number + 1) / 2 : number / 2
    },
    exact() {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
      at += eight
      return at <= bytes.length ? view.getFloat64(at - eight) : 0
    }
  }
}

const longest = 5
const eight = 8
