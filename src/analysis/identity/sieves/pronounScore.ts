import type { Span } from '../../../article'
import { isPossessive, tokenFrom, wordAt, type ArticleTables } from '../articleTables'
import { final, type Actor, type Discourse } from '../discourse'
import { isAttributive, isFirstOfSentence } from '../firstOfSentence'
import type { Reference } from '../references/reference'

/** Whether a mention says something, or is a place that stands for its people. */
export function acts({ name, sources }: Reference, { names }: ArticleTables): boolean {
  return sources.length > 0 || (name >= 0 && names[name]!.acting)
}

/** How well `earlier`, the reference at index `at`, fits a pronoun `distance` sentences behind it: more is better, 0 is the subject before it. */
export function pronounScore(
  earlier: Reference,
  at: number,
  actor: Actor,
  reference: Reference,
  distance: number,
  seen: boolean,
  discourse: Discourse
): number {
  const { tables } = discourse
  let score = distance === 0 ? 0 : distance === 1 ? -1 : distance === 2 ? -2.5 : -2.5 - (distance - 2) * 0.8
  const isFirst = isFirstOfSentence(at, discourse)
  if (isFirst) score += 1.2
  // A paragraph goes on about whom it began with.
  if (
    reference.pronoun!.kind !== 'it' &&
    reference.sources.length > 0 &&
    distance > 0 &&
    isSameParagraph(earlier, reference, tables)
  )
    score += 1
  // "Governor Silk takes the floor.", and then a paragraph that begins: "She says".
  if (isFirst && distance === 1 && reference.pronoun!.gender && earlier.name >= 0 && opensParagraph(reference, tables))
    score += 0.8
  if (distance === 0 && reference.pronoun!.owner) score += 0.8
  if (distance === 0 && tellsVersion(earlier, tables)) score += 5
  // "Silk frowned as she asked", "Silk left after she had said so"
  if (distance === 0 && isFirst && meanwhile.test(wordAt(tables, reference.first - 1))) score += 2
  // "Silk had hurt himself": mostly whom the sentence is about.
  if (distance === 0 && reference.pronoun!.reflexive) score += isFirst ? 4 : 2
  if (earlier.sources.length > 0) score += 1.2
  if (actor.gender && actor.gender === reference.pronoun!.gender) score += 0.8
  if (discourse.spoken.at(-1) === at) score += goesOn(reference, earlier, distance, tables)
  if (isAsked(earlier, tables)) score += whoIsAsked(reference, distance, tables)
  if (isLabel(earlier, tables) || introducesItself(earlier, tables)) score -= 3
  if (isToldBy(reference, earlier, tables)) score -= 6
  if (hears(reference, actor, discourse)) score -= 4
  if (reference.pronoun!.gender && !actor.gender) score -= 0.7
  if (reference.pronoun!.gender && actor.gender && actor.gender !== reference.pronoun!.gender) score -= 4
  if (earlier.name >= 0 && isAttributive(earlier, tables)) score -= 1
  score += Math.min(3, Math.log2(1 + actor.references.length)) * 0.4
  if (earlier.form === 'pronoun') score += 0.5
  const outside = tables.contentAt[reference.head]! < 0
  if (outside && tables.contentAt[earlier.head]! >= 0) score -= 2
  if (reference.sources.some((source) => holds(tables.attributions[source]!.content, earlier))) score -= 3
  // In "Her lawyer said she would", she is not the lawyer.
  if (reference.pronoun!.gender && !isAnchored(actor, reference)) score += ofWhatTheySay(earlier, reference, tables)
  if (discourse.spoken.at(-1) === at && isOfNextWords(reference, tables)) score -= 3
  if (reference.sources.length > 0 && distance === 1 && endsSentence(earlier, tables)) score += 4.5
  if (!actor.chain && !actor.hasSaid) score -= silence(earlier, isFirst, reference, tables)
  if (seen) score -= 0.1
  if (actor.document && reference.pronoun!.kind === 'it') score -= 0.5
  if (actor.type === 'place' && !acts(earlier, tables)) score -= 1.5
  if (reference.pronoun!.kind === 'they' && actor.number === 'one') score -= 1.5
  return score
}

