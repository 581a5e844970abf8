import { leftOut, type Article, type Span } from '../../article'
import type { EncoderReading } from '../../encoder'
import { firstIndex } from '../../util/binarySearch'
import { flatMapped, mapped } from '../../util/mapped'
import { finish, mappedInSteps, type Steps } from '../../util/steps'
import type { EntityType, NamedMention } from '../analysis'
import { acts, actingOdds } from './acting/acts'
import { describeName } from './descriptions'
import { isGroup } from './groups'
import { isHyphenUnit, joinedLastNames, splitPair, withHyphenatedNames, type TaggedName } from './hyphenatedNames'
import type { EntityModels } from './models'
import { kindCount } from './tagger/agreement'
import { taggedTypes } from './tagger/labels'
import { mendNames } from './mendNames'
import { takeOver } from './tagger/taggerInput'
import type { Tagged } from './tagger/tagger'

/** The names of one version of an article, and what is worth keeping for the next. */
export interface RecognizedNames {
  readonly names: readonly NamedMention[]
  readonly tagged: Tagged
  readonly acting: ActingBefore
}

/** What was asked about places, by the first word of a name: its number of words, 0 where nothing was asked, and the classifier's answer. */
interface ActingBefore {
  readonly words: Uint8Array
  readonly logOdds: Float32Array
}

/**
 * Every name of a person, organization, group or place, ordered and without overlaps. The span is the proper name
 * alone, without title and possessive. Linear in the length of the text.
 */
export function recognizeNames(article: Article, models: EntityModels): readonly NamedMention[] {
  return finish(recognizeNamesAgain(article, models)).names
}

/** The same names, found with less work where an earlier version of the article is known. `reading`: of the article's text. */
export function* recognizeNamesAgain(
  article: Article,
  models: EntityModels,
  earlier?: RecognizedNames,
  reading?: EncoderReading
): Steps<RecognizedNames> {
  const tagged = yield* models.tag(article, earlier?.tagged, reading)
  const { words } = tagged.input
  const surface = (at: number) =>
    at < 0 || at >= words.count ? '' : article.text.slice(words.start[at], words.end[at])
  const isHyphen = (at: number) =>
    at >= 0 &&
    at < words.count &&
    words.end[at]! - words.start[at]! === 1 &&
    isHyphenUnit(article.text.charCodeAt(words.start[at]!))
  const found = flatMapped(joinedLastNames(taggedNames(tagged, surface), surface, isHyphen), (name) =>
    splitPair(name, tagged, surface)
  )
  const names = withHyphenatedNames(found, tagged, surface, isHyphen).filter(
    ({ first, last }) => last - first <= mostWords && words.end[last - 1]! - words.start[first]! <= mostCharacters
  )
  const typeAt: (EntityType | null)[] = new Array<EntityType | null>(words.count).fill(null)
  for (const name of names) typeAt.fill(name.type, name.first, name.last)
  const typeOf = (at: number) => typeAt[at] ?? null
  const acting = actingBefore(tagged, earlier)
  yield
  const describe = (name: TaggedName): NamedMention => ({
    start: words.start[name.first]!,
    end: words.end[name.last - 1]!,
    type: name.type,
    acting:
      name.type === 'place' &&
      (isPairedWithBody(name, isHyphen, typeOf) || isActing(tagged, models, name, acting, reading)),
    description: describeName(article.text, words, name, typeOf),
    rule: 'name-tagger',
    confidence: name.confidence
  })
  const mentions = yield* mappedInSteps(names, describe, namesPerStep)
  return { names: outsideBoilerplate(article, withStatedNames(article, mendNames(article, mentions))), tagged, acting }
}

/** Names that are described in one step. */
const namesPerStep = 200

/**
 * What is longer is no name, but a run of capitals that the tagger could not end. Later steps compare parts of names, and
 * take this for granted. The longest name of the annotated news in ../shared/gold has 12 words and 85 characters.
 */
const mostWords = 30
const mostCharacters = 200

