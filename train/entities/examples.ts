import { readArticle } from '../../src/article'
import { contextFeatures, mostContextFeatures } from '../../src/analysis/entities/tagger/contextFeatures'
import { labelCount, labelOf, Part, taggedTypes } from '../../src/analysis/entities/tagger/labels'
import type { Lexicon } from '../../src/analysis/entities/tagger/lexicon'
import { readForTagging, type Reading } from '../../src/analysis/entities/tagger/reading'
import { findRecurrence } from '../../src/analysis/entities/tagger/recurrence'
import { edgeFeatures, firstOffset, mostWordFeatures, offsets, wordFeatures } from '../../src/analysis/entities/tagger/wordFeatures'
import { makeWordTypes } from '../../src/analysis/entities/tagger/wordTypes'
import { slotOf } from '../../src/analysis/entities/tagger/weights'
import type { GoldArticle } from './corpora'
import type { Examples } from './crf'

/** An article with its features (as slots of the hash space) and its annotation. */
export interface Prepared {
  readonly article: GoldArticle
  readonly reading: Reading
  readonly featureStart: Int32Array
  readonly slots: Int32Array
  readonly allowed: Int32Array
}

/** Reads articles and lists the features of each word. */
export function prepare(articles: readonly GoldArticle[], lexicon: Lexicon): Prepared[] {
  const types = { current: makeWordTypes(lexicon) }
  return articles.map((article) => {
    if (types.current.count() > 40_000) types.current = makeWordTypes(lexicon)
    const reading = readForTagging(readArticle(article.text, 'plain'), types.current, lexicon)
    const recurrence = findRecurrence(reading, types.current)
    const count = reading.words.count
    const featureStart = new Int32Array(count + 1)
    let slots = new Int32Array(count * 80 + 200)
    let n = 0
    const out = new Int32Array(Math.max(mostWordFeatures, mostContextFeatures))
    for (let s = 0; s + 1 < reading.sentenceFirst.length; s++) {
      const first = reading.sentenceFirst[s]!
      const last = reading.sentenceFirst[s + 1]!
      for (let at = first; at < last; at++) {
        featureStart[at] = n
        if (n + 400 > slots.length) { const wider = new Int32Array(slots.length * 2); wider.set(slots); slots = wider }
        for (let offset = firstOffset; offset < firstOffset + offsets; offset++) {
          const word = at + offset
          const m = word >= first && word < last ? wordFeatures(types.current, reading.type[word]!, offset, out) : edgeFeatures(offset, out)
          for (let f = 0; f < m; f++) slots[n++] = slotOf(out[f]!)
        }
        const m = contextFeatures(reading, types.current, recurrence, at, first, last, out)
        for (let f = 0; f < m; f++) slots[n++] = slotOf(out[f]!)
      }
    }
    featureStart[count] = n
    return { article, reading, featureStart, slots: slots.slice(0, n), allowed: allowedLabels(article, reading) }
  })
}

/** The labels each word may have by its annotation; a name that does not fall on word borders is left open. */
function allowedLabels(article: GoldArticle, reading: Reading): Int32Array {
  const { words } = reading
  const other = [Part.Begin, Part.Inside, Part.Last, Part.Single].reduce((bits, part) => bits | 1 << labelOf(3, part), 0)
  const allowed = new Int32Array(words.count).fill(article.others ? 1 : 1 | other)
  const starts = new Map<number, number>()
  const ends = new Map<number, number>()
  for (let at = 0; at < words.count; at++) { starts.set(words.start[at]!, at); ends.set(words.end[at]!, at) }
  for (const entity of article.entities) {
    const first = starts.get(entity.start)
    const last = ends.get(entity.end)
    const type = entity.type === 'misc' || entity.type === 'group' ? 3 : taggedTypes.indexOf(entity.type as 'person')
    if (type < 0) continue
    if (first === undefined || last === undefined || words.sentence[first] !== words.sentence[last]) {
      for (let at = 0; at < words.count; at++) if (words.start[at]! < entity.end && words.end[at]! > entity.start) allowed[at] = (1 << labelCount) - 1
      continue
    }
    if (first === last) { allowed[first] = 1 << labelOf(type, Part.Single); continue }
    allowed[first] = 1 << labelOf(type, Part.Begin)
    for (let at = first + 1; at < last; at++) allowed[at] = 1 << labelOf(type, Part.Inside)
    allowed[last] = 1 << labelOf(type, Part.Last)
  }
  return allowed
}

/** Rows for the slots that occur at least `least` times in the training articles. */
export function enumerateSlots(prepared: readonly Prepared[], slotCount: number, least: number): { readonly rowOf: Int32Array, readonly rows: number } {
  const counts = new Uint16Array(slotCount)
  for (const { slots } of prepared) for (const slot of slots) if (counts[slot]! < 65535) counts[slot]!++
  const rowOf = new Int32Array(slotCount).fill(-1)
  let rows = 0
  for (let slot = 0; slot < slotCount; slot++) if (counts[slot]! >= least) rowOf[slot] = rows++
  return { rowOf, rows }
}

/** Articles as one set of examples; `weight` says how much an article's sentences count. */
export function joinExamples(prepared: readonly Prepared[], rowOf: Int32Array, weight: (article: Prepared) => number): Examples {
  const total = prepared.reduce((sum, item) => sum + item.reading.words.count, 0)
  const features = prepared.reduce((sum, item) => sum + item.slots.length, 0)
  const sentences = prepared.reduce((sum, item) => sum + item.reading.sentenceFirst.length - 1, 0)
  const joined = { sentenceStart: new Int32Array(sentences + 1), featureStart: new Int32Array(total + 1), features: new Int32Array(features), allowed: new Int32Array(total), weight: new Float32Array(sentences), given: null }
  let word = 0
  let feature = 0
  let sentence = 0
  for (const item of prepared) {
    const { sentenceFirst, words } = item.reading
    for (let s = 0; s + 1 < sentenceFirst.length; s++) { joined.weight[sentence] = weight(item); joined.sentenceStart[sentence++] = word + sentenceFirst[s]! }
    for (let at = 0; at < words.count; at++) { joined.featureStart[word + at] = feature + item.featureStart[at]!; joined.allowed[word + at] = item.allowed[at]! }
    for (const slot of item.slots) joined.features[feature++] = rowOf[slot]!
    word += words.count
  }
  joined.sentenceStart[sentences] = word
  joined.featureStart[total] = feature
  return joined
}