/** "In Silk's version of events, he left." */
function tellsVersion({ first, head }: Reference, tables: ArticleTables): boolean {
  return (
    isPossessive(tables, head) &&
    /^(?:in|by|from)$/i.test(wordAt(tables, first - 1)) &&
    /^(?:version|account|view|telling|opinion|words|mind|eyes|reading)$/.test(wordAt(tables, head + 2))
  )
}

const meanwhile = /^(?:as|while|when|before|after|because|since)$/

function opensParagraph(
  { first, sentence, sources }: Reference,
  { article: { sentences, paragraphs } }: ArticleTables
): boolean {
  const own = sentences[sentence]!
  return sources.length > 0 && own.firstToken === first && paragraphs[own.paragraph]!.firstSentence === sentence
}

/** Who spoke last goes on in "she added", and mostly where a quotation follows; who has asked somebody is answered by another. */
function goesOn(reference: Reference, earlier: Reference, distance: number, tables: ArticleTables): number {
  const { attributions } = tables
  const { sources } = reference
  if (sources.some((source) => adds.test(cueOf(source, tables)))) return 2.5
  if (distance > 1) return 0
  if (replies(reference, tables) && earlier.sources.some((source) => isQuestion(source, tables))) return -4
  if (!sources.some((source) => attributions[source]!.kind !== 'indirect')) return 0
  const hasAsked = earlier.sources.some(
    (source) => attributions[source]!.kind === 'indirect' && asks.test(cueOf(source, tables))
  )
  return hasAsked ? -3 : 1.5
}

/** "Silk asked Roe whether he would": Roe, who mostly answers, too. */
function whoIsAsked(reference: Reference, distance: number, tables: ArticleTables): number {
  if (distance === 0) return reference.sources.length === 0 ? 4 : 0
  return distance > 1 ? 0 : replies(reference, tables) ? 4 : 1
}

function isAsked({ first }: Reference, { article }: ArticleTables): boolean {
  return first > 0 && asks.test(article.tokens[first - 1]!.text)
}

function isQuestion(source: number, tables: ArticleTables): boolean {
  const last = tables.attributions[source]!.content.at(-1)
  return (
    asks.test(cueOf(source, tables)) ||
    (last !== undefined && /\?/.test(tables.article.text.slice(last.end - 2, last.end)))
  )
}

function replies({ sources }: Reference, tables: ArticleTables): boolean {
  return sources.some((source) =>
    /^(?:repl(?:y|ied|ies)|answer(?:s|ed)?|respond(?:s|ed)?)\b/i.test(cueOf(source, tables))
  )
}

const adds = /\b(?:add(?:s|ed|ing)|continue[sd]|went on|goes on)$/i
const asks = /^ask(?:s|ed)?$/i

/** The words of an attribution's cue; empty without one. */
export function cueOf(source: number, { attributions, article }: ArticleTables): string {
  const cue = attributions[source]!.cue?.at(-1)
  return cue ? article.text.slice(cue.start, cue.end) : ''
}

/** Who stands before the colon of a turn is not whom the turns around it tell of. An interview's answers have their source above it. */
function isLabel({ sources, end }: Reference, { attributions }: ArticleTables): boolean {
  return sources.some((source) => {
    const { rule, cue } = attributions[source]!
    return rule === 'turn' && cue !== null && cue[0]!.start - end < longestLabel
  })
}

/** In UTF-16 units, with what it tells of the speaker. */
const longestLabel = 120

