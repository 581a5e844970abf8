import { firstIndex } from '../../../util/binarySearch'
import { mix } from '../tagger/hashing'
import { isCapitalized, type TaggerInput } from '../tagger/taggerInput'
import { affixWidth, Capitals, type WordTypes } from '../tagger/wordTypes'
import { commaHash, isJoint, isModifier, isMotion, isPossessive, isPreposition } from './words'

/** At least as many as a place name can have features. */
export const mostActingFeatures = 400

/**
 * Hashes of the features that tell whether the place name at words `first` to `last` acts; returns how many were written
 * to `out`. They are the words around it, the words around the list it is part of ("Israel and Egypt"), what governs
 * its preposition, and what its sentence is about.
 */
export function actingFeatures(
  input: TaggerInput,
  types: WordTypes,
  first: number,
  last: number,
  out: Int32Array
): number {
  const { type, sentenceFirst, words } = input
  const sentence = sentenceOf(sentenceFirst, first)
  const from = sentenceFirst[sentence]!
  const to = sentenceFirst[sentence + 1]!
  let n = 0
  const feature = (template: number, value: number) => {
    if (n < out.length) out[n++] = mix(template * 0x27d4eb2f + 0x165667b1, value)
  }
  const typeAt = (at: number) => (at >= from && at < to ? type[at]! : -1)
  const word = (at: number) => {
    const t = typeAt(at)
    return t < 0 ? (at < from ? 1 : 2) : types.folded[t]!
  }
  const cluster = (at: number) => {
    const t = typeAt(at)
    return t < 0 ? 3000 : types.cluster[t]!
  }
  const kind = (at: number) => {
    const t = typeAt(at)
    return t < 0 ? 300 : types.kind[t]!
  }
  const branch = (at: number) => {
    const c = cluster(at)
    return c === 3000 ? 99 : c === 0 ? 98 : (c - 1) >> 5
  }
  const around = (template: number, at: number) => {
    feature(template, word(at))
    feature(template + 1, cluster(at))
    feature(template + 2, kind(at))
    feature(template + 3, branch(at))
  }
  feature(1, 0)
  const lastType = type[last - 1]!
  const flags = types.flags[lastType]! | input.phraseFlags[last - 1]!
  feature(2, word(last - 1))
  feature(3, kind(last - 1))
  feature(4, flags)
  for (let d = 1; d <= 4; d++) {
    around(8 * d, first - d)
    around(8 * d + 4, last + d - 1)
  }
  feature(60, mix(word(first - 2), word(first - 1)))
  feature(61, mix(word(first - 1), word(last)))
  feature(62, mix(word(last), word(last + 1)))
  feature(63, mix(kind(first - 2), kind(first - 1)))
  feature(64, mix(kind(first - 1), kind(last)))
  feature(65, mix(kind(last), kind(last + 1)))
  feature(66, mix(word(first - 1), flags))
  feature(67, mix(kind(last), flags))
  feature(68, mix(word(first - 1), kind(last)))
  feature(69, mix(first === from ? 1 : 0, kind(last)))

  // Around the whole list that the name is part of, without article and "southern".
  let left = first - 1
  let joined = 0
  for (let steps = 0; left >= from && steps < 12; steps++, left--) {
    const t = type[left]!
    if (isModifier(types.folded[t]!)) continue
    if (isJoint(types.folded[t]!) && left > from && isName(types, type[left - 1]!)) {
      joined++
      continue
    }
    if (joined > 0 && isName(types, t)) continue
    break
  }
  let right = last
  for (let steps = 0; right < to && steps < 12; steps++, right++) {
    const t = type[right]!
    if (
      isJoint(types.folded[t]!) &&
      right + 1 < to &&
      (isName(types, type[right + 1]!) || isModifier(types.folded[type[right + 1]!]!))
    ) {
      joined++
      continue
    }
    if (right > last && (isName(types, t) || isModifier(types.folded[t]!))) continue
    break
  }
  feature(70, Math.min(joined, 2))
  around(72, left)
  around(76, left - 1)
  around(80, right)
  around(84, right + 1)
  feature(88, mix(word(left), kind(right)))
  feature(89, mix(kind(left), kind(right)))
  feature(90, mix(left < from ? 1 : 0, kind(right)))
  feature(91, mix(kind(left - 1), word(left)))
  feature(92, mix(word(left - 1), word(left)))
  feature(93, mix(cluster(left - 1), word(left)))
  feature(94, mix(cluster(right), cluster(right + 1)))
  if (isPossessive(word(last))) {
    around(100, last + 1)
    around(104, last + 2)
    feature(108, mix(flags, branch(last + 1)))
  }
  if (isPreposition(word(left))) {
    // What governs the preposition: "talks with", "was born in".
    let governor = left - 1
    if (isModifier(word(governor))) governor--
    feature(110, mix(word(left), word(governor)))
    feature(111, mix(word(left), cluster(governor)))
    feature(112, mix(word(left), branch(governor)))
    feature(113, mix(word(left), flags))
    feature(114, mix(word(left), kind(right)))
  } else {
    feature(115, kind(right))
    feature(116, cluster(right))
    feature(117, mix(left < from || word(left) === commaHash ? 1 : 0, word(right)))
  }
  // Address-like: "Lyon, France", "Paris, Texas".
  feature(
    120,
    mix(
      word(first - 1) === commaHash && isName(types, type[Math.max(from, first - 2)]!) ? 1 : 0,
      word(last) === commaHash ? 1 : 0
    )
  )
  for (let at = Math.max(from, first - 8); at < Math.min(to, last + 8); at++) {
    if (at >= first && at < last) continue
    const side = at < first ? 0 : 1
    feature(130 + side, cluster(at))
    feature(132 + side, kind(at))
    feature(134, cluster(at))
  }
  for (let at = from; at < Math.min(to, from + 60); at++) if (at < first || at >= last) feature(136, branch(at))
  // Endings tell verbs from nouns: "Israel launched", "Gaza ceasefire talks".
  const ending = (at: number, length: number) => {
    const t = typeAt(at)
    return t < 0 ? 1 : types.affixes[t * affixWidth + 3 + length - 1]!
  }
  const isLower = (at: number) => {
    const t = typeAt(at)
    return t >= 0 && types.capitals[t] === Number(Capitals.Lower) ? 1 : 0
  }
  feature(150, ending(right, 3))
  feature(151, ending(right, 2))
  feature(152, ending(right + 1, 3))
  feature(153, mix(ending(right, 2), ending(right + 1, 2)))
  feature(154, ending(left, 3))
  feature(155, mix(isPreposition(word(left)) ? word(left) : isLower(left), mix(ending(right, 2), isLower(right))))
  feature(156, mix(isPreposition(word(left)) ? word(left) : isLower(left), mix(isLower(right), isLower(right + 1))))
  feature(
    157,
    mix(
      isPreposition(word(left)) ? word(left) : isLower(left),
      isPreposition(word(right)) ? word(right) : isLower(right)
    )
  )
  let motion = 0
  for (let at = Math.max(from, left - 6); at < left; at++) if (isMotion(word(at))) motion = word(left)
  feature(158, motion)
  // "from Lagos to Accra"
  let before = left - 1
  while (before > from && before > left - longestRun && isName(types, type[before]!)) before--
  if (left >= from) feature(159, mix(word(left), before < left - 1 ? word(before) : 0))
  feature(137, input.sport)
  feature(138, mix(input.sport, flags))
  feature(139, input.sentenceCase[first]!)
  feature(140, words.count > 0 && types.capitals[lastType] === Number(Capitals.All) ? 1 : 0)
  return n
}

/** A longer run of capitals is no name whose other side would matter, and a text may have nothing else. */
const longestRun = 40

function isName(types: WordTypes, type: number): boolean {
  return isCapitalized(types.capitals[type]!)
}

function sentenceOf(sentenceFirst: Int32Array, word: number): number {
  const sentences = sentenceFirst.length - 1
  return firstIndex(sentences, (sentence) => sentenceFirst[sentence]! > word) - 1
}
