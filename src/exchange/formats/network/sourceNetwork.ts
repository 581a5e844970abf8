import type { Span } from '../../../article'
import { firstIndex } from '../../../util/binarySearch'
import type { AnnotationDocument, DocumentEntity, MentionAnnotation, QuoteAnnotation } from '../../document'
import type { ExportInput } from '../../format'

export type AttributeValue = string | number | boolean

export interface NetworkNode {
  /** "a1", "e1": anything may be in the id of an article or entity, which is the attribute `key`. */
  readonly id: string
  readonly label: string
  readonly attributes: Readonly<Record<string, AttributeValue | undefined>>
}

/** From the one who speaks. No two are of the same nodes. */
export interface NetworkEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly attributes: Readonly<Record<string, AttributeValue>>
}

/** Both are made one by one as they are asked for: those of a large folder would take a hundred megabytes. */
export interface SourceNetwork {
  readonly nodes: Iterable<NetworkNode>
  readonly edges: Iterable<NetworkEdge>
}

export type AttributeType = 'string' | 'integer' | 'boolean'

/** What nodes and edges may have, in this order. */
export const nodeAttributes: Readonly<Record<string, AttributeType>> = {
  kind: 'string',
  key: 'string',
  type: 'string',
  named: 'boolean',
  identity: 'string',
  quotes: 'integer',
  spokenOf: 'integer',
  headline: 'string',
  authors: 'string',
  agency: 'string',
  date: 'string',
  words: 'integer'
}
export const edgeAttributes: Readonly<Record<string, AttributeType>> = {
  kind: 'string',
  weight: 'integer',
  direct: 'integer',
  attitudes: 'integer'
}

/**
 * Who is quoted where, and who speaks about whom. Nodes are articles, speakers, and whoever is mentioned inside of a quote's content;
 * others who are merely mentioned are no part of a network of sources, and would hide it. Edges: `quoted-in` from a speaker to an article,
 * `speaks-about` from a speaker to who is mentioned in what they say (not to themselves); the weight is the number of quotes.
 */
export async function sourceNetwork(input: ExportInput): Promise<SourceNetwork> {
  const entities = new Map<string, Counted>()
  const articles: NetworkNode[] = []
  const edges = new Map<string, Map<string, CountedEdge>>()
  const entityOf = (entity: DocumentEntity): Counted => {
    const known = entities.get(entity.id)
    if (known) return known
    const { id: key, name, type, named, identity } = entity
    const counted = { id: `e${entities.size + 1}`, key, name, type, named, identity, quotes: 0, spokenOf: 0 }
    entities.set(key, counted)
    return counted
  }
  const count = (from: string, to: string, kind: CountedEdge['kind'], quote: QuoteAnnotation) => {
    const ofSpeaker = edges.get(from) ?? new Map<string, CountedEdge>()
    edges.set(from, ofSpeaker)
    const edge = ofSpeaker.get(to) ?? { kind, weight: 0, direct: 0, attitudes: 0 }
    ofSpeaker.set(to, edge)
    edge.weight++
    if (quote.kind === 'direct') edge.direct++
    if (quote.act === 'attitude') edge.attitudes++
  }
  for await (const document of input.documents()) {
    const article = articleNode(document, articles.length + 1)
    articles.push(article)
    const known = new Map(document.entities.map((entity) => [entity.id, entity]))
    const mentionsIn = mentionFinder(document)
    for (const quote of document.annotations) {
      if (quote.layer === 'code' || quote.layer === 'memo') input.lost(quote.layer)
      if (quote.layer !== 'quote') continue
      const speaking = quote.speaker === null ? undefined : known.get(quote.speaker)
      if (!speaking) {
        input.lost('quote')
        continue
      }
      const speaker = entityOf(speaking)
      speaker.quotes++
      count(speaker.id, article.id, 'quoted-in', quote)
      for (const id of new Set(quote.spans.flatMap((span) => mentionsIn(span).map(({ entity }) => entity)))) {
        const spokenOf = id === quote.speaker ? undefined : known.get(id)
        if (!spokenOf) continue
        const about = entityOf(spokenOf)
        about.spokenOf++
        count(speaker.id, about.id, 'speaks-about', quote)
      }
    }
    if (document.rejected.length > 0) input.lost('rejected', document.rejected.length)
  }
  return { nodes: nodesOf(articles, entities.values()), edges: edgesOf(edges) }
}

function* nodesOf(articles: Iterable<NetworkNode>, entities: Iterable<Counted>): Iterable<NetworkNode> {
  yield* articles
  for (const entity of entities) yield entityNode(entity)
}

/** Speaker after speaker. */
function* edgesOf(edges: ReadonlyMap<string, ReadonlyMap<string, CountedEdge>>): Iterable<NetworkEdge> {
  let number = 0
  for (const [from, ofSpeaker] of edges)
    for (const [to, edge] of ofSpeaker) yield { id: `r${++number}`, from, to, attributes: { ...edge } }
}

/** What is kept of an entity until the last document is read. */
interface Counted extends Pick<DocumentEntity, 'name' | 'type' | 'named'> {
  readonly id: string
  readonly key: string
  readonly identity: string | undefined
  quotes: number
  spokenOf: number
}

interface CountedEdge {
  readonly kind: 'quoted-in' | 'speaks-about'
  weight: number
  direct: number
  attitudes: number
}

function articleNode({ id, name, head }: AnnotationDocument, number: number): NetworkNode {
  const { headline, authors, agency, isoDate, date, words } = head
  return {
    id: `a${number}`,
    label: headline ?? name,
    attributes: {
      kind: 'article',
      key: id,
      headline: headline ?? undefined,
      authors: authors.join('; ') || undefined,
      agency: agency ?? undefined,
      date: isoDate ?? date ?? undefined,
      words
    }
  }
}

function entityNode({ id, key, name, type, named, identity, quotes, spokenOf }: Counted): NetworkNode {
  return { id, label: name, attributes: { kind: 'entity', key, type, named, identity, quotes, spokenOf } }
}

/** The mentions that are inside of a piece of text. */
function mentionFinder({ annotations }: AnnotationDocument): (piece: Span) => readonly MentionAnnotation[] {
  const mentions = annotations
    .filter((annotation) => annotation.layer === 'mention')
    .flatMap((mention) => mention.spans.slice(0, 1).map((span) => ({ span, mention })))
    .sort((a, b) => a.span.start - b.span.start)
  return ({ start, end }) => {
    const found: MentionAnnotation[] = []
    const first = firstIndex(mentions.length, (index) => mentions[index]!.span.start >= start)
    for (let index = first; index < mentions.length && mentions[index]!.span.start < end; index++)
      if (mentions[index]!.span.end <= end) found.push(mentions[index]!.mention)
    return found
  }
}
