import { readArticle } from '../../src/article'
import { contextFeatures, mostContextFeatures } from '../../src/analysis/entities/tagger/contextFeatures'
import { labelCount, labelOf, Part, taggedTypes } from '../../src/analysis/entities/tagger/labels'
import type { Lexicon } from '../../src/analysis/entities/tagger/lexicon'
import { taggerInput, type TaggerInput } from '../../src/analysis/entities/tagger/taggerInput'
import { findRecurrence } from '../../src/analysis/entities/tagger/recurrence'
import {
  edgeFeatures,
  firstOffset,
  mostWordFeatures,
  offsets,
  wordFeatures
} from '../../src/analysis/entities/tagger/wordFeatures'
import { makeWordTypes, type WordTypes } from '../../src/analysis/entities/tagger/wordTypes'
import { nameStretches } from '../../src/analysis/entities/tagger/stretches'
import { slotOf } from '../../src/analysis/entities/tagger/weights'
import type { GoldArticle } from './corpora'
import type { Examples } from './crf'
import { finish } from '../../src/util/steps'

/** An article with its features (as slots of the hash space) and its annotation. */
export interface Prepared {
  readonly article: GoldArticle
  readonly input: TaggerInput
  readonly types: WordTypes
  /** From, to (half open) and sentence of each stretch that is scored at all. */
  readonly stretches: Int32Array
  /** Words outside of stretches have no features. */
  readonly featureStart: Int32Array
  readonly slots: Int32Array
  readonly allowed: Int32Array
}

/** Reads articles and lists the features of each word. */
export function prepare(articles: readonly GoldArticle[], lexicon: Lexicon): Prepared[] {
  const types = { current: makeWordTypes(lexicon) }
  return articles.map((article) => {
    if (types.current.count() > 40_000) types.current = makeWordTypes(lexicon)
    const input = finish(taggerInput(readArticle(article.text, 'plain'), types.current, lexicon))
    const recurrence = findRecurrence(input, types.current)
    const count = input.words.count
    const featureStart = new Int32Array(count + 1)
    let slots = new Int32Array(count * 80 + 200)
    let n = 0
    const out = new Int32Array(Math.max(mostWordFeatures, mostContextFeatures))
    const stretches = nameStretches(input, types.current)
    let filled = 0
    for (let s = 0; s < stretches.length; s += 3) {
      const first = input.sentenceFirst[stretches[s + 2]!]!
      const last = input.sentenceFirst[stretches[s + 2]! + 1]!
      for (let at = stretches[s]!; at < stretches[s + 1]!; at++) {
        while (filled <= at) featureStart[filled++] = n
        if (n + 400 > slots.length) {
          const wider = new Int32Array(slots.length * 2)
          wider.set(slots)
          slots = wider
        }
        for (let offset = firstOffset; offset < firstOffset + offsets; offset++) {
          const word = at + offset
          const m =
            word >= first && word < last
              ? wordFeatures(types.current, input.type[word]!, offset, out)
              : edgeFeatures(offset, out)
          for (let f = 0; f < m; f++) slots[n++] = slotOf(out[f]!)
        }
        const m = contextFeatures(input, types.current, recurrence, at, first, last, out)
        for (let f = 0; f < m; f++) slots[n++] = slotOf(out[f]!)
      }
    }
    while (filled <= count) featureStart[filled++] = n
    return {
      article,
      input,
      types: types.current,
      stretches,
      featureStart,
      slots: slots.slice(0, n),
      allowed: allowedLabels(article, input)
    }
  })
}

/** The labels each word may have by its annotation; a name that does not fall on word borders is left open. */
function allowedLabels(article: GoldArticle, input: TaggerInput): Int32Array {
  const { words } = input
  const any = (1 << labelCount) - 1
  const other = [Part.Begin, Part.Inside, Part.Last, Part.Single].reduce(
    (bits, part) => bits | (1 << labelOf(3, part)),
    0
  )
  const allowed = new Int32Array(words.count).fill(article.others ? 1 : 1 | other)
  const starts = new Map<number, number>()
  const ends = new Map<number, number>()
  for (let at = 0; at < words.count; at++) {
    starts.set(words.start[at]!, at)
    ends.set(words.end[at]!, at)
  }
  for (const entity of article.entities) {
    const first = starts.get(entity.start)
    const last = ends.get(entity.end)
    const type = entity.type === 'misc' || entity.type === 'group' ? 3 : taggedTypes.indexOf(entity.type as 'person')
    if (type < 0) continue
    if (first === undefined || last === undefined || words.sentence[first] !== words.sentence[last]) {
      for (let at = 0; at < words.count; at++)
        if (words.start[at]! < entity.end && words.end[at]! > entity.start) allowed[at] = any
      continue
    }
    if (first === last) {
      allowed[first] = 1 << labelOf(type, Part.Single)
      continue
    }
    allowed[first] = 1 << labelOf(type, Part.Begin)
    for (let at = first + 1; at < last; at++) allowed[at] = 1 << labelOf(type, Part.Inside)
    allowed[last] = 1 << labelOf(type, Part.Last)
  }
  return allowed
}

/** Rows for the slots that occur at least `least` times in the training articles. */
export function enumerateSlots(
  prepared: readonly Prepared[],
  slotCount: number,
  least: number
): { readonly rowOf: Int32Array; readonly rows: number } {
  const counts = new Uint16Array(slotCount)
  for (const { slots } of prepared) for (const slot of slots) if (counts[slot]! < 65535) counts[slot]!++
  const rowOf = new Int32Array(slotCount).fill(-1)
  let rows = 0
  for (let slot = 0; slot < slotCount; slot++) if (counts[slot]! >= least) rowOf[slot] = rows++
  return { rowOf, rows }
}

/** Articles as one set of examples, a stretch as one sequence; `weight` says how much an article counts. */
export function joinExamples(
  prepared: readonly Prepared[],
  rowOf: Int32Array,
  weight: (article: Prepared) => number
): Examples {
  const sum = (size: (item: Prepared) => number) => prepared.reduce((total, item) => total + size(item), 0)
  const words = sum((item) =>
    item.stretches.reduce((total, value, at) => total + (at % 3 === 0 ? -value : at % 3 === 1 ? value : 0), 0)
  )
  const sequences = sum((item) => item.stretches.length / 3)
  const joined = {
    sequenceStart: new Int32Array(sequences + 1),
    featureStart: new Int32Array(words + 1),
    features: new Int32Array(sum((item) => item.slots.length)),
    allowed: new Int32Array(words),
    weight: new Float32Array(sequences),
    opens: new Uint8Array(sequences),
    given: null
  }
  let word = 0
  let feature = 0
  let sequence = 0
  for (const item of prepared) {
    for (let s = 0; s < item.stretches.length; s += 3) {
      const from = item.stretches[s]!
      joined.weight[sequence] = weight(item)
      joined.opens[sequence] = from === item.input.sentenceFirst[item.stretches[s + 2]!] ? 1 : 0
      joined.sequenceStart[sequence++] = word
      for (let at = from; at < item.stretches[s + 1]!; at++) {
        joined.featureStart[word] = feature
        joined.allowed[word++] = item.allowed[at]!
        for (let f = item.featureStart[at]!; f < item.featureStart[at + 1]!; f++)
          joined.features[feature++] = rowOf[item.slots[f]!]!
      }
    }
  }
  joined.sequenceStart[sequences] = word
  joined.featureStart[words] = feature
  return joined
}
