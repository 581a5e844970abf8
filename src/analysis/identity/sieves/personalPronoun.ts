import { tokenFrom, wordAt, type ArticleTables } from '../articleTables'
import { endsNounPhrase, startsNoNounPhrase } from '../lexicon/words'
import { final, type Actor, type Discourse, type Sieve } from '../discourse'
import type { Reference } from '../references/reference'
import { acts, cueOf, pronounScore } from './pronounScore'

/** "he", "she", "it", "they": the best of those whom the sentence and the ones before it speak of. */
export const personalPronoun: Sieve = {
  rule: 'pronoun',
  confidence: 0.7,
  resolve(reference, index, discourse) {
    const kind = reference.pronoun?.kind
    if (kind !== 'he' && kind !== 'she' && kind !== 'it' && kind !== 'they') return null
    let best: Actor | null = null
    let bestScore = -Infinity
    const seen = new Set<Actor>()
    const begins = beginsIn(reference, discourse.tables)
    for (let at = index - 1; at >= 0 && at > index - 60; at--) {
      const earlier = discourse.references[at]!
      const saidIn = endsIn(earlier, reference, discourse.tables)
      const distance = (saidIn < begins ? begins : reference.sentence) - saidIn
      if (distance > 6) break
      const actor = discourse.resolved[at] ? final(discourse.resolved[at]!) : null
      if (!actor || !agrees(actor, reference, discourse) || isByline(earlier, discourse.tables)) continue
      if (describes(earlier, reference, discourse.tables)) continue
      // A place where something happens says nothing.
      if (actor.type === 'place' && reference.sources.length > 0 && !acts(earlier, discourse.tables)) continue
      const score = pronounScore(earlier, at, actor, reference, distance, seen.has(actor), discourse)
      seen.add(actor)
      if (score > bestScore) {
        best = actor
        bestScore = score
      }
    }
    return best
  }
}

/** "The son of farmers, he grew up in Leek": whoever he is, the sentence before tells of him. */
function describes(earlier: Reference, { pronoun, first, sentence }: Reference, tables: ArticleTables): boolean {
  if (!pronoun?.gender || earlier.name >= 0 || earlier.form === 'pronoun' || earlier.sentence !== sentence) return false
  const { firstToken } = tables.article.sentences[sentence]!
  if (earlier.first !== firstToken || wordAt(tables, first - 1) !== ',' || first - firstToken > longestPreposed)
    return false
  for (let at = firstToken; at < first - 1; at++)
    if (wordAt(tables, at) === ',' || (startsNoNounPhrase(wordAt(tables, at)) && !endsNounPhrase(wordAt(tables, at))))
      return false
  return true
}

/** In tokens. */
const longestPreposed = 16

/** The sentence in which what somebody says begins: `"It is late. It is over," she said` is as near to what stands above as its first words. */
function beginsIn({ sentence, sources }: Reference, { attributions, sentenceAt, article }: ArticleTables): number {
  let first = sentence
  for (const source of sources) {
    const start = attributions[source]!.content[0]?.start
    if (start !== undefined) first = Math.min(first, sentenceAt[tokenFrom(article, start)]!)
  }
  return article.sentences[first]!.paragraph === article.sentences[sentence]!.paragraph ? first : sentence
}

/** The last sentence before the pronoun's in which `earlier` goes on speaking: `Silk said. "It is late."` is about Silk in both. */
function endsIn({ sentence, sources }: Reference, to: Reference, tables: ArticleTables): number {
  const { attributions, sentenceAt, article } = tables
  let last = sentence
  if (!to.sources.some((source) => saysOn.test(cueOf(source, tables)))) return sentence
  for (const source of sources) {
    const { content, kind } = attributions[source]!
    const end = content.at(-1)?.end
    if (kind !== 'indirect' && end !== undefined) last = Math.max(last, sentenceAt[tokenFrom(article, end - 1)]!)
  }
  return last < to.sentence ? last : sentence
}

const saysOn =
  /^(?:also |then |later )?(?:said|says|add(?:s|ed)|told|tells|continue[sd]|explain(?:s|ed)|argue[sd]|went on|goes on)\b/

function agrees(actor: Actor, reference: Reference, discourse: Discourse): boolean {
  const { kind, gender } = reference.pronoun!
  if (kind === 'he' || kind === 'she')
    return (
      actor.type === 'person' &&
      actor.number !== 'many' &&
      !actor.document &&
      (!actor.genderSure || !actor.gender || actor.gender === gender)
    )
  if (kind === 'it') return actor.type !== 'person' && (actor.number !== 'many' || isOneBody(actor))
  if (actor.number === 'many' || actor.type === 'group') return true
  // A body may be "they"; a single person only when nobody knows more about them.
  if (actor.type === 'organization') return !actor.document && reference.sources.length > 0 && !isThing(actor)
  return (
    actor.type === 'person' &&
    actor.chain === null &&
    actor.lastSpoke >= 0 &&
    reference.sources.length > 0 &&
    discourse.spoken.length > 0
  )
}

/** "The Taliban" are many, and "it" too; "the Democrats" are not. */
function isOneBody({ type, chain }: Actor): boolean {
  return type === 'group' && chain !== null && !chain.written[0]!.words.at(-1)!.endsWith('s')
}

/** "According to the legend": what is no body that we know says nothing else. */
function isThing({ chain, phrase }: Actor): boolean {
  return chain === null && phrase?.phrase?.sense === null && !phrase.phrase.proper
}

/** The author is nobody whom the article tells of. */
function isByline({ start, end }: Reference, { article }: ArticleTables): boolean {
  return article.byline?.names.some((name) => name.start <= start && end <= name.end) ?? false
}
