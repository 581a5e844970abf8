import type { Byline, Dateline, ParagraphRole, Span, Token } from './article'
import { readByline } from './byline'
import { startsLower, startsUpper } from './characters'
import { creditedAgency } from './credits'
import { isNote } from './leftOut'
import { dateAtEnd, findDateLine } from './writtenDate'
import { readDateline } from './dateline'
import type { Block } from './plainText'
import type { Steps } from '../util/steps'

/** A block with the range of its tokens, half open, instead of its pieces. */
export interface TokenizedBlock extends Omit<Block, 'pieces'> {
  readonly first: number
  readonly endToken: number
}

/** What the text says about itself, and what each of its blocks is for. */
export interface HeadMatter {
  readonly roles: readonly ParagraphRole[]
  readonly title: Span | null
  readonly byline: Byline | null
  readonly dateline: Dateline | null
  /** The index of the block that begins with the dateline; -1 without one. */
  readonly datelineBlock: number
  readonly agency: Span | null
  /** Of the dateline, of a line that says nothing else, or of the byline. */
  readonly date: Span | null
}

/** What the format says already: Markdown marks its headings, front matter may give the title. */
export interface KnownHead {
  readonly hasMarkedHeadings: boolean
  readonly hasTitle: boolean
}

/** Title, byline, dateline and credits stand at the head or at the foot; only so many blocks are looked at on each side. */
const headLength = 8
const footLength = 6

/** Blocks between two steps. */
const blocksOfStep = 1000

export function* readHeadMatter(
  text: string,
  blocks: readonly TokenizedBlock[],
  tokens: readonly Token[],
  known: KnownHead
): Steps<HeadMatter> {
  const roles: ParagraphRole[] = []
  for (const block of blocks) {
    roles.push(isNote(text, block) ? 'credit' : block.heading > 0 ? 'heading' : 'body')
    if (roles.length % blocksOfStep === 0) yield
  }
  const dateLine = findDateLine(text, blocks, roles, { head: headLength, foot: footLength })
  if (dateLine !== null) roles[dateLine.block] = 'credit'
  const dateline = findDateline(blocks, tokens, roles)
  const title =
    findMarkedTitle(blocks, roles) ?? (known.hasTitle ? null : guessTitle(text, blocks, tokens, roles, dateline))
  if (title !== null) roles[title] = 'title'
  const byline = findByline(blocks, tokens, roles, title, dateline)
  if (byline !== null) roles[byline.block] = 'byline'
  if (!known.hasMarkedHeadings)
    for (let index = 0; index < blocks.length; index++) {
      if (roles[index] === 'body' && index !== dateline?.block && isHeading(text, blocks, tokens, index))
        roles[index] = 'heading'
      if (index % blocksOfStep === 0) yield
    }
  const titleBlock = title === null ? undefined : blocks[title]
  return {
    roles,
    title: titleBlock === undefined ? null : { start: titleBlock.start, end: titleBlock.end },
    byline: byline?.byline ?? null,
    dateline: dateline?.dateline ?? null,
    datelineBlock: dateline?.block ?? -1,
    agency: dateline?.dateline.agency ?? findAgency(text, blocks, roles),
    date: dateline?.dateline.date ?? dateLine?.date ?? (byline && dateAtEnd(text, byline.byline))
  }
}

/**
 * A paragraph counts as near the top when fewer blocks than these that look like sentences stand above it, as a headline and
 * the line below it may.
 */
const linesOfHead = 3

