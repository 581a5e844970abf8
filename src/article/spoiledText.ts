import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { ArticleFormat } from './article'
import { misreadLayers, mendMisread } from './misreadText'

/**
 * What spoiled a text before it became this file: UTF-8 that was read in another encoding and saved ("it\u00E2\u20AC\u2122s"),
 * character references of HTML ("&ldquo;", "&amp;quot;"), tags of HTML.
 */
export type Spoilage = 'misread' | 'references' | 'tags'

/**
 * What is wrong with a text; nothing of a clean one. In Markdown tags and references are part of the language: there only
 * references that were escaped twice are wrong. Linear, and the same for all long texts.
 */
export function findSpoilage(text: string, format: ArticleFormat): readonly Spoilage[] {
  const found: Spoilage[] = []
  // What was spoiled is spoiled throughout: the beginning of a long text says it.
  const head = text.slice(0, searchedLength)
  if (misreadLayers(head) > 0) found.push('misread')
  if (count(head, references, isReference(format), leastReferences) >= leastReferences) found.push('references')
  if (format === 'plain' && count(head, tags, () => true, leastTags) >= leastTags) found.push('tags')
  return found
}

/** The text as it was before what `findSpoilage` finds was done to it; a clean text as it is. Linear. */
export function mendText(text: string, format: ArticleFormat): string {
  const found = findSpoilage(text, format)
  let mended = text
  if (found.includes('misread')) mended = mendMisread(mended)
  if (found.includes('tags')) mended = withoutTags(mended)
  if (found.includes('references') || found.includes('tags')) mended = withoutReferences(mended, format)
  // What was escaped may itself have been misread.
  return found.length > 0 && misreadLayers(mended) > 0 ? mendMisread(mended) : mended
}

/** One may be what the article is about. */
const leastReferences = 2
const leastTags = 3
const searchedLength = 200_000

const references = /&((?:amp;)*)(#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,30});/gi

const tags =
  /<\/?(?:p|br|div|span|a|b|i|em|strong|u|h[1-6]|ul|ol|li|dl|dt|dd|table|tbody|thead|tr|td|th|img|figure|figcaption|picture|source|blockquote|q|cite|section|article|aside|main|nav|header|footer|script|style|html|head|body|meta|link|title|font|center|hr|iframe|sup|sub|small|button|form|input|time|address)(?:\s[^<>]*)?\/?>/gi

function isReference(format: ArticleFormat): (match: RegExpMatchArray) => boolean {
  return ([, escapes = '', name = '']) => (format === 'plain' || escapes !== '') && characterOf(name) !== undefined
}

function count(text: string, pattern: RegExp, counts: (match: RegExpMatchArray) => boolean, enough: number): number {
  let number = 0
  for (const match of text.matchAll(pattern)) if (counts(match) && ++number >= enough) break
  return number
}

function withoutReferences(text: string, format: ArticleFormat): string {
  const counts = isReference(format)
  return text.replace(references, (whole: string, escapes: string, name: string) =>
    counts([whole, escapes, name]) ? (format === 'plain' ? (characterOf(name) ?? whole) : `&${name};`) : whole
  )
}

/** "ldquo", "#8220", "#x201C"; undefined for what names no character. Of the last numbers of Latin-1 browsers make those of Windows-1252. */
function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || undefined
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : String.fromCodePoint(code)
}

/** Tags of blocks end a paragraph, others vanish; scripts, styles and comments vanish with what is in them. */
function withoutTags(text: string): string {
  return withoutElements(text)
    .replace(tags, (tag) => (/^<\/?br\b/i.test(tag) ? '\n' : blocks.test(tag) ? '\n\n' : ''))
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const blocks =
  /^<\/?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|figure|figcaption|blockquote|section|article|aside|main|nav|header|footer|hr|form|address)\b/i

/** Without what stands between the pairs of marks whose content is no text. An unclosed one stays. */
function withoutElements(text: string): string {
  const pieces: string[] = []
  let at = 0
  for (const { index, 0: opened, 1: name } of text.matchAll(/<!--|<(script|style)\b[^<>]*>/gi)) {
    if (index < at) continue
    const closing = name === undefined ? '-->' : `</${name.toLowerCase()}>`
    const end = indexOfAnyCase(text, closing, index + opened.length)
    if (end < 0) break
    pieces.push(text.slice(at, index))
    at = end + closing.length
  }
  return pieces.join('') + text.slice(at)
}

function indexOfAnyCase(text: string, lower: string, from: number): number {
  const pattern = new RegExp(lower.replace(/[/<>-]/g, '\\$&'), 'gi')
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}
