import { readArticle } from '../../src/article'
import { actingFeatures, mostActingFeatures } from '../../src/analysis/entities/acting/features'
import { actingSlot } from '../../src/analysis/entities/acting/classifier'
import type { Lexicon } from '../../src/analysis/entities/tagger/lexicon'
import { taggerInput } from '../../src/analysis/entities/tagger/taggerInput'
import { makeWordTypes } from '../../src/analysis/entities/tagger/wordTypes'
import { readGold } from '../entities/corpora'
import { finish } from '../../src/util/steps'

export interface ActingExample {
  readonly set: string
  readonly id: string
  readonly text: string
  readonly start: number
  readonly end: number
  readonly slots: Int32Array
  readonly acting: boolean
}

/** One place name an example; "mixed" ones are left out. */
export function readActing(lexicon: Lexicon): ActingExample[] {
  const out = new Int32Array(mostActingFeatures)
  let types = makeWordTypes(lexicon)
  return ['relocar', 'semeval2007', 'conll-locations'].flatMap((set) =>
    readGold(`acting/${set}-train.jsonl`).flatMap((line) => {
      const {
        id,
        text,
        start,
        end,
        reading: answer
      } = line as { id: string; text: string; start: number; end: number; reading: string }
      if (answer === 'mixed') return []
      if (types.count() > 40_000) types = makeWordTypes(lexicon)
      const input = finish(taggerInput(readArticle(text, 'plain'), types, lexicon))
      const { words } = input
      let first = 0
      while (first < words.count && words.end[first]! <= start) first++
      let last = first
      while (last < words.count && words.start[last]! < end) last++
      if (last === first) return []
      const count = actingFeatures(input, types, first, last, out)
      return [
        {
          set,
          id,
          text,
          start,
          end,
          slots: Int32Array.from(new Set(Array.from(out.subarray(0, count), actingSlot))),
          acting: answer === 'metonymic'
        }
      ]
    })
  )
}
