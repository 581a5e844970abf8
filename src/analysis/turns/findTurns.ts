import type { Article, Span } from '../../article'
import type { NamedMention } from '../analysis'
import { innerLabels } from './innerLabels'
import { interviewee } from './interviewee'
import { readDirection } from './readDirection'
import type { Label } from './label'
import { readLabel } from './readLabel'
import { meets, speaksOfSelf, wordsOf, type Range } from './wordsOfParagraph'

/** What somebody says in a transcript, an interview or a debate, as its layout shows: "ANA SILK: We had no money." */
export interface Turn {
  /** The label: who speaks. Of an answer ("A:") the one who is interviewed, where the text says who that is. */
  readonly source: Range
  /** The colon or bracket behind it. */
  readonly cue: Range
  /** One range a paragraph. */
  readonly content: readonly Range[]
  /** The name in the label, where it is one and no recogniser need have seen it. */
  readonly name: Span | null
}

/**
 * The turns of an article in order; none where there are fewer than two labels. Paragraphs without a label
 * go on with the turn above them where most have one, or where no blank line parts them from it. `names` are those of the recogniser.
 */
export function findTurns(article: Article, names: readonly NamedMention[]): readonly Turn[] {
  const directions = article.paragraphs.map((paragraph) => readDirection(article.text, paragraph))
  const labels = article.paragraphs.map((_, index) => (directions[index] ? null : readLabel(article, index, names)))
  const alike = believedLabels(article, labels)
  const inner = innerLabels(article, alike)
  // "Silk: The pier is lost" above a transcript in one paragraph is a headline.
  const isHeadline = alike[0]?.kind === 'person' && alike.filter((label) => label !== null).length === 1
  const believed = isHeadline && inner[0]!.length === 0 ? alike.map(() => null) : alike
  const opens = believed.map((label, index) => [...(label ? [label] : []), ...inner[index]!])
  const first = opens.findIndex(({ length }) => length > 0)
  const last = opens.findLastIndex(({ length }) => length > 0)
  if (opens.flat().length < 2) return []
  const count = opens.filter(({ length }) => length > 0).length
  const inBlocks = opens.every(({ length }, index) => length === 0 || isParted(article, index))
  const blocks = article.paragraphs.filter(
    (_, index) =>
      index >= first && index <= last && directions[index] === null && (!inBlocks || isParted(article, index))
  ).length
  const goesOn = count * 5 >= blocks * 2 || isTranscript(article, believed, directions)
  const answerer = interviewee(article, names, article.paragraphs[first]!.start)

  /** What the paragraphs below go on with, up to the next label. */
  function following(index: number): readonly Range[] {
    const content: Range[] = []
    for (let at = index + 1; at < labels.length; at++) {
      const isJoined = inBlocks && !isParted(article, at)
      if (!goesOn && !isJoined) break
      if (directions[at] === 'aside') continue
      if (believed[at] || directions[at] || article.paragraphs[at]!.role !== 'body') break
      // Behind the last label it may be the writer who goes on.
      if (at > last && !isJoined && !speaksOfSelf(article, at)) break
      const piece = wordsOf(article, at, 0, inner[at]![0]?.source.from)
      if (piece) content.push(piece)
      if (inner[at]!.length > 0) break
    }
    return content
  }

  /** Below "Ana Silk:" on a line of its own, the last one. */
  function below(index: number): readonly Range[] {
    let next = index + 1
    while (directions[next] === 'aside') next++
    const piece = next < labels.length && !believed[next] && !directions[next] ? wordsOf(article, next, 0) : null
    return piece ? [piece] : []
  }

  return opens.flatMap((own, index) =>
    own.flatMap((label, at): readonly Turn[] => {
      const next = own[at + 1]
      const piece = wordsOf(article, index, Math.max(label.cue.to, label.source.to), next?.source.from)
      const all = [...(piece ? [piece] : []), ...(next ? [] : following(index))]
      const content = all.length === 0 && !next ? below(index) : all
      // "I'm Ana Silk": what stands in an answer is no source of it.
      const source = label.kind === 'answer' && answerer && !meets(content, answerer) ? answerer : label.source
      return content.length > 0 ? [{ source, cue: label.cue, content, name: label.name }] : []
    })
  )
}

/** A newscast's, whose reports have few labels: "(BEGIN VIDEO CLIP)", or "ANA SILK, CITY ANCHOR:" and another in capitals. */
function isTranscript(
  { tokens }: Article,
  labels: readonly (Label | null)[],
  directions: readonly (string | null)[]
): boolean {
  const capitals = labels.filter(
    (label) =>
      label &&
      tokens
        .slice(label.source.from, label.cue.from)
        .every(({ text }) => !/\p{Ll}/u.test(text) || text === 'voice-over')
  )
  if (capitals.length < 2) return false
  return directions.includes('cut') || capitals.some((label) => tokens[label!.source.to]?.text === ',')
}