function findDateline(
  blocks: readonly TokenizedBlock[],
  tokens: readonly Token[],
  roles: readonly ParagraphRole[]
): { readonly dateline: Dateline; readonly block: number } | null {
  const labelled = blocks.slice(0, 200).filter((block) => hasLabel(tokens, block)).length
  let bodies = 0
  for (let index = 0; index < blocks.length && index < headLength; index++) {
    const block = blocks[index]
    if (block === undefined || roles[index] !== 'body') continue
    const looksLikeBody = isSentenceLike(tokens, block) || index === blocks.length - 1
    const context = {
      isFirstBody: looksLikeBody && bodies === 0,
      isNearTop: looksLikeBody && bodies < linesOfHead,
      sharesLabels: labelled > 1
    }
    const dateline = readDateline(tokens, block.first, block.endToken, context)
    if (dateline !== null) return { dateline, block: index }
    if (looksLikeBody) bodies++
  }
  return null
}

/** "NAME:" or "FULL NAME:" at the beginning, as speakers in a transcript. */
function hasLabel(tokens: readonly Token[], block: TokenizedBlock): boolean {
  for (let at = block.first; at < block.endToken && at < block.first + 7; at++) {
    const token = tokens[at]
    if (token === undefined) return false
    if (token.text === ':') return at > block.first
    if (at > block.first && (token.text === ',' || token.text === '.')) continue
    if (token.kind !== 'word' || token.text !== token.text.toUpperCase()) return false
  }
  return false
}

function isSentenceLike(tokens: readonly Token[], block: TokenizedBlock): boolean {
  return block.endToken - block.first > 12 && endsWithStop(tokens, block)
}

function endsWithStop(tokens: readonly Token[], block: TokenizedBlock): boolean {
  for (let at = block.endToken - 1; at >= block.first && at >= block.endToken - 3; at--) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'punctuation')
      return token?.text.endsWith('.') === true && at === block.endToken - 1
    if (
      token.text === '.' ||
      token.text === '!' ||
      token.text === '?' ||
      token.text === '\u2026' ||
      token.text === '...' ||
      foreignStops.includes(token.text)
    )
      return true
  }
  return false
}

/** Of Chinese and Japanese, Hindi and Bengali, Arabic and Urdu. */
const foreignStops = ['\u3002', '\uFF01', '\uFF1F', '\u0964', '\u061F', '\u06D4']

const longestTitle = 250

/** The index of the Markdown heading that is the headline: level one near the head, or any above the news. */
function findMarkedTitle(blocks: readonly TokenizedBlock[], roles: readonly ParagraphRole[]): number | null {
  const marked = blocks.slice(0, headLength).findIndex((block) => block.heading > 0)
  return marked >= 0 && (blocks[marked]?.heading === 1 || marked <= roles.indexOf('body')) ? marked : null
}

/** The index of the unmarked block that is the headline, or null. */
function guessTitle(
  text: string,
  blocks: readonly TokenizedBlock[],
  tokens: readonly Token[],
  roles: readonly ParagraphRole[],
  dateline: { readonly block: number } | null
): number | null {
  const firstBody = roles.indexOf('body')
  const first = blocks[firstBody]
  const second = blocks[firstBody + 1]
  if (first === undefined || second === undefined || firstBody > 1 || dateline?.block === firstBody) return null
  if (first.end - first.start > longestTitle || first.endToken - first.first < 2) return null
  if (readByline(tokens, first.first, first.endToken, false) !== null) return null
  const lastMark = text.charCodeAt(first.end - 1)
  if (lastMark === 0x2c || lastMark === 0x3a) return null
  if (!endsWithFullStop(tokens, first) || isTitleCase(tokens, first)) return firstBody
  // "EU rejects the call." and then author or dateline: some feeds end headlines with a full stop.
  const isAboveHead =
    dateline !== null &&
    dateline.block <= firstBody + 2 &&
    (dateline.block === firstBody + 1 || readByline(tokens, second.first, second.endToken, true) !== null)
  if (first.endToken - first.first > 30) return null
  return isAboveHead ||
    readByline(tokens, second.first, second.endToken, false) !== null ||
    isRestated(text, first, second, tokens)
    ? firstBody
    : null
}

