import { seededRandom, shuffled } from '../entities/random'
import type { Example } from './examples'

const rounds = 14
const rate = 0.15
const l2 = 0.0003
const dropout = 0.1
/** How often an example is seen without its words: an article in a language that the model has no word of is one too. */
const wordless = { article: 0.4, other: 0.15 }

/**
 * Logistic regression by AdaGrad with dropout, averaged over the second half of the rounds. The weight of each feature: above
 * 0 speaks for an article.
 */
export function learn(examples: readonly Example[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const placed = examples.map(({ features }) =>
    features.map((feature) => {
      const place = places.get(feature) ?? places.size
      places.set(feature, place)
      return place
    })
  )
  const names = [...places.keys()]
  const isWord = names.map((name) => /^(?:word|often) /.test(name))
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length)
  const average = new Float64Array(names.length)
  const random = seededRandom(16)
  for (let round = 0; round < rounds; round++) {
    for (const at of shuffled(examples.length, random)) {
      const { isArticle, weight } = examples[at]!
      const skipsWords = random() < (isArticle ? wordless.article : wordless.other)
      const kept = placed[at]!.filter((place) => !(skipsWords && isWord[place]) && (place === 0 || random() >= dropout))
      const sum = kept.reduce((total, place) => total + weights[place]!, 0)
      const gradient = ((isArticle ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * weight
      for (const place of kept) {
        const slope = gradient - l2 * weights[place]!
        squares[place]! += slope * slope
        weights[place]! += (rate / (0.3 + Math.sqrt(squares[place]!))) * slope
      }
    }
    if (round * 2 < rounds) continue
    for (let place = 0; place < names.length; place++) average[place]! += weights[place]! / Math.floor(rounds / 2)
  }
  return new Map(names.map((name, place) => [name, average[place]!]))
}
