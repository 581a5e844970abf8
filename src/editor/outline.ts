import type { Analysis, Entity, EntityType, Quote } from '../analysis'
import { shownText, type Article, type Paragraph, type Span } from '../article'
import { definingMention } from './entityAt'
import { excerpt, plainLine } from './markdownText'
import { quoteText } from './quoteText'

/** An entry of an article's outline. */
export interface OutlineNode {
  readonly kind: 'title' | 'heading' | 'quote' | EntityType
  readonly name: string
  /** What it covers: of a heading everything until the next one, of a quote also its source and cue. */
  readonly range: Span
  /** What is selected when the user goes to it; inside `range`. */
  readonly selection: Span
  readonly quote?: Quote
  readonly entity?: Entity
  readonly children: readonly OutlineNode[]
}

/**
 * The outline of an article in order of the text: the title, in it the headings, and in these the quotes and the named
 * entities, at their defining mentions. For Markdown it has only quotes and entities, because VS Code's own Markdown
 * outline has the headings. `attitudes` also lists what people believe, want and fear.
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

/** UTF-16 units. Titles are shorter, because VS Code's lists show them beside each symbol that they contain. */
const longestName = 80
const longestTitle = 40

function quoteNodes(article: Article, { quotes, entities }: Analysis, attitudes: boolean): readonly OutlineNode[] {
  const speakers = new Map(entities.map((entity) => [entity.id, entity]))
  return quotes.flatMap((quote): OutlineNode | [] => {
    const [selection] = quote.content
    if (!selection || (quote.act === 'attitude' && !attitudes)) return []
    const speaker = quote.speaker === null ? undefined : speakers.get(quote.speaker)
    const words = excerpt(quoteText(quote.content, article), longestName)
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

/** The named entities, at their defining mentions. */
function nameNodes(article: Article, analysis: Analysis): readonly OutlineNode[] {
  return analysis.entities.flatMap((entity): OutlineNode | [] => {
    const mention = entity.named ? definingMention(article, analysis, entity) : undefined
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

/**
 * Puts `leaves`, which are in order, into sections. A section ends at the next heading; the title contains all
 * sections.
 */
function inSections(
  article: Article,
  headings: readonly Paragraph[],
  leaves: readonly OutlineNode[]
): readonly OutlineNode[] {
  let taken = 0
  const takeUntil = (offset: number) => {
    const from = taken
    while (taken < leaves.length && leaves[taken]!.range.start < offset) taken++
    return leaves.slice(from, taken)
  }
  const end = article.text.trimEnd().length
  const before = takeUntil(headings[0]?.start ?? Infinity)
  const sections = headings.map((paragraph, index) => {
    const next = headings[index + 1]?.start
    return { ...heading(article, paragraph, next ?? end), children: takeUntil(next ?? Infinity) }
  })
  const [title, ...others] = sections
  if (title?.kind !== 'title') return [...before, ...sections]
  return [...before, { ...title, range: { start: title.range.start, end }, children: [...title.children, ...others] }]
}

function heading(article: Article, { role, start, end }: Paragraph, until: number): OutlineNode {
  return {
    kind: role === 'title' ? 'title' : 'heading',
    name: named(excerpt(shownText(article, { start, end }), longestTitle)),
    range: { start, end: until },
    selection: { start, end },
    children: []
  }
}

/** By start; of equals the longer first, so that a quote comes before a name at its beginning. */
function byPlace(a: OutlineNode, b: OutlineNode): number {
  return a.range.start - b.range.start || b.range.end - a.range.end
}

function extent(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

/** VS Code rejects symbols with an empty name. */
function named(name: string): string {
  return plainLine(name) || '\u2026'
}
