import { stopLabelAt, type Article, type Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import type { NamedMention } from '../analysis'
import { honorifics, roleNouns } from '../entities/roleWords'
import { slugs } from '../entities/slugs'
import type { Label } from './label'
import { timedLabel } from './timedLabel'

/** Tokens that a label has at most: "Rep. Tim Oyelaran (D-Harrow), chairman of the committee:". */
const longestLabel = 16

/** Who a paragraph says speaks in it: "ANA SILK, HOST:", "[Ana Silk]", "@ana:", "Mr. Silk (Leeds) (Lab):", "14:05 Ana Silk:", "Q." */
export function readLabel(article: Article, index: number, names: readonly NamedMention[]): Label | null {
  const { tokens, sentences, paragraphs } = article
  const paragraph = paragraphs[index]!
  if (paragraph.role === 'byline' || paragraph.role === 'credit') return null
  const timed = timedLabel(article, index)
  if (timed) return timed
  const firstToken = sentences[paragraph.firstSentence]?.firstToken ?? 0
  let from = pastStars(article, firstToken, firstToken + 3)
  const end = Math.min(sentences[paragraph.endSentence - 1]?.endToken ?? 0, from + longestLabel)
  const textAt = (at: number) => (at >= 0 && at < end ? tokens[at]!.text : '')
  // A press briefing's "Q    And the bridge?"
  if (textAt(from) === 'Q' && /^\s+\p{Lu}/u.test(article.text.slice(tokens[from]!.end, tokens[from]!.end + 9))) {
    const source = { from, to: from + 1 }
    const isWeak = tokens[from + 1]!.start - tokens[from]!.end < 2
    return { kind: 'question', source, cue: source, name: null, isWeak }
  }
  const printed = printedTwice(article, from, sentences[paragraph.endSentence - 1]?.endToken ?? 0)
  if (printed) return printed
  if (/^(?:Qs?|As?|Ans)\.?$/.test(textAt(from)) || /^(?:Question|Answer)$/i.test(textAt(from))) {
    const kind = /^q/i.test(textAt(from)) ? 'question' : 'answer'
    const colon = pastStars(article, from + 1, end)
    const isOne = textAt(from).endsWith('.') && textAt(colon) !== ':'
    if (!isOne && !/^[:.]$/.test(textAt(colon))) return null
    const source = { from, to: from + 1 }
    return isOne
      ? { kind, source, cue: source, name: null }
      : { kind, source, cue: { from: colon, to: colon + 1 }, name: null }
  }
  const soundbite = /^\d+$/.test(textAt(from)) && textAt(from + 1) === '.' ? from + 2 : from
  if (textAt(soundbite) === 'SOUNDBITE') return soundbiteLabel(article, soundbite + 1, end)
  // Parliament's "3. Ana Silk (Leeds) (Lab):"
  if (soundbite > from && textAt(endOfName(article, soundbite, end)) === '(') from = soundbite
  if (/^\d{1,2}[.:]\d\d/.test(textAt(from))) from++
  // "[02:00:03] ANA SILK:"
  else if (textAt(from) === '[' && /^\d{1,2}[.:]\d\d/.test(textAt(from + 1)) && textAt(from + 2) === ']') from += 3
  if (textAt(from) === '[') return bracketed(article, from, end, names)
  if (/^@\p{L}/u.test(textAt(from)) && textAt(from + 1) === ':')
    return {
      kind: 'person',
      source: { from, to: from + 1 },
      cue: { from: from + 1, to: from + 2 },
      name: { start: tokens[from]!.start + 1, end: tokens[from]!.end }
    }
  const stop = byStop(article, index)
  if (stop) return stop
  const to = endOfName(article, from, end)
  const colon = to < 0 ? -1 : colonBehind(article, pastStars(article, to, end), end)
  if (colon < 0) return to < 0 ? null : lineLabel(article, { from, to }, sentences[paragraph.endSentence - 1]!.endToken)
  return judged(article, { from, to }, { from: colon, to: pastStars(article, colon + 1, end) }, names)
}

/** "Mr. Silk. We had no money.": a record of a hearing. */
function byStop(article: Article, index: number): Label | null {
  const { text, tokens, paragraphs } = article
  const { start, end } = paragraphs[index]!
  const found = stopLabelAt(text, start, end)
  if (!found) return null
  const tokenAt = (offset: number) => firstIndex(tokens.length, (at) => tokens[at]!.start >= offset)
  const source = { from: tokenAt(start), to: tokenAt(found.name.end) }
  const name = nameIn(article, source)
  return { kind: 'stop', source, cue: { from: source.to, to: tokenAt(found.end) }, name }
}

/** A conference call's "Ana Silk -- Chief Executive", and its "Operator": all of a paragraph. */
function lineLabel({ tokens }: Article, source: Label['source'], end: number): Label | null {
  if (end - source.from > longestLabel) return null
  if (source.to === end)
    return tokens[source.from]!.text === 'Operator' && end - source.from === 1
      ? { kind: 'line', source, cue: source, name: null }
      : null
  const isParted =
    /^(?:--?|[\u2013\u2014])$/.test(tokens[source.to]!.text) && tokens[source.to]!.start > tokens[source.to - 1]!.end
  const isOffice = tokens
    .slice(source.to + 1, end)
    .some(({ text }) => /^\p{Lu}/u.test(text) && roleNouns.has(text.toLowerCase()))
  if (!isParted || !isOffice || source.to - source.from < 2) return null
  const name = { start: tokens[source.from]!.start, end: tokens[source.to - 1]!.end }
  return { kind: 'line', source, cue: { from: source.to, to: end }, name }
}

/** Behind what makes a label bold in texts that are no Markdown to us: "**Ana Silk:** We had no money." */
function pastStars({ tokens }: Article, from: number, end: number): number {
  let at = from
  while (at < end && /^[*_]+$/.test(tokens[at]?.text ?? '')) at++
  return at
}

/** Hansard as it is scraped: "Ana Silk Portrait Ana Silk (Leeds) (Lab)", with "- Hansard - - - Excerpts" below. */
function printedTwice({ tokens }: Article, from: number, end: number): Label | null {
  for (let at = from + 1; at < Math.min(end, from + longestLabel); at++) {
    if (!isCapital(tokens[at]!.text) && !small.has(tokens[at]!.text)) return null
    if (tokens[at]!.text !== 'Portrait') continue
    const last = tokens[at - 1]!.text
    if (!tokens.slice(at + 1, end).some(({ text }) => text === last)) return null
    const source = { from, to: at }
    const name = { start: tokens[from]!.start, end: tokens[at - 1]!.end }
    return { kind: 'person', source, cue: { from: at, to: end }, name }
  }
  return null
}

/** An agency's list of shots: "2. SOUNDBITE (English) Rep. Ana Silk (D) Ohio:". */
function soundbiteLabel(article: Article, from: number, end: number): Label | null {
  const { tokens } = article
  let first = from
  if (first < end && tokens[first]!.text === '(') while (first < end && tokens[first++]!.text !== ')');
  const to = endOfName(article, first, end)
  let colon = to
  while (colon >= 0 && colon < end && tokens[colon]!.text !== ':') colon++
  if (to < 0 || colon >= end) return null
  const source = { from: first, to }
  return { kind: 'person', source, cue: { from: colon, to: colon + 1 }, name: nameIn(article, source) }
}

function bracketed(article: Article, from: number, end: number, names: readonly NamedMention[]): Label | null {
  const to = endOfName(article, from + 1, end)
  if (to < 0 || article.tokens[to]?.text !== ']') return null
  const behind = article.tokens[to + 1]?.text === ':' ? to + 2 : to + 1
  return judged(article, { from: from + 1, to }, { from: behind - 1, to: behind }, names)
}

const small = new Set(['of', 'the', 'for', 'and', 'de', 'van', 'von', 'der', 'al', 'bin', 'la', 'du', 'di', 'da', 'to'])

/** Behind the words that a name or an office may have, all of them in capitals or beginning so; -1 where the first does not. */
function endOfName({ tokens }: Article, from: number, end: number): number {
  let at = from
  while (
    at < end &&
    (isCapital(tokens[at]!.text) ||
      (at > from && (small.has(tokens[at]!.text) || (tokens[at]!.text === '.' && at - from < 3))))
  )
    at++
  while (at > from && small.has(tokens[at - 1]!.text)) at--
  // "Speaker 2", "Unidentified Man #1"
  if (at > from && at < end && speakingRoles.has(tokens[at - 1]!.text.toLowerCase())) {
    const number = tokens[at]!.text === '#' ? at + 1 : at
    if (number < end && /^#?\d{1,3}$/.test(tokens[number]!.text)) at = number + 1
  }
  return at > from ? at : -1
}

/** The colon behind a name, maybe with what is told of the speaker between, in brackets or behind a comma; -1 without one. */
function colonBehind({ tokens }: Article, from: number, end: number): number {
  const pastBrackets = (at: number): number => {
    let behind = at
    while (behind < end && tokens[behind]!.text === '(') {
      while (behind < end && tokens[behind]!.text !== ')') behind++
      behind++
    }
    return behind
  }
  let at = pastBrackets(from)
  if (at < end && tokens[at]!.text === ',')
    while (at < end && (tokens[at]!.text === ',' || tokens[at]!.kind === 'word') && tokens[at]!.text !== ':') at++
  at = pastBrackets(at)
  return at < end && tokens[at]!.text === ':' ? at : -1
}

function judged(
  article: Article,
  source: Label['source'],
  cue: Label['cue'],
  names: readonly NamedMention[]
): Label | null {
  const { tokens } = article
  const span = { start: tokens[source.from]!.start, end: tokens[source.to - 1]!.end }
  const known = names[firstIndex(names.length, (index) => names[index]!.end > span.start)]
  const isNamed = known !== undefined && known.start < span.end
  const words = tokens.slice(source.from, source.to).flatMap(({ text }) => (text === '#' ? [] : text))
  if (words.length > 1 && creditWords.has(words.at(-1)!.toLowerCase())) return null
  const isNumbered =
    words.length > 1 && /^(?:\d+|\p{Lu})$/u.test(words.at(-1)!) && speakingRoles.has(words.at(-2)!.toLowerCase())
  if (isNumbered) return { kind: 'role', source, cue, name: span }
  const of = words.findIndex((word, at) => at > 0 && /^(?:of|for|to)$/.test(word))
  const head = words[of < 0 ? words.length - 1 : of - 1]!.toLowerCase()
  const isRole = roleNouns.has(head) || roleNouns.has(head.slice(head.indexOf('-') + 1)) || speakingRoles.has(head)
  const bearer = isRole ? bearerInBrackets(article, source, cue) : null
  if (bearer) return bearer
  if (isNamed && known.type === 'person') return { kind: 'person', source, cue, name: null }
  if (isRole) return { kind: 'role', source, cue, name: null }
  const isTitled = words.length > 1 && honorifics.has(words[0]!.replace(/\.$/, '').toLowerCase())
  const name = nameIn(article, source)
  if (isTitled && words.length < 6) return { kind: 'person', source, cue, name }
  if (words.length > 5 || words.some((word) => slugs.has(word))) return null
  if (words.every((word) => word === word.toUpperCase())) return { kind: 'capitals', source, cue, name }
  return words.length < 3 && words.every(isCapital) ? { kind: 'word', source, cue, name } : null
}

/** "The Minister for Transport (Ms Fiona Kerr):", "The Under-Secretary of State (Fiona Kerr):" is she. */
function bearerInBrackets(article: Article, office: Label['source'], cue: Label['cue']): Label | null {
  const { tokens } = article
  const open = office.to
  if (tokens[open]?.text !== '(') return null
  const isAddressed = honorifics.has((tokens[open + 1]?.text ?? '').replace(/\.$/, '').toLowerCase())
  let to = open + 2
  while (to < cue.from && tokens[to]!.text !== ')') to++
  const isName = tokens[office.from]!.text === 'The' && tokens.slice(open + 1, to).every(({ text }) => isCapital(text))
  const source = { from: open + 1, to }
  return (isAddressed || isName) && to < cue.from && to > open + 2
    ? { kind: 'person', source, cue, name: nameIn(article, source) }
    : null
}

/** The name behind forms of address. */
function nameIn({ tokens }: Article, { from, to }: Label['source']): Span | null {
  let first = from
  while (
    first < to &&
    (honorifics.has(tokens[first]!.text.replace(/\.$/, '').toLowerCase()) || tokens[first]!.text === '.')
  )
    first++
  return first < to ? { start: tokens[first]!.start, end: tokens[to - 1]!.end } : null
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text)
}

/** "Ana Silk. Image: Northern News" tells whose picture it is. */
const creditWords = new Set(
  'image images photo photos photograph picture pictures credit illustration video'.split(' ')
)

/** Who speaks in transcripts and is no role of news otherwise. */
const speakingRoles = new Set(
  'interviewer interviewee participant informant moderator presenter anchor caller audience questioner narrator announcer operator respondent witness speaker chair clerk court defendant plaintiff member members man woman male female reporters student voice'.split(
    ' '
  )
)
