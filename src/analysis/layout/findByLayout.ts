import type { Article, Paragraph, Span } from '../../article'
import { mappedInSteps, type Steps } from '../../util/steps'
import { hasReversedGuillemets, markedIn, type Marked } from './marks'

/** A quote that the layout shows, and the words that name who says it. Spans are of the article. */
export interface LaidOutQuote {
  readonly content: readonly Span[]
  readonly source: Span | null
  readonly rule: 'layout-label' | 'layout-signature' | 'layout-dash' | 'layout-marks' | 'layout-speech'
  readonly kind: 'direct' | 'indirect'
}

/**
 * Quotes that can be told without knowing a word of the language: what stands in quotation marks, after `Name:` or before
 * "– Name", and lines that open with a dash, as speech does in many languages. Titles, headings and credits are left out.
 */
export function* findByLayout(article: Article): Steps<readonly LaidOutQuote[]> {
  const { text, paragraphs } = article
  const isReversed = hasReversedGuillemets(text)
  // An interview's first question looks like a title.
  const body = paragraphs.filter(
    (paragraph) => paragraph.role === 'body' || (paragraph.role === 'title' && labelOf(text, paragraph) !== null)
  )
  const lines = (yield* mappedInSteps(body, (paragraph) => linesOf(article, paragraph), linesOfStep)).flat()
  const speakers = turnTakers(text, lines)
  yield
  return (yield* mappedInSteps(lines, (line) => quotesOf(text, line, isReversed, speakers), linesOfStep)).flat()
}

/** Lines between two steps. */
const linesOfStep = 500

/** A paragraph without its dateline, cut where a new line opens with a dash or a label. */
function linesOf({ text, dateline }: Article, paragraph: Paragraph): readonly Span[] {
  const hasDateline = dateline !== null && dateline.start < paragraph.end && dateline.end > paragraph.start
  const lines: Span[] = []
  let start = hasDateline ? dateline.end : paragraph.start
  for (let at = start; at < paragraph.end; at++) {
    if (text[at] !== '\n') continue
    const next = { start: at + 1, end: paragraph.end }
    if (dashAt(text, next) < 0 && labelOf(text, next) === null) continue
    lines.push({ start, end: at })
    start = at + 1
  }
  return [...lines, { start, end: paragraph.end }]
}

function quotesOf(
  text: string,
  line: Span,
  isReversed: boolean,
  speakers: ReadonlySet<string>
): readonly LaidOutQuote[] {
  const label = labelOf(text, line)
  const marked = markedIn(text, line, isReversed)
  if (label) {
    // In a script without capitals a whole clause may stand before the colon.
    const isTurn = speakers.has(nameKey(text, label.name))
    const first = marked.find(({ start }) => text.slice(label.end, start).trim() === '')
    const isName = isTurn || !/\p{Lo}/u.test(text.slice(label.name.start, label.name.end))
    if (first && isName && isSpeech(text, first.inside))
      return [
        { content: [only(first)], source: label.name, rule: 'layout-label', kind: 'direct' },
        ...ofMarks(text, line, marked.slice(marked.indexOf(first) + 1))
      ]
    // A lone label may be any heading; who speaks in an interview speaks again.
    const rest = trimmed(text, { start: label.end, end: line.end })
    if (!first && rest && isTurn)
      return [{ content: [rest], source: label.name, rule: 'layout-speech', kind: 'indirect' }]
  }
  const dash = dashAt(text, line)
  if (dash >= 0) {
    const spoken = spokenAfterDash(text, { start: dash, end: line.end })
    return spoken.length > 0 ? [{ content: spoken, source: null, rule: 'layout-dash', kind: 'direct' }] : []
  }
  return ofMarks(text, line, marked)
}

function ofMarks(text: string, line: Span, marked: readonly Marked[]): readonly LaidOutQuote[] {
  return marked.flatMap((one): readonly LaidOutQuote[] => {
    if (!isSpeech(text, one.inside)) return []
    const source = signatureAfter(text, { start: one.end, end: line.end })
    const rule = source ? 'layout-signature' : 'layout-marks'
    return [{ content: [only(one)], source, rule, kind: 'direct' }]
  })
}

const longestName = 60
const name = String.raw`[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.'\u2019\u00B7-]*(?: [\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.'\u2019\u00B7-]*){0,4}`
const labelPattern = new RegExp(String.raw`^\s*[*_]{0,2}(${name})[*_]{0,2}\s?[:\uFF1A][*_]{0,2}\s*`, 'u')
const signaturePattern = new RegExp(String.raw`^\s*[\u2013\u2014\u2015-]{1,2}\s*(${name})\s*\.?\s*$`, 'u')

