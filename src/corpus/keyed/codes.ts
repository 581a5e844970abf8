const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const numbers = new Map([...alphabet].map((character, number) => [character, number]))

/** Characters for a 32 bit number. */
const width = 6

/** 32 bit numbers in six characters each. */
export function packNumbers(numbers: Iterable<number>): string {
  let packed = ''
  for (const number of numbers) for (let shift = 30; shift >= 0; shift -= 6) packed += alphabet[(number >>> shift) & 63]
  return packed
}

/** Throws when it is none that `packNumbers` has made. */
export function unpackNumbers(packed: string): Uint32Array {
  if (packed.length % width !== 0) throw new Error('is damaged: numbers are cut off')
  return Uint32Array.from({ length: packed.length / width }, (_, index) => {
    let number = 0
    for (let at = index * width; at < (index + 1) * width; at++) {
      const digit = numbers.get(packed[at]!)
      if (digit === undefined) throw new Error('is damaged: numbers have other characters')
      number = (number << 6) | digit
    }
    return number
  })
}

/** Characters of a code. */
const codeWidth = 8

/**
 * Eight characters (48 bits) that stand for a text where only equality matters: names are compared with a few hundred others at a
 * time, where two different ones have the same code once in some 10^11 times.
 */
export function textCode(text: string): string {
  let one = 0xdeadbeef
  let other = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x9e3779b1)
    other = Math.imul(other ^ unit, 0x5f356495)
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35)
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  let code = ''
  for (let shift = 18; shift >= 0; shift -= 6)
    code += alphabet[(one >>> shift) & 63]! + alphabet[(other >>> shift) & 63]!
  return code
}

/** Codes that were written one behind the other. */
export function splitCodes(codes: string): readonly string[] {
  return Array.from({ length: Math.floor(codes.length / codeWidth) }, (_, index) =>
    codes.slice(index * codeWidth, (index + 1) * codeWidth)
  )
}
