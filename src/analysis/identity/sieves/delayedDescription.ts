import { namesRole } from '../lexicon/nouns'
import { determiner, endsNounPhrase } from '../lexicon/words'
import { wordAt, type ArticleTables } from '../articleTables'
import { final, type Actor, type Discourse, type Role } from '../discourse'
import type { NounPhrase } from '../references/nounPhrase'
import type { Reference } from '../references/reference'
import { originsDiffer } from '../origins'
import { ageOf } from '../phraseRoles'
import { standingBy } from '../standing'
import { isDefinite } from './definiteDescription'
import { become } from './delayedNaming'

/**
 * News tell first what somebody is, and a paragraph or two later who: "A police officer who fled says ... Officer Jane Roe said",
 * "a 54-year-old man ... John Roe, 54,". Only where one person fits, of whom the opening has told, or whose description tells
 * more than an office. `reference` mentions `named` and tells `roles`, which are known of them already.
 */
export function delayedDescription(
  named: Actor,
  reference: Reference,
  roles: readonly Role[],
  discourse: Discourse
): void {
  const told: Told = {
    roles,
    age: ageBehind(reference, discourse.tables),
    isFirst: named.references.length === 1,
    // "The officer, Jane Roe,"
    isKnown: reference.phrase !== null && isDefinite(reference.phrase)
  }
  if (roles.length === 0 && told.age === null) return
  const found = describedBefore(reference, named, discourse).filter(
    (actor) => fits(actor, told, discourse) && !originsDiffer(named, actor.phrase!.phrase!, discourse)
  )
  if (found.length === 1) become(found[0]!, named)
}

/** What a mention of somebody's name tells of them. */
interface Told {
  readonly roles: readonly Role[]
  readonly age: string | null
  /** Nobody has named them before. */
  readonly isFirst: boolean
  /** The text says that it has told of them before. */
  readonly isKnown: boolean
}

/** Each person without a name of whom the paragraphs before tell. */
function describedBefore(
  { sentence }: Reference,
  named: Actor,
  { references, resolved, tables: { article } }: Discourse
): readonly Actor[] {
  const { sentences } = article
  const found = new Set<Actor>()
  for (let at = resolved.length - 1; at >= 0 && at > resolved.length - mostReferences; at--) {
    const earlier = references[at]!
    if (sentences[earlier.sentence]!.paragraph < sentences[sentence]!.paragraph - mostParagraphs) break
    const actor = resolved[at] ? final(resolved[at]!) : null
    if (actor && earlier.sentence < sentence && mayGetName(actor, named)) found.add(actor)
  }
  return [...found]
}

const mostReferences = 60
const mostParagraphs = 4

function mayGetName({ type, number, chain, gender, phrase }: Actor, named: Actor): boolean {
  const description = phrase?.phrase
  return (
    type === 'person' &&
    number === 'one' &&
    !chain &&
    description?.sense?.kind === 'person' &&
    description.determiner !== 'other' &&
    description.anchor?.relation !== 'possessive' &&
    !(gender && named.gender && gender !== named.gender)
  )
}

function fits({ phrase: first }: Actor, { roles, age, isFirst, isKnown }: Told, discourse: Discourse): boolean {
  const phrase = first!.phrase!
  const described = ageOf(phrase)
  if (described !== null && age !== null) return described === age && isFirst
  const words = tellingWords(phrase, discourse.tables)
  if (words.length >= enoughWords && roles.some((role) => shared(words, role) >= enoughWords)) return true
  if (!(isKnown || (isFirst && first!.sentence < opening && !general.has(phrase.sense!.lemma)))) return false
  return roles.some((role) => holds(role, phrase.sense!.family) && role.standing === standingBy(phrase.modifiers))
}

/** "The lawmaker" is a senator, but "the minister" is no secretary here, and "the editor" not "my editor". */
function holds({ family, words }: Role, described: string): boolean {
  return (
    (family === described || (broad.has(described) && namesRole(described, family))) &&
    !owners.some((owner) => words.has(owner))
  )
}

const owners = ['my', 'our', 'his', 'her', 'their']

const broad = new Set(['lawmaker', 'player'])

/** What many in one article may be called. */
const general = new Set(
  'official functionary leader head chief boss politician source expert executive member'.split(' ')
)

const enoughWords = 4
/** In sentences: headline, the line under it, the first paragraph or two. */
const opening = 5

function shared(words: readonly string[], role: Role): number {
  return words.filter((word) => role.words.has(word)).length
}

/** Of "the head of a small ship owners' group" "small", "ship", "owners" and "group". */
function tellingWords({ first, head, end, anchor }: NounPhrase, tables: ArticleTables): readonly string[] {
  const words: string[] = []
  const last = anchor?.relation === 'complement' ? anchor.token + 1 : end
  for (let at = first; at < Math.max(end, last); at++) {
    const text = wordAt(tables, at).toLowerCase()
    if (at !== head && tables.article.tokens[at]!.kind === 'word' && !isFunctionWord(text)) words.push(text)
  }
  return words
}

function isFunctionWord(word: string): boolean {
  return determiner(word) !== undefined || endsNounPhrase(word) || complements.has(word)
}

const complements = new Set(['of', 'for', 'to', 'with', 'at'])

/** "John Roe, 54,". */
function ageBehind({ end }: Reference, { article }: ArticleTables): string | null {
  return /^, (\d{1,3})[,.;]/.exec(article.text.slice(end, end + 8))?.[1] ?? null
}
