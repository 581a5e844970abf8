import { firstIndex } from '../../util/binarySearch'
import { quoted, tokenFrom } from './articleTables'
import { final, type Actor, type Discourse } from './discourse'
import { isFirstOfSentence } from './firstOfSentence'
import type { Reference } from './references/reference'

/** Sentences back, in one paragraph, that may tell whose words a quotation is. */
const farthestSentence = 3
/** The same, with quoted ones between them. */
const farthestQuoted = 40

/**
 * Who says a quotation that stands by itself: whom the sentence before it is about ("Anna Berg lost her house. “I have
 * nothing left.”"), or the last paragraph. `offset` is where it begins. Null when that tells of nobody, or of several.
 */
export function standingSpeaker(discourse: Discourse, offset: number): Actor | null {
  const { tables } = discourse
  const { sentences } = tables.article
  const own = tables.sentenceAt[tokenFrom(tables.article, offset)] ?? 0
  const paragraph = sentences[own]!.paragraph
  let looked = 0
  for (
    let sentence = own - 1;
    sentence >= own - farthestQuoted && sentence >= 0 && looked < farthestSentence;
    sentence--
  ) {
    const before = sentences[sentence]!
    if (before.paragraph < paragraph - 2) return null
    // Who is spoken of in a quotation is seldom who says the next.
    if (tables.quotedAt[before.firstToken + 1] === quoted.not) looked++
    const actor = subjectOf(discourse, sentence)
    if (actor) return actor
  }
  return null
}

function subjectOf(discourse: Discourse, sentence: number): Actor | null {
  const people: Actor[] = []
  let subject: Actor | null = null
  for (const at of referencesOf(discourse, sentence)) {
    const reference = discourse.references[at]!
    const actor = discourse.resolved[at] ? final(discourse.resolved[at]) : null
    if (!actor || actor.document || discourse.tables.quotedAt[reference.head] !== quoted.not) continue
    if (reference.sources.length > 0) return actor
    if (!maySpeak(actor, reference)) continue
    if (!people.includes(actor)) people.push(actor)
    if (!subject && isFirstOfSentence(at, discourse)) subject = actor
  }
  return subject ?? (people.length === 1 ? people[0]! : null)
}

function maySpeak(actor: Actor, reference: Reference): boolean {
  return actor.type === 'person' && actor.number !== 'many' && reference.pronoun?.kind !== 'i'
}

function referencesOf({ references }: Discourse, sentence: number): readonly number[] {
  const first = firstIndex(references.length, (index) => references[index]!.sentence >= sentence)
  const found: number[] = []
  for (let at = first; at < references.length && references[at]!.sentence === sentence; at++) found.push(at)
  return found
}
