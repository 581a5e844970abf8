import type { Span } from '../../../article'
import type { Steps } from '../../../util/steps'
import { nounSense } from '../lexicon/nouns'
import { pronounSense, type PronounSense } from '../lexicon/pronouns'
import { endsNounPhrase, startsNoNounPhrase } from '../lexicon/words'
import { isPossessive, tokenFrom, wordAt, type ArticleTables } from '../articleTables'
import { appositionOf } from './apposition'
import { bodyNominal, phraseStart, unpossessedEnd } from './bodyNominal'
import { readNounPhrase, type NounPhrase } from './nounPhrase'
import { firstTokenOf } from './phraseWords'
import type { Reference } from './reference'

/**
 * Every name, every source, every pronoun and every common noun of ours with a determiner, ordered by their heads.
 * Nouns without a determiner count only as sources: "officials said" but not "met officials".
 */
export function* findReferences(tables: ArticleTables): Steps<readonly Reference[]> {
  const { tokens } = tables.article
  const sources = sourceHeads(tables)
  yield
  const references: Reference[] = []
  let lastName = -1
  for (let at = 0; at < tokens.length; at++) {
    if (at % tokensPerStep === tokensPerStep - 1) yield
    const name = tables.nameAt[at]!
    const source = sources.byToken.get(at)
    if (name >= 0 && name !== lastName) {
      // A hyphenated pair is one token with two names ("the Sudan-Chad border"); the table knows only the last of them.
      for (let inside = lastName + 1; inside <= name; inside++) {
        if (tables.names[inside]!.end > tokens[at]!.start)
          references.push(nameReference(tables, inside, at, sources.byName.get(inside)))
      }
      lastName = name
    }
    if (source) references.push(sourceReference(tables, at, source))
    else if (name >= 0 && tables.nameAt[at + 1] !== name) {
      const members = namesJoinedBefore(tables, at)
      if (members) references.push(members)
    }
    if (name >= 0 || source) continue
    const token = tokens[at]!
    if (token.kind !== 'word') continue
    const pronoun = pronounSense(token.text)
    if (pronoun) {
      if (pronoun.kind !== 'which' && pronoun.kind !== 'each' && pronoun.kind !== 'we')
        references.push(pronounReference(tables, at, pronoun, []))
      continue
    }
    const nominal = bodyNominal(tables, at)
    if (nominal) references.push(nominal)
  }
  return references
}

const tokensPerStep = 8000

/** "Q:" says that somebody asks, and not who. */
function isLabelOfNobody({ article }: ArticleTables, rule: string, { start, end }: Span): boolean {
  return rule === 'turn' && /^(?:(?:Qs?|As?|Ans)\.?|question|answer)$/i.test(article.text.slice(start, end))
}

interface Source {
  readonly phrase: NounPhrase
  readonly attributions: number[]
}

interface SourceHeads {
  readonly byToken: ReadonlyMap<number, Source>
  readonly byName: ReadonlyMap<number, Source>
}

/** Each attribution's source by its head: a name, or the token of a noun, of a pronoun or of the last of joined names. */
function sourceHeads(tables: ArticleTables): SourceHeads {
  const byToken = new Map<number, Source>()
  const byName = new Map<number, Source>()
  tables.attributions.forEach((attribution, index) => {
    const whole = attribution.source?.[0]
    if (!whole || isLabelOfNobody(tables, attribution.rule, whole)) return
    const first = tokenFrom(tables.article, whole.start)
    let end = first
    while (end < tables.article.tokens.length && tables.article.tokens[end]!.start < whole.end) end++
    const phrase = readNounPhrase(tables, first, end)
    if (!phrase) return
    const name = phrase.members.length > 1 ? -1 : phrase.headName >= 0 ? phrase.headName : phrase.apposition
    if (name >= 0) {
      const known = byName.get(name)
      if (known) known.attributions.push(index)
      else byName.set(name, { phrase, attributions: [index] })
      return
    }
    if (!phrase.sense && startsNoNounPhrase(wordAt(tables, phrase.head)) && !pronounSense(wordAt(tables, phrase.head)))
      return
    const token =
      phrase.members.length > 1 ? tokenFrom(tables.article, tables.names[phrase.members.at(-1)!]!.end - 1) : phrase.head
    const known = byToken.get(token)
    if (known) known.attributions.push(index)
    else byToken.set(token, { phrase, attributions: [index] })
    addRelativeAntecedent(tables, token, byToken)
  })
  return { byToken, byName }
}