/** "QUESTION: Ana Silk, Harwick Post. The minister said": who asks says first who they are. */
function introducesItself(
  { sentence, start, end, head, name }: Reference,
  { attributions, contentAt, article }: ArticleTables
): boolean {
  const { firstToken, endToken } = article.sentences[sentence]!
  const last = article.tokens[endToken - 1]!
  if (name < 0 || endToken - firstToken > longestIntroduction || last.text !== '.') return false
  const turn = attributions[contentAt[head]!]
  return (
    turn?.rule === 'turn' &&
    turn.content[0]?.start === start &&
    /^(?:,| (?:from|of|with|at)\b)/.test(article.text.slice(end, end + 6))
  )
}

/** In tokens. */
const longestIntroduction = 14

/** "The editor asked him", "Asked by a reporter, she": the object of a verb is not its subject. */
function isToldBy({ start, head, pronoun, sentence }: Reference, earlier: Reference, tables: ArticleTables): boolean {
  if (earlier.sources.length === 0 || earlier.sentence !== sentence || pronoun!.owner || pronoun!.reflexive)
    return false
  return earlier.sources.some((source) => {
    const cue = tables.attributions[source]!.cue?.at(-1)
    if (!cue) return false
    if (/^(?:him|them)$/.test(wordAt(tables, head))) return start - cue.end === 1
    return cue.end < earlier.start && cue.end < start && asks.test(cueOf(source, tables))
  })
}

/** 'Silk said it was wrong. "He has not read it," she said': whoever spoke last would say "I". */
function isOfNextWords({ head }: Reference, { contentAt, attributions, article }: ArticleTables): boolean {
  const source = attributions[contentAt[head]!]?.source?.[0]
  return source !== undefined && /^(?:he|she)$/i.test(article.text.slice(source.start, source.end))
}

function isAnchored({ anchor }: Actor, { pronoun }: Reference): boolean {
  const owner = anchor && final(anchor)
  return owner?.type === 'person' && (!owner.gender || owner.gender === pronoun!.gender)
}

/** "…, but Silk disagreed.": whoever does something in the last two words of a sentence goes on in the next. */
function endsSentence({ sentence, end, name, sources }: Reference, { article }: ArticleTables): boolean {
  const { endToken } = article.sentences[sentence]!
  return (
    name >= 0 &&
    sources.length === 0 &&
    article.tokens[endToken - 3]?.end === end &&
    article.tokens[endToken - 1]!.text === '.' &&
    /ed$/.test(article.tokens[endToken - 2]!.text)
  )
}

/** "He told Roe": whoever is told right behind the verb is not who tells. */
function hears({ sources }: Reference, actor: Actor, { tables, named }: Discourse): boolean {
  return sources.some((source) => {
    const cue = tables.attributions[source]!.cue?.at(-1)
    if (!cue) return false
    const name = tables.nameAt[tokenFrom(tables.article, cue.end)] ?? -1
    return name >= 0 && tables.names[name]!.start - cue.end <= 1 && final(named[name]!) === actor
  })
}

/** Who has no name and has said nothing is seldom meant, and as a speaker hardly ever but right behind a sentence about them. */
function silence(earlier: Reference, isFirst: boolean, reference: Reference, tables: ArticleTables): number {
  if (reference.pronoun!.kind !== 'they' || reference.sources.length === 0) return 1
  return isFirst && reference.sentence - earlier.sentence < 2 && isSameParagraph(earlier, reference, tables) ? 2 : 4
}

function isSameParagraph(a: Reference, b: Reference, { article: { sentences } }: ArticleTables): boolean {
  return sentences[a.sentence]?.paragraph === sentences[b.sentence]?.paragraph
}

/** In "Roe said she would", she is Roe, unless somebody is better; in 'Roe said: "She would"' she hardly can be. */
function ofWhatTheySay({ sources }: Reference, reference: Reference, { attributions }: ArticleTables): number {
  for (const source of sources) {
    const { content, kind } = attributions[source]!
    if (kind !== 'mixed' && holds(content, reference)) return kind === 'direct' ? -3 : 1.5
  }
  return 0
}

/** Who is spoken of in a quote is rarely the one who says it. */
function holds(content: readonly Span[], earlier: Span): boolean {
  return content.some((piece) => piece.start <= earlier.start && earlier.end <= piece.end)
}