/** `Name:` at the beginning; `end` is behind the colon. */
function labelOf(text: string, { start, end }: Span): { readonly name: Span; readonly end: number } | null {
  const found = labelPattern.exec(text.slice(start, Math.min(end, start + longestName)))
  const words = found?.[1]
  if (!found || words === undefined) return null
  const at = start + found[0].indexOf(words)
  return { name: { start: at, end: at + words.length }, end: start + found[0].length }
}

/** "– Name" up to the end. */
function signatureAfter(text: string, { start, end }: Span): Span | null {
  if (end - start > longestName) return null
  const words = signaturePattern.exec(text.slice(start, end))?.[1]?.replace(/\.$/, '')
  if (words === undefined) return null
  const at = text.indexOf(words, start)
  return { start: at, end: at + words.length }
}

/** Where speech after an opening dash begins; -1 without one. A hyphen opens a list rather than speech. */
function dashAt(text: string, { start, end }: Span): number {
  const found = /^\s*[\u2013\u2014\u2015]\s?(?=[\p{L}\u00BF\u00A1\u2026"])/u.exec(
    text.slice(start, Math.min(end, start + 20))
  )
  return found ? start + found[0].length : -1
}

/** What is said between the dashes: another dash begins what is told of it, the next one goes on with the speech. */
function spokenAfterDash(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = []
  let from = start
  const dashes = /(?:^|\s)[\u2013\u2014\u2015]\s?|[\u2013\u2014\u2015](?=[\s.,;:!?])/gu
  const line = text.slice(start, end)
  for (const { index, 0: dash } of line.matchAll(dashes)) {
    parts.push({ start: from, end: start + index })
    from = start + index + dash.length
  }
  parts.push({ start: from, end: parts.length > 0 ? end : beforeTag(text, { start: from, end }) })
  const spoken = parts.filter((_, index) => index % 2 === 0).flatMap((part) => trimmed(text, part) ?? [])
  const first = spoken[0]
  if (!first || (parts.length === 1 && !isSpeech(text, first))) return []
  return spoken.filter((part) => /\p{L}/u.test(text.slice(part.start, part.end)))
}

const tagPattern = /,\s+\p{Ll}[\p{L}\p{M}'\u2019-]*(?: [\p{L}\p{M}'\u2019-]+){0,7} \p{Lu}[\p{L}\p{M}'\u2019-]*$/u

/** The end of a speech of one sentence: it, or what is told of it behind its last comma ("…, säger Anna Berg."). */
function beforeTag(text: string, { start, end }: Span): number {
  const line = text.slice(start, end)
  const stop = /[.!?\u2026](?=\s|$)/.exec(line)
  const sentence = stop ? line.slice(0, stop.index) : line
  const comma = sentence.lastIndexOf(',')
  return comma > 0 && tagPattern.test(sentence.slice(comma)) ? start + comma : end
}

/** More than a title or a word that is held at arm's length: some words, or a whole sentence. */
function isSpeech(text: string, { start, end }: Span): boolean {
  const said = text.slice(start, end).trim()
  const words = said.split(/\s+/).length
  if (words >= 4) return true
  if (/[.!?\u2026\u3002\uFF01\uFF1F\u0964\u061F]$/.test(said))
    return words >= 2 || /^[\p{Lo}\p{M}\p{P}]{5,}$/u.test(said)
  return words <= 3 && (said.match(/\p{Lo}/gu) ?? []).length >= 8 && !/[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(said)
}

/** Who speaks in turn with somebody else, by `nameKey`: labels that come again, at least two of them. */
function turnTakers(text: string, lines: readonly Span[]): ReadonlySet<string> {
  const once = new Set<string>()
  const again = new Set<string>()
  for (const line of lines) {
    const label = labelOf(text, line)
    const key = label && nameKey(text, label.name)
    if (!key) continue
    if (once.has(key)) again.add(key)
    once.add(key)
  }
  return again.size >= 2 ? again : new Set()
}

/** Names are one when they are written alike. */
export function nameKey(text: string, { start, end }: Span): string {
  return text.slice(start, end).normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
}

function only({ start, end }: Span): Span {
  return { start, end }
}

function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = end - (words.length - words.trimEnd().length)
  return from < to ? { start: from, end: to } : null
}
