import type { AnalyzedText, EntityType } from '../../analysis'
import type { Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import { lazy } from '../../util/lazy'
import { decided, type DecidedMentions, type LiveMention } from './decideMentions'
import type { LiveQuote } from './decideQuotes'
import { identityKey } from './keys'
import { nonCrossing } from './nonCrossing'
import { overlaps, type Overlaps } from './overlaps'
import { covers, placeKey } from './places'
import { byAge } from './rulings'
import { formOf, nameKey, wordsAt } from './words'

/** A speaker is the key of a bearer, as in `bearersOf`. */
export interface DecidedSpeakers {
  /** Of each quote. */
  readonly speakers: readonly { readonly speaker: string | null; readonly rule: string | null }[]
  /** Sources that are shown as mentions of their own, with their bearers. */
  readonly sources: ReadonlyMap<LiveMention, string>
}

/**
 * Who says the quotes. A decision says so; a quote that is as suggested follows what has become of its speaker; one that a
 * person made is said by whom its source mentions, or else by somebody without a name whom the source describes.
 */
export function quoteSpeakers(
  source: AnalyzedText,
  quotes: readonly LiveQuote[],
  mentions: DecidedMentions,
  bearers: ReadonlyMap<LiveMention, string>
): DecidedSpeakers {
  const { live } = mentions
  const around = lazy(() => overlaps(live, (mention) => [mention]))
  const follow = speakerFollower(source, mentions, bearers, around)
  const namesakes = lazy(() => bearersByName(source, live, bearers))
  const described: { readonly quote: number; readonly mention: LiveMention }[] = []
  const speakers = quotes.map((quote, index) => {
    const { speaker: said, suggestion, hasItsSource, source: pieces, decision } = quote
    if (said) return { speaker: said.who && identityKey(said.who.iri), rule: 'decided' }
    const suggested = source.analysis.quotes[suggestion]
    if (suggested && hasItsSource) {
      const speaker = confirmedSpeaker(source, quote) ?? suggested.speaker
      const followed = speaker === null ? null : follow({ ...suggested, speaker })
      if (!decision) return { speaker: followed, rule: followed === null ? null : suggested.speakerRule }
      if (followed !== null || decision.kind === 'accept') return { speaker: followed, rule: 'decided' }
    }
    if (!decision || !pieces) return { speaker: null, rule: null }
    const head = headOf(source.text, pieces, around())
    if (head) return { speaker: bearers.get(head) ?? null, rule: 'decided' }
    const mention = describedSource(source, quote, pieces[0]!, namesakes())
    if (!mentions.rejected.has(placeKey([mention]))) described.push({ quote: index, mention })
    return { speaker: null, rule: null }
  })

  const sources = new Map<LiveMention, string>()
  if (described.length === 0) return { speakers, sources }
  const apart = nonCrossing([...live, ...described.map(({ mention }) => mention)])
  for (const mention of live) apart.add(mention)
  const bySpan = new Map<string, string>()
  const byNewest = [...described].sort((a, b) => byAge(b.mention.decision!, a.mention.decision!))
  for (const { quote, mention } of byNewest) {
    const place = placeKey([mention])
    if (!bySpan.has(place)) {
      if (!apart.add(mention)) continue
      bySpan.set(place, mention.home)
      sources.set(mention, mention.home)
    }
    speakers[quote] = { speaker: bySpan.get(place)!, rule: 'decided' }
  }
  return { speakers, sources }
}

/** The speaker that was confirmed with a quote, should the engine now name another: an id of the suggested entities. */
function confirmedSpeaker(
  { analysis: { entities } }: AnalyzedText,
  { decision, suggestion }: LiveQuote
): string | null {
  const confirmed = decision?.kind === 'accept' && decision.from?.about === 'quote' ? decision.from.speaker : null
  if (confirmed === null || suggestion < 0) return null
  const named = entities.filter(({ name }) => name === confirmed)
  return named.length === 1 ? named[0]!.id : null
}

/**
 * What has become of a suggested speaker: whom the mention in the source refers to now; otherwise whom the nearest mention of that
 * entity before the quote does, or else the first behind it.
 */
function speakerFollower(
  source: AnalyzedText,
  { successors }: DecidedMentions,
  bearers: ReadonlyMap<LiveMention, string>,
  around: () => Overlaps<LiveMention>
) {
  const { mentions, entities } = source.analysis
  const starts = lazy(() => overlaps([...mentions.keys()], (index) => [mentions[index]!]))
  const present = new Map(
    entities.map(({ id, mentions: own }) => [id, lazy(() => own.filter((index) => successors[index]))] as const)
  )
  return ({
    speaker,
    source: pieces,
    content
  }: {
    speaker: string
    source: readonly Span[] | null
    content: readonly Span[]
  }) => {
    const own = present.get(speaker)?.() ?? []
    const inSource = (pieces ?? []).flatMap((piece) =>
      starts()
        .of(piece)
        .filter((index) => mentions[index]!.entity === speaker && covers(piece, mentions[index]!))
    )
    const of = (index: number | undefined) => {
      const successor = index === undefined ? undefined : successors[index]
      return successor && bearers.get(successor)
    }
    const here = inSource.map(of).find((bearer) => bearer !== undefined)
    if (here !== undefined) return here
    // What the source mentioned was rejected; should a person have marked something else there, it is that.
    const marked = pieces && inSource.length > 0 ? headOf(source.text, pieces, around()) : undefined
    if (marked?.suggestion === -1) return bearers.get(marked) ?? null
    const behind = firstIndex(own.length, (at) => mentions[own[at]!]!.start >= (content[0]?.start ?? 0))
    return of(own[behind - 1] ?? own[behind]) ?? null
  }
}

/**
 * The mention that says who a source is: the source itself, or the first mention in it that is not said to be only somebody's or
 * something's: "Jane Roe, the mayor" and "the mayor Jane Roe", but neither of "a spokesman for Jane Roe" and "Jane Roe's son".
 */
function headOf(text: string, pieces: readonly Span[], around: Overlaps<LiveMention>): LiveMention | undefined {
  const whole = { start: pieces[0]!.start, end: pieces.at(-1)!.end }
  const near = around.of(whole)
  const same = near.find(({ start, end }) => start === whole.start && end === whole.end)
  if (same) return same
  const within = near.filter((mention) => covers(whole, mention))
  const outermost = within.filter(
    (mention) => !within.some((other) => other !== mention && covers(other, mention) && !covers(mention, other))
  )
  return (
    outermost.find((mention) => {
      const before = text.slice(Math.max(whole.start, mention.start - longestLook), mention.start)
      const behind = text.slice(mention.end, Math.min(whole.end, mention.end + longestLook))
      return (
        !/\b(?:for|of|to|from|at|in|with|by|on|near)\s+(?:the\s+)?$/i.test(before) &&
        /^\s*(?:$|[,;:(\u2013\u2014-]|(?:of|from|in|at|for|and|who|whose)\b)/i.test(behind)
      )
    }) ?? near.find((mention) => mention.start === whole.start && covers(mention, whole))
  )
}

const longestLook = 40

function describedSource(
  source: AnalyzedText,
  { decision }: LiveQuote,
  { start, end }: Span,
  namesakes: ReadonlyMap<string, Namesake>
): LiveMention {
  const words = wordsAt(source, { start, end })
  const form = formOf(words)
  const namesake = form === 'name' ? types.map((type) => namesakes.get(nameKey(type, words))).find(Boolean) : undefined
  const type = namesake?.type ?? 'person'
  return {
    start,
    end,
    form,
    type,
    fact: { start, end, type, acting: false, description: null, ...decided(decision!), form },
    suggestion: -1,
    replaced: [],
    home: namesake?.bearer ?? `new source ${form === 'name' ? nameKey('person', words) : placeKey([{ start, end }])}`,
    decision,
    identity: undefined
  }
}

interface Namesake {
  readonly type: EntityType
  readonly bearer: string
}

const types: readonly EntityType[] = ['person', 'organization', 'group', 'place']

/** By `nameKey`; of several bearers the first in the text. */
function bearersByName(
  source: AnalyzedText,
  live: readonly LiveMention[],
  bearers: ReadonlyMap<LiveMention, string>
): ReadonlyMap<string, Namesake> {
  const found = new Map<string, Namesake>()
  for (const mention of live) {
    if (mention.form !== 'name') continue
    const key = nameKey(mention.type, wordsAt(source, mention))
    if (!found.has(key)) found.set(key, { type: mention.type, bearer: bearers.get(mention)! })
  }
  return found
}
