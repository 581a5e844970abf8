import type { Span } from '../../article'
import type { Mark } from '../../annotations'
import { corpusOf, type Corpus, type CorpusEntity, type SpokenQuote } from '../../corpus'
import type { Annotation, AnnotationDocument } from '../document'
import type { ExportedArticle } from './exportedArticle'

/** Which annotations of an article are exported: indexes of `Analysis.mentions` and `Analysis.quotes`. */
export interface Selection {
  readonly mention: (index: number) => boolean
  readonly quote: (index: number) => boolean
  readonly mark: (mark: Mark) => boolean
  /** Whether an article of which nothing is selected is left out. */
  readonly leavesOutEmpty: boolean
}

export type Select = (article: ExportedArticle) => Selection

/** What a person decided: suggestions that nobody has looked at are left out. */
export const decidedAlone: Select = ({ decided }) => ({
  mention: (index) => decided?.mentions.has(index) ?? false,
  quote: (index) => decided?.quotes.has(index) ?? false,
  mark: () => true,
  leavesOutEmpty: false
})

/** Both have to select a thing. */
export function selectedByBoth(a: Select, b: Select): Select {
  return (article) => {
    const [one, other] = [a(article), b(article)]
    return {
      mention: (index) => one.mention(index) && other.mention(index),
      quote: (index) => one.quote(index) && other.quote(index),
      mark: (mark) => one.mark(mark) && other.mark(mark),
      leavesOutEmpty: one.leavesOutEmpty || other.leavesOutEmpty
    }
  }
}

/** A document with what is selected, and the entities that it speaks of. Undefined where it is left out. */
export function selectedDocument(
  document: AnnotationDocument,
  source: ExportedArticle,
  select: Select
): AnnotationDocument | undefined {
  const selection = select(source)
  const marks = source.decided?.marks ?? []
  const [codes, memos] = [marks.filter(({ kind }) => kind === 'code'), marks.filter(({ kind }) => kind === 'memo')]
  const places = { mention: 0, quote: 0, code: 0, memo: 0 }
  const annotations = document.annotations.filter(({ layer }) => {
    const place = places[layer]++
    if (layer === 'mention') return selection.mention(place)
    if (layer === 'quote') return selection.quote(place)
    const mark = (layer === 'code' ? codes : memos)[place]
    return mark !== undefined && selection.mark(mark)
  })
  if (annotations.length === 0 && selection.leavesOutEmpty) return undefined
  const spokenOf = new Set(annotations.flatMap(entitiesOf))
  const decisions = selection.leavesOutEmpty
    ? document.decisions.filter(({ target }) => isAbout(target, annotations))
    : document.decisions
  return { ...document, decisions, annotations, entities: document.entities.filter(({ id }) => spokenOf.has(id)) }
}

/** Whether a decision's place is one of what is selected: of the whole article also what is about all of it. */
function isAbout(target: readonly Span[], annotations: readonly Annotation[]): boolean {
  return annotations.some(({ spans }) =>
    target.length === 0
      ? spans.length === 0
      : spans.some((span) => target.some(({ start, end }) => start < span.end && span.start < end))
  )
}

function entitiesOf(annotation: Annotation): readonly string[] {
  if (annotation.layer === 'mention') return [annotation.entity]
  return annotation.layer === 'quote' && annotation.speaker !== null ? [annotation.speaker] : []
}

/** What of a corpus is selected, found out article by article. */
export interface CorpusSelection {
  /** To be called for each article once. Whether it is exported. */
  readonly add: (article: ExportedArticle) => boolean
  /** The same entities with the same ids, with what is selected of them; none of which nothing is. */
  readonly corpus: (whole: Corpus) => Corpus
}

export function corpusSelection(select: Select): CorpusSelection {
  const quotes = new Map<string, ReadonlySet<number>>()
  const entities = new Map<string, ReadonlySet<string>>()
  return {
    add(source) {
      const selection = select(source)
      const { id, analysis } = source.article
      const quoted = new Set([...analysis.quotes.keys()].filter(selection.quote))
      const named = analysis.mentions.flatMap(({ entity }, index) => (selection.mention(index) ? entity : []))
      const speakers = [...quoted].flatMap((quote) => analysis.quotes[quote]?.speaker ?? [])
      quotes.set(id, quoted)
      entities.set(id, new Set([...named, ...speakers]))
      const hasMarks = source.decided?.marks.some(selection.mark) ?? false
      return !selection.leavesOutEmpty || quoted.size + named.length > 0 || hasMarks
    },
    corpus(whole) {
      const isQuoted = ({ article, quote }: Pick<SpokenQuote, 'article' | 'quote'>) =>
        quotes.get(article)?.has(quote) ?? false
      const selected = whole.entities.flatMap((entity): CorpusEntity | [] => {
        const members = entity.members.filter((member) => entities.get(member.article)?.has(member.entity) ?? false)
        return members.length === 0 ? [] : { ...entity, members, quotes: entity.quotes.filter(isQuoted) }
      })
      const ids = new Set(selected.map(({ id }) => id))
      return corpusOf({
        entities: selected,
        reuse: whole.reuse.map((group) => group.filter(isQuoted)).filter((group) => group.length > 1),
        suggestions: whole.suggestions
          .map((suggestion) => ({ ...suggestion, entities: suggestion.entities.filter((id) => ids.has(id)) }))
          .filter((suggestion) => suggestion.entities.length > 1)
      })
    }
  }
}
