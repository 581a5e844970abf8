import type { Span, Token } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import { flatMapped } from '../../util/mapped'
import type { Actor, Discourse, Speaker, Resolution } from './discourse'
import type { Reference } from './references/reference'
import type { Resolved } from './resolve'

/** A reference that is shown, before its actor has an id. */
export interface ShownMention extends Span, Resolution {
  readonly reference: Reference
}

/**
 * What is shown of the references, ordered by their first character, the longer first. No two of them cross: names are shown whole,
 * others without the name that they would cut, or without what they share with a mention that begins before them.
 */
export function shownMentions(resolved: Resolved, speakers: readonly (Speaker | null)[]): readonly ShownMention[] {
  const { discourse, resolutions } = resolved
  const shown = shownActors(discourse, speakers)
  const met = new Set<Actor>()
  const found: ShownMention[] = []
  const show = (reference: Reference, { actor, rule, confidence }: Resolution) => {
    const { start, end } = reference
    found.push({ start, end, reference, actor, rule, confidence })
    met.add(actor)
  }
  discourse.references.forEach((reference, index) => {
    const resolution = resolutions[index] ?? speakingSelf(reference, discourse.tables.contentAt, speakers)
    if (resolution && shown.has(resolution.actor) && isSafe(reference, resolution)) show(reference, resolution)
  })
  // Who speaks is shown somewhere, if only where first referred to.
  const unseen = new Set(flatMapped(speakers, (speaker) => (speaker && !met.has(speaker.actor) ? [speaker.actor] : [])))
  if (unseen.size > 0)
    discourse.references.forEach((reference, index) => {
      const resolution = resolutions[index]
      if (resolution && unseen.delete(resolution.actor)) show(reference, resolution)
    })
  const { tokens } = discourse.tables.article
  const apart = sweep(withWholeNames(found, tokens), (mention, before) => {
    const span = wordsWithin(tokens, before.end, mention.end)
    return span && { ...mention, ...span }
  })
  // What was cut may cross something else; that is so rare that it is left out.
  return sweep(apart, () => null)
}

function shownActors({ actors, references }: Discourse, speakers: readonly (Speaker | null)[]): ReadonlySet<Actor> {
  const shown = new Set<Actor>()
  for (const actor of actors) if (!actor.sameAs && (actor.chain || comesUpAgain(actor, references))) shown.add(actor)
  for (const speaker of speakers) if (speaker) shown.add(speaker.actor)
  return shown
}

/** "The gunman ... he": one person without a name whom the text goes on about, more than "a man who". */
function comesUpAgain({ type, number, phrase, references: own }: Actor, references: readonly Reference[]): boolean {
  if (type !== 'person' || number !== 'one' || phrase === null) return false
  return own.some((index) => {
    const reference = references[index]!
    return (
      reference !== phrase &&
      (reference.form === 'nominal' || reference.pronoun?.kind === 'he' || reference.pronoun?.kind === 'she')
    )
  })
}

/**
 * Sources are shown whatever they are. Elsewhere "it" is too often the weather and "they" too often nobody in particular:
 * of these only "its" and "itself" are, and "they" of a group with a name. A common noun is shown for people, for who
 * has spoken, and for a place of which the text has told what it is.
 */
function isSafe({ form, sources, pronoun, phrase, members }: Reference, { actor, rule }: Resolution): boolean {
  if (form === 'name' || sources.length > 0) return true
  if (pronoun) {
    if (pronoun.kind === 'it') return pronoun.owner || pronoun.reflexive
    return pronoun.kind !== 'which' && (pronoun.kind !== 'they' || (actor.type === 'group' && actor.chain !== null))
  }
  if (phrase?.sense?.kind === 'document' || members.length > 1) return false
  return actor.type === 'person' || actor.lastSpoke >= 0 || rule === 'place-description'
}

/** "I" in a direct quote is its speaker. */
function speakingSelf(
  reference: Reference,
  contentAt: Int32Array,
  speakers: readonly (Speaker | null)[]
): Resolution | null {
  if (reference.pronoun?.kind !== 'i') return null
  const speaker = speakers[contentAt[reference.head]!]
  return speaker ? { actor: speaker.actor, rule: 'speaking-self', confidence: 0.9 } : null
}

/** Takes names that a mention would cut off its edges: "the Gannett newspaper chain" behind "The Times and the Gannett" is "newspaper chain". */
function withWholeNames(mentions: readonly ShownMention[], tokens: readonly Token[]): readonly ShownMention[] {
  const names = mentions.filter(({ reference }) => reference.form === 'name').sort(inOrder)
  const nameOver = (offset: number) => {
    const name = names[firstIndex(names.length, (index) => names[index]!.end > offset)]
    return name && name.start < offset ? name : null
  }
  return flatMapped(mentions, (mention) => {
    if (mention.reference.form === 'name') return [mention]
    const first = nameOver(mention.start)
    const last = nameOver(mention.end)
    const from = first && first.end < mention.end ? first.end : mention.start
    const to = last && last.start > mention.start ? last.start : mention.end
    if (from === mention.start && to === mention.end) return [mention]
    const span = wordsWithin(tokens, from, to)
    return span ? [{ ...mention, ...span }] : []
  })
}

/** From the first to the last word or number between two offsets. */
function wordsWithin(tokens: readonly Token[], start: number, end: number): Span | null {
  let from = firstIndex(tokens.length, (index) => tokens[index]!.start >= start)
  let to = firstIndex(tokens.length, (index) => tokens[index]!.end > end)
  const isMark = ({ kind }: Token) => kind === 'punctuation' || kind === 'symbol'
  while (from < to && isMark(tokens[from]!)) from++
  while (to > from && isMark(tokens[to - 1]!)) to--
  return from < to ? { start: tokens[from]!.start, end: tokens[to - 1]!.end } : null
}

/** The mentions in order, each once; one that crosses the mention before it gives way. */
function sweep(
  mentions: readonly ShownMention[],
  giveWay: (mention: ShownMention, before: ShownMention) => ShownMention | null
): readonly ShownMention[] {
  const open: ShownMention[] = []
  return flatMapped([...mentions].sort(inOrder), (mention) => {
    while (open.length > 0 && open.at(-1)!.end <= mention.start) open.pop()
    const around = open.at(-1)
    const kept = around && around.end < mention.end ? giveWay(mention, around) : mention
    if (!kept || open.some((other) => isSame(other, kept))) return []
    open.push(kept)
    return [kept]
  })
}

function isSame(a: ShownMention, b: ShownMention): boolean {
  return a.start === b.start && a.end === b.end && a.actor === b.actor
}

/** By the first character, the longer first, a name before what else has its span. */
function inOrder(a: ShownMention, b: ShownMention): number {
  return a.start - b.start || b.end - a.end || Number(b.reference.form === 'name') - Number(a.reference.form === 'name')
}
