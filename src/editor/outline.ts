import type { Analysis, Entity, EntityType, Quote } from '../analysis'
import type { Article, Paragraph, Span } from '../article'
import { definingMention } from './entityAt'
import { excerpt, plainLine } from './markdownText'
import { quoteText } from './quoteText'

/** A line of an article's outline. */
export interface OutlineNode {
  readonly kind: 'title' | 'heading' | 'quote' | EntityType
  readonly name: string
  /** What it covers: of a heading all until the next one, of a quote its source and cue too. */
  readonly range: Span
  /** What is selected, inside of the range. */
  readonly selection: Span
  readonly quote?: Quote
  readonly entity?: Entity
  readonly children: readonly OutlineNode[]
}

/**
 * The outline of an article in order of the text: the title with everything in it, the headings with their sections, in
 * them the quotes by their speakers, and who and what is named, where it is introduced. Markdown has an outline of its
 * headings already, there it is the quotes and names alone. `attitudes` also lists what people believe, want and fear.
 */
export function outline(
  article: Article,
  analysis: Analysis,
  { attitudes }: { readonly attitudes: boolean }
): readonly OutlineNode[] {
  const leaves = [...quoteNodes(article, analysis, attitudes), ...nameNodes(article, analysis)].sort(byPlace)
  const headings =
    article.format === 'markdown' ? [] : article.paragraphs.filter(({ role }) => role === 'title' || role === 'heading')
  return inSections(article, headings, leaves)
}

/** In characters. A title stands beside each of its parts in VS Code's lists. */
const longestName = 80
const longestTitle = 40

function quoteNodes({ text }: Article, { quotes, entities }: Analysis, attitudes: boolean): readonly OutlineNode[] {
  const speakers = new Map(entities.map((entity) => [entity.id, entity]))
  return quotes.flatMap((quote): OutlineNode | [] => {
    const [selection] = quote.content
    if (!selection || (quote.act === 'attitude' && !attitudes)) return []
    const speaker = quote.speaker === null ? undefined : speakers.get(quote.speaker)
    const words = excerpt(quoteText(quote.content, text), longestName)
    const name = speaker ? `${excerpt(speaker.name, longestName)}: ${words}` : words
    return {
      kind: 'quote',
      name: named(name),
      range: extent([...quote.content, ...(quote.source ?? []), ...(quote.cue ?? [])]),
      selection,
      quote,
      children: []
    }
  })
}

/** Who and what has a name, where the article introduces it. */
function nameNodes({ text }: Article, analysis: Analysis): readonly OutlineNode[] {
  return analysis.entities.flatMap((entity): OutlineNode | [] => {
    const mention = entity.named ? definingMention(text, analysis, entity) : undefined
    if (!mention) return []
    const span = { start: mention.start, end: mention.end }
    return {
      kind: entity.type,
      name: named(excerpt(entity.name, longestName)),
      range: span,
      selection: span,
      entity,
      children: []
    }
  })
}

/** Each section reaches to the next heading, the title to the end, with the sections in it. `leaves` are in order. */
function inSections(
  { text }: Article,
  headings: readonly Paragraph[],
  leaves: readonly OutlineNode[]
): readonly OutlineNode[] {
  let taken = 0
  const takeUntil = (offset: number) => {
    const from = taken
    while (taken < leaves.length && leaves[taken]!.range.start < offset) taken++
    return leaves.slice(from, taken)
  }
  const end = text.trimEnd().length
  const before = takeUntil(headings[0]?.start ?? Infinity)
  const sections = headings.map((paragraph, index) => {
    const next = headings[index + 1]?.start
    return { ...heading(text, paragraph, next ?? end), children: takeUntil(next ?? Infinity) }
  })
  const [title, ...others] = sections
  if (title?.kind !== 'title') return [...before, ...sections]
  return [...before, { ...title, range: { start: title.range.start, end }, children: [...title.children, ...others] }]
}

function heading(text: string, { role, start, end }: Paragraph, until: number): OutlineNode {
  return {
    kind: role === 'title' ? 'title' : 'heading',
    name: named(excerpt(text.slice(start, end), longestTitle)),
    range: { start, end: until },
    selection: { start, end },
    children: []
  }
}

/** A longer span comes before what lies in it: there a reader is in the quote first. */
function byPlace(a: OutlineNode, b: OutlineNode): number {
  return a.range.start - b.range.start || b.range.end - a.range.end
}

function extent(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

/** VS Code refuses a nameless symbol. */
function named(name: string): string {
  return plainLine(name) || '\u2026'
}