/** "the judges who voted": what stands before a relative pronoun that is a source is a reference too. */
function addRelativeAntecedent(tables: ArticleTables, token: number, byToken: Map<number, Source>): void {
  const kind = pronounSense(wordAt(tables, token))?.kind
  if (kind !== 'who' && kind !== 'which') return
  let head = token - 1
  while (head > 0 && tables.article.tokens[head]!.text === ',') head--
  const before = tables.article.tokens[head]
  if (
    !before ||
    before.kind !== 'word' ||
    tables.nameAt[head]! >= 0 ||
    byToken.has(head) ||
    pronounSense(before.text) ||
    endsNounPhrase(before.text)
  )
    return
  const { first: start, determined } = phraseStart(tables, head)
  // A verb may stand there too: "indicated that".
  if (!determined && !nounSense(before.text) && !before.text.endsWith('s')) return
  // "The nominee for president, who": an office, and not who holds it.
  if (
    !determined &&
    nounSense(before.text)?.number === 'one' &&
    (wordAt(tables, start - 1) === 'for' || wordAt(tables, start - 1) === 'as')
  )
    return
  // Before an unknown noun the determiner may belong to another one, with a verb between them.
  const first = nounSense(before.text) || head - start < 4 ? start : head
  const phrase = readNounPhrase(tables, first, head + 1)
  if (phrase && phrase.headName < 0) byToken.set(head, { phrase, attributions: [] })
}

function nameReference(tables: ArticleTables, name: number, at: number, source: Source | undefined): Reference {
  const { start, end } = tables.names[name]!
  return {
    start,
    end,
    form: 'name',
    sentence: tables.sentenceAt[at]!,
    first: at,
    head: at,
    name,
    phrase: source && source.phrase.headName < 0 ? source.phrase : null,
    pronoun: null,
    sources: source?.attributions ?? [],
    members: [],
    apposition: -1
  }
}

function sourceReference(tables: ArticleTables, at: number, source: Source): Reference {
  const { phrase } = source
  const pronoun = phrase.first === phrase.head ? pronounSense(wordAt(tables, at)) : undefined
  if (pronoun) return pronounReference(tables, at, pronoun, source.attributions)
  const start = tables.article.tokens[phrase.first]!.start
  const end =
    phrase.members.length > 1 ? tables.names[phrase.members.at(-1)!]!.end : unpossessedEnd(tables, phrase.head)
  return {
    start,
    end,
    form: 'nominal',
    sentence: tables.sentenceAt[at]!,
    first: phrase.first,
    head: at,
    name: -1,
    phrase,
    pronoun: null,
    sources: source.attributions,
    members: phrase.members,
    apposition: phrase.members.length > 1 ? -1 : appositionOf(tables, phrase)
  }
}

function pronounReference(
  tables: ArticleTables,
  at: number,
  pronoun: PronounSense,
  sources: readonly number[]
): Reference {
  const { start, end } = tables.article.tokens[at]!
  return {
    start,
    end: Math.min(end, start + wordAt(tables, at).length),
    form: 'pronoun',
    sentence: tables.sentenceAt[at]!,
    first: at,
    head: at,
    name: -1,
    phrase: null,
    pronoun,
    sources,
    members: [],
    apposition: -1
  }
}

/** "Roe and Doe", "Roe, Poe and Doe" where nobody says it: whom "they" may mean. `at` is the last token of the last name. */
function namesJoinedBefore(tables: ArticleTables, at: number): Reference | null {
  const { names } = tables
  const last = tables.nameAt[at]!
  const and = beforeTitle(tables, firstTokenOf(tables, at) - 1)
  if (wordAt(tables, and) !== 'and' || !joins(tables, and - 1, at)) return null
  // "The Norland and Tamar delegations", "Roe and Doe's lawyer": names that only tell whose.
  if (isPossessive(tables, at) || nounSense(wordAt(tables, at + 1))) return null
  const members = [tables.nameAt[and - 1]!, last]
  let first = firstTokenOf(tables, and - 1)
  while (members.length < mostJoined && wordAt(tables, first - 1) === ',' && joins(tables, first - 2, at)) {
    members.unshift(tables.nameAt[first - 2]!)
    first = firstTokenOf(tables, first - 2)
  }
  return {
    start: names[members[0]!]!.start,
    end: names[last]!.end,
    form: 'nominal',
    sentence: tables.sentenceAt[at]!,
    first,
    head: at,
    name: -1,
    phrase: null,
    pronoun: null,
    sources: [],
    members,
    apposition: -1
  }
}

const mostJoined = 8
const longestJoinedTitle = 4

/** True when another name of the same kind stands before, and both can act. */
function joins(tables: ArticleTables, before: number, at: number): boolean {
  const other = before >= 0 ? tables.nameAt[before]! : -1
  if (other < 0 || other === tables.nameAt[at] || tables.sentenceAt[before] !== tables.sentenceAt[at]) return false
  const [a, b] = [tables.names[other]!, tables.names[tables.nameAt[at]!]!]
  return a.type === b.type && (a.type !== 'place' || (a.acting && b.acting))
}

/** The place before "Mayor" or "Lt. Gen." */
function beforeTitle(tables: ArticleTables, from: number): number {
  let at = from
  while (at > from - longestJoinedTitle && at > 0 && tables.nameAt[at]! < 0 && isTitleLike(wordAt(tables, at))) at--
  return at
}

function isTitleLike(word: string): boolean {
  return word !== 'and' && (/^\p{Lu}/u.test(word) || word === '.' || nounSense(word)?.kind === 'person')
}