/** The first sentence of the news says the headline again, in more words. */
function isRestated(text: string, title: TokenizedBlock, lead: TokenizedBlock, tokens: readonly Token[]): boolean {
  const length = title.endToken - title.first
  if (
    length > 20 ||
    lead.endToken - lead.first < 1.5 * length ||
    text.slice(title.end, lead.start).split('\n').length < 3
  )
    return false
  const words = new Set(tokens.slice(lead.first, lead.first + 60).map((token) => stem(token.text)))
  const content = tokens
    .slice(title.first, title.endToken)
    .filter((token) => token.kind === 'word' && token.text.length >= 5)
  return content.length >= 2 && content.filter((token) => words.has(stem(token.text))).length >= content.length * 0.5
}

function stem(word: string): string {
  return word.toLowerCase().slice(0, 5)
}

function endsWithFullStop(tokens: readonly Token[], block: TokenizedBlock): boolean {
  return (
    endsWithStop(tokens, block) && tokens[block.endToken - 1]?.text !== '?' && tokens[block.endToken - 1]?.text !== '!'
  )
}

/** Nearly all longer words are capitalised. */
function isTitleCase(tokens: readonly Token[], block: TokenizedBlock): boolean {
  let long = 0
  let capital = 0
  for (let at = block.first; at < block.endToken && at < block.first + 60; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || token.text.length < 4) continue
    long++
    if (startsUpper(token.text, 0)) capital++
  }
  return long >= 2 && capital >= long * 0.8
}

function findByline(
  blocks: readonly TokenizedBlock[],
  tokens: readonly Token[],
  roles: readonly ParagraphRole[],
  title: number | null,
  dateline: { readonly block: number } | null
): { readonly byline: Byline; readonly block: number } | null {
  const nearest = [...blocks.keys()].filter((index) => index < headLength || index >= blocks.length - footLength)
  for (const index of nearest) {
    const block = blocks[index]
    if (block === undefined || index === title || index === dateline?.block || roles[index] === 'heading') continue
    const isBetween =
      title !== null && index === title + 1 && (dateline?.block === index + 1 || blocks.length > index + 1)
    const byline = readByline(
      tokens,
      block.first,
      block.endToken,
      isBetween && block.endToken - block.first <= 8 && dateline?.block === index + 1
    )
    if (byline !== null) return { byline, block: index }
  }
  return null
}

const longestHeading = 90

/** In a plain text: a short line without a stop, above a longer paragraph. */
function isHeading(text: string, blocks: readonly TokenizedBlock[], tokens: readonly Token[], index: number): boolean {
  const block = blocks[index]
  const next = blocks[index + 1]
  if (
    block === undefined ||
    next === undefined ||
    block.end - block.start > longestHeading ||
    next.end - next.start < 2 * (block.end - block.start)
  )
    return false
  if (startsLower(text, next.start)) return false
  const first = tokens[block.first]
  const last = tokens[block.endToken - 1]
  if (first === undefined || last === undefined || first.kind === 'punctuation' || !startsUpper(text, first.start))
    return false
  return (
    (last.kind !== 'punctuation' || last.text === '?') &&
    !last.text.endsWith('.') &&
    (isTitleCase(tokens, block) || block.endToken - block.first <= 8)
  )
}

/** The agency of a credit, first from the foot (syndication notes), then from the head (captions). */
function findAgency(text: string, blocks: readonly TokenizedBlock[], roles: readonly ParagraphRole[]): Span | null {
  const order = [...blocks.keys()].filter(
    (index) => roles[index] === 'credit' || index < headLength || index >= blocks.length - footLength
  )
  const credits = order.filter((index) => roles[index] === 'credit')
  for (const index of [
    ...credits.slice(-footLength).reverse(),
    ...order.slice(0, headLength),
    ...order.slice(-footLength)
  ]) {
    const block = blocks[index]
    const agency = block === undefined ? null : creditedAgency(text, block)
    if (agency !== null) return agency
  }
  return null
}