/** Without "Facebook" and "Twitter" of a line of buttons; a credit names who wrote and owns the text. */
function outsideBoilerplate(article: Article, names: readonly NamedMention[]): readonly NamedMention[] {
  const lines = leftOut(article).filter(({ reason }) => reason !== 'credit')
  if (lines.length === 0) return names
  return names.filter(({ start, end }) => {
    const next = lines[firstIndex(lines.length, (index) => lines[index]!.end > start)]
    return next === undefined || end <= next.start
  })
}

/** What the article's form says outranks the tagger: the byline names persons, the dateline an agency. */
function withStatedNames(article: Article, names: readonly NamedMention[]): readonly NamedMention[] {
  const stated =
    (type: EntityType, rule: string) =>
    ({ start, end }: Span): NamedMention => ({
      start,
      end,
      type,
      acting: false,
      description: null,
      rule,
      confidence: 1
    })
  // Front matter names authors too, but is no prose: nothing is mentioned there.
  const { paragraphs } = article
  const isProse = ({ start, end }: Span) => {
    const paragraph = paragraphs[firstIndex(paragraphs.length, (index) => paragraphs[index]!.end > start)]
    return paragraph !== undefined && paragraph.start <= start && end <= paragraph.end
  }
  const agency = article.dateline?.agency ?? null
  const certain = [
    ...mapped(article.byline?.names ?? [], stated('person', 'byline')),
    ...mapped(agency ? [agency] : [], stated('organization', 'dateline'))
  ].filter((name) => isProse(name) && name.end - name.start <= mostCharacters)
  if (certain.length === 0) return names
  const others = names.filter((name) => !certain.some((span) => span.start < name.end && name.start < span.end))
  return [...others, ...certain].sort((a, b) => a.start - b.start)
}

/** Beside an organization a place is a party too: "the Sudan-RSF talks". */
function isPairedWithBody(
  name: TaggedName,
  isHyphen: (at: number) => boolean,
  typeOf: (at: number) => EntityType | null
): boolean {
  return (
    (isHyphen(name.last) && typeOf(name.last + 1) === 'organization') ||
    (isHyphen(name.first - 1) && typeOf(name.first - 2) === 'organization')
  )
}

/** What an earlier version says of place names that stand as they stood; it depends on their sentences and on how much the text is a sports page. */
function actingBefore({ input }: Tagged, earlier: RecognizedNames | undefined): ActingBefore {
  const before = earlier?.tagged.input.sport === input.sport ? earlier.acting : undefined
  const { words, kept } = input
  return {
    words: takeOver(new Uint8Array(words.count), kept, before?.words),
    logOdds: takeOver(new Float32Array(words.count), kept, before?.logOdds)
  }
}

/** An adjective before a noun ("US officials") neither acts nor is a place; it counts as not acting. */
function isActing(
  { input, types }: Tagged,
  models: EntityModels,
  { first, last }: TaggedName,
  acting: ActingBefore,
  reading: EncoderReading | undefined
): boolean {
  const { start, end } = input.words
  if (acting.words[first] !== last - first) {
    acting.words[first] = last - first
    acting.logOdds[first] = models.acting(input, types, first, last)
  }
  return acts(acting.logOdds[first]!, reading && actingOdds(reading, start[first]!, end[last - 1]!))
}

/** The labelled stretches as names. What is named but of no type stays only when it is a people, a party or a movement. */
function taggedNames({ input, labels, posterior, types }: Tagged, surface: (at: number) => string): TaggedName[] {
  const names: TaggedName[] = []
  let first = 0
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!
    if (label === 0) continue
    const part = (label - 1) & 3
    if (part === 0 || part === 3) first = at
    if (part < 2) continue
    const kind = (label - 1) >> 2
    const tagged = taggedTypes[kind]!
    if (tagged === 'other' && !isGroup(input, types, first, at + 1, surface)) continue
    let confidence = 1
    for (let word = first; word <= at; word++)
      confidence = Math.min(confidence, posterior[word * kindCount + kind + 1]!)
    names.push({
      first,
      last: at + 1,
      type: tagged === 'other' ? 'group' : tagged,
      confidence: Math.round(confidence * 1000) / 1000
    })
  }
  return names
}
