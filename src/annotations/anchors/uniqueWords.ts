/** Whether words that are at a place of a text are nowhere else in it. Many questions about one text are answered faster. */
export function isUnique(text: string, words: string, at: number): boolean {
  if (words === '') return false
  if (words.length < unitsOfKey) return text.indexOf(words) === at && !text.includes(words, at + 1)
  if (asked.text !== text) asked = { text, questions: 0, index: undefined }
  if (!asked.index && ++asked.questions < manyQuestions)
    return text.indexOf(words) === at && !text.includes(words, at + 1)
  const { firsts, nexts, mask } = (asked.index ??= indexOf(text))
  for (let place = firsts[hashAt(text, at) & mask]!; place >= 0; place = nexts[place]!)
    if (place !== at && text.startsWith(words, place)) return false
  return text.startsWith(words, at)
}

/** The text that was asked about last; it is kept for a while, with what is known of it. */
let asked: { readonly text: string; questions: number; index: TextIndex | undefined } = {
  text: '',
  questions: 0,
  index: undefined
}

/** UTF-16 units by which places are told apart at first: so many have nearly all that is asked about. */
const unitsOfKey = 24
/** Making an index takes as long as about so many searches. */
const manyQuestions = 40

/** All places of a text from which these units on are alike, the last first: chains of places with the same hash. */
interface TextIndex {
  readonly firsts: Int32Array
  readonly nexts: Int32Array
  readonly mask: number
}

function indexOf(text: string): TextIndex {
  const count = Math.max(0, text.length - unitsOfKey + 1)
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, count)))
  const firsts = new Int32Array(size).fill(-1)
  const nexts = new Int32Array(count)
  let hash = count > 0 ? hashAt(text, 0) : 0
  for (let place = 0; place < count; place++) {
    const at = hash & (size - 1)
    nexts[place] = firsts[at]!
    firsts[at] = place
    const out = Math.imul(text.charCodeAt(place), leavingFactor)
    hash = mixed(hash - out, text.charCodeAt(place + unitsOfKey))
  }
  return { firsts, nexts, mask: size - 1 }
}

function hashAt(text: string, place: number): number {
  let hash = 0
  for (let at = place; at < place + unitsOfKey; at++) hash = mixed(hash, text.charCodeAt(at))
  return hash
}

const factor = 0x01000193

/** The hash with one more unit at its end. */
function mixed(hash: number, unit: number): number {
  return (Math.imul(hash, factor) + unit) | 0
}

/** By what the first unit of a hash counts in it. */
const leavingFactor = power(factor, unitsOfKey - 1)

function power(base: number, exponent: number): number {
  let product = 1
  for (let count = 0; count < exponent; count++) product = Math.imul(product, base)
  return product
}