/** A blank line stands above it. What follows without one is of the same block: a sentence a line. */
function isParted({ text, paragraphs }: Article, index: number): boolean {
  return index === 0 || /\n\s*\n/.test(text.slice(paragraphs[index - 1]!.end, paragraphs[index]!.start))
}

/** Labels that are certain, and those in capitals of which there are several, or one beside certain ones. */
function believedLabels(article: Article, labels: readonly (Label | null)[]): readonly (Label | null)[] {
  const kinds = new Set(labels.flatMap((label) => label?.kind ?? []))
  const capitals = labels.filter((label) => label?.kind === 'capitals').length
  const roles = labels.filter((label) => label?.kind === 'role').length
  const hasOthers = kinds.has('person') || kinds.has('role')
  const isAnswered = kinds.has('question') && (kinds.has('answer') || hasOthers || capitals > 1)
  const areQuestions = labels.filter((label) => label?.kind === 'question').length > 1
  const lines = labels.flatMap((label, index) => (label?.kind === 'line' ? index : []))
  // Below a name and an office a list of people tells of them, and they say "I".
  const saysI = lines.filter((index) => index + 1 < labels.length && speaksOfSelf(article, index + 1)).length
  const areLines = lines.length > 2 && saysI * 2 >= lines.length
  const areTimed = areTimedTurns(article, labels)
  const stops = labels.flatMap((label) => (label?.kind === 'stop' ? [nameOf(article, label)] : []))
  const areStops = stops.length > 3 && new Set(stops).size < stops.length
  const speaking = kinds.has('person') ? speakingWords(article, labels) : new Set()
  return labels.map((label) => {
    if (label === null) return null
    if (label.kind === 'line') return areLines ? label : null
    if (label.kind === 'timed') return areTimed ? label : null
    if (label.kind === 'stop') return areStops ? label : null
    if (label.kind === 'word') return speaking.has(nameOf(article, label)) ? label : null
    if (label.kind === 'capitals') return capitals > 1 || hasOthers ? label : null
    // "Minister: tax cut off the table" alone is a headline.
    if (label.kind === 'role') return roles > 1 || kinds.size > 1 ? label : null
    if (label.isWeak && !areQuestions) return null
    if (label.kind === 'question' || label.kind === 'answer') return isAnswered ? label : null
    return label
  })
}

/** "Sumi:" beside "Ana:", with questions, or with "I" or "you": in a list of shops "Price:" stands as often. */
function speakingWords(article: Article, labels: readonly (Label | null)[]): ReadonlySet<string> {
  const found = new Map<string, number[]>()
  labels.forEach((label, index) => {
    if (label?.kind !== 'word') return
    const indexes = found.get(nameOf(article, label))
    if (indexes) indexes.push(index)
    else found.set(nameOf(article, label), [index])
  })
  const isSpoken = (index: number) => {
    const { start, end } = article.paragraphs[index]!
    return speaksOfSelf(article, index) || article.text.slice(start, end).includes('?')
  }
  return new Set(
    [...found].flatMap(([word, indexes]) =>
      indexes.length > 1 && indexes.filter(isSpoken).length * 2 >= indexes.length ? [word] : []
    )
  )
}

function nameOf({ text }: Article, { name }: Label): string {
  return name ? text.slice(name.start, name.end) : ''
}

/** Names and clock times are turns' where somebody speaks more than once, and sentences stand below in which people say "I" or "you". */
function areTimedTurns(article: Article, labels: readonly (Label | null)[]): boolean {
  const timed = labels.flatMap((label, index) => (label?.kind === 'timed' ? [{ label, index }] : []))
  if (timed.length < 3) return false
  const { text, paragraphs } = article
  const speakers = new Set(timed.map(({ label }) => nameOf(article, label)))
  const said = timed.filter(({ index }) => {
    const below = labels[index + 1] === null ? paragraphs[index + 1]! : paragraphs[index]!
    return /[.?!\u2026\u2014-]["\u201d]?\s*$/.test(text.slice(Math.max(below.start, below.end - 9), below.end))
  })
  const saysI = said.filter(({ index }) => labels[index + 1] === null && speaksOfSelf(article, index + 1)).length
  return speakers.size < timed.length && said.length * 3 >= timed.length * 2 && saysI * 3 >= timed.length
}
