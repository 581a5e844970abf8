import type { Analysis, Mention } from '../analysis'
import type { Span } from '../article'
import { palette, type HighlightId } from '../protocol/common'
import { sortInSteps } from '../util/sortInSteps'
import { finish, type Steps } from '../util/steps'

export const tokenTypes = ['actor', 'place'] as const
export const tokenModifiers = ['person', 'organization', 'group', 'acting', 'decided'] as const

/** A name in the editor, on one line. */
export interface NamedToken extends Span {
  readonly type: (typeof tokenTypes)[number]
  readonly modifiers: readonly (typeof tokenModifiers)[number][]
}

/** What a name can be, by the palette. */
export const nameParts = ['person', 'organization', 'group', 'place', 'actingPlace'] as const

export type NamePart = (typeof nameParts)[number]

/**
 * What the editor marks of the names of actors and places, and of whatever else somebody decided to be one: ordered, without
 * overlaps (the longest wins). `shown` says which kinds are wanted, all unless told.
 */
export function* namedMentionsInSteps(
  { mentions }: Analysis,
  shown: Readonly<Partial<Record<HighlightId, boolean>>> = everything
): Steps<readonly Mention[]> {
  const marked = yield* sortInSteps(mentions.filter(isMarked), byStartThenLongest)
  const named: Mention[] = []
  let end = 0
  for (const [index, mention] of marked.entries()) {
    if (index % 4096 === 4095) yield
    if (mention.start < end || shown[palette[namePart(mention)].highlight] !== true) continue
    end = mention.end
    named.push(mention)
  }
  return named
}

/** The same at once. */
export function namedMentions(
  analysis: Analysis,
  shown: Readonly<Partial<Record<HighlightId, boolean>>> = everything
): readonly Mention[] {
  return finish(namedMentionsInSteps(analysis, shown))
}

export function namePart({ type, acting }: Mention): NamePart {
  return type === 'place' && acting ? 'actingPlace' : type
}

/** The semantic tokens of such a mention, each on one line. */
export function tokensOf(text: string, mention: Mention): readonly NamedToken[] {
  const looks = typeAndModifiers(mention)
  return linePieces(text, mention).map((piece) => ({ ...piece, ...looks }))
}

/** Those of several. */
export function namedTokens(text: string, mentions: readonly Mention[]): readonly NamedToken[] {
  return mentions.flatMap((mention) => tokensOf(text, mention))
}

const everything = { persons: true, organizations: true, groups: true, places: true }

/** The parts of a span that lie on one line each, without the line ends; empty parts are left out. */
export function linePieces(text: string, { start, end }: Span): readonly Span[] {
  const words = text.slice(start, end)
  // Most are on one line.
  if (!/[\r\n]/.test(words)) return end > start ? [{ start, end }] : []
  const pieces: Span[] = []
  let from = start
  for (const line of words.split(/\r\n|\r|\n/)) {
    if (line.length > 0) pieces.push({ start: from, end: from + line.length })
    from += line.length
    from += text.startsWith('\r\n', from) ? 2 : 1
  }
  return pieces
}

function isMarked({ form, decidedBy }: Mention): boolean {
  return form === 'name' || decidedBy !== undefined
}

function byStartThenLongest(a: Mention, b: Mention): number {
  return a.start - b.start || b.end - a.end
}

function typeAndModifiers({ type, acting, decidedBy }: Mention): Pick<NamedToken, 'type' | 'modifiers'> {
  const decided = decidedBy === undefined ? [] : (['decided'] as const)
  if (type === 'place') return { type: 'place', modifiers: [...(acting ? (['acting'] as const) : []), ...decided] }
  return { type: 'actor', modifiers: [type, ...decided] }
}
