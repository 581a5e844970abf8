import type { AnalyzedArticle, Entity, Mention, Quote } from '../analysis'
import { articleHead, leftOut, type Span } from '../article'
import { mapAnchors, type Anchor, type Decided, type Decision, type Mark } from '../annotations'
import type { Corpus } from '../corpus'
import { canonicalText, canonicalWords, type CanonicalText } from './canonicalText'
import type {
  Annotation,
  AnnotationFacts,
  AnnotationDocument,
  CodingAnnotation,
  DocumentEntity,
  MemoAnnotation,
  MentionAnnotation,
  QuoteAnnotation,
  Rejected
} from './document'

export interface DocumentInput {
  /** As it is decided. */
  readonly article: AnalyzedArticle
  /** What was decided about it; undefined where nothing was. */
  readonly decided?: Decided | undefined
  /** Of all articles of the export. */
  readonly corpus: Corpus
}

/** The one form that all formats write, of an analyzed article and what was decided about it. */
export function buildDocument({ article, decided, corpus }: DocumentInput): AnnotationDocument {
  const { analysis } = article
  const canonical = canonicalText(article)
  const read = article.article
  const place: Place = { span: canonical.span, spans: (spans) => spans.map(canonical.span) }
  const entityId = entityNamer(article.id, corpus)
  const mentions = analysis.mentions.map((mention, index) =>
    mentionAnnotation(mention, index, decided?.mentions.get(index), place, entityId)
  )
  const quotes = analysis.quotes.map((quote, index): QuoteAnnotation => {
    const repeat = corpus.reuseGroupOf({ article: article.id, quote: index })
    return { ...quoteAnnotation(quote, index, decided?.quotes.get(index), place, entityId), repeat: group(repeat) }
  })
  return {
    id: article.id,
    name: article.name,
    text: canonical.text,
    markup: canonical.markup,
    format: read.format,
    head: articleHead(read),
    paragraphs: read.paragraphs.map(({ role, ...span }) => ({ ...canonical.span(span), role })),
    leftOut: leftOut(read).map(({ reason, ...span }) => ({ ...canonical.span(span), reason })),
    sentences: place.spans(read.sentences),
    tokens: place.spans(read.tokens),
    entities: documentEntities(article, corpus),
    annotations: [...mentions, ...quotes, ...marks(decided?.marks ?? [], place)],
    rejected: rejections(decided, place),
    decisions: (decided?.decisions ?? []).map(({ decision }) => canonicalDecision(decision, canonical))
  }
}

interface Place {
  readonly span: (source: Span) => Span
  readonly spans: (source: readonly Span[]) => readonly Span[]
}

type EntityNamer = (entity: string) => string

/** The id of an entity in the whole export. What the corpus does not know keeps an id of its own. */
function entityNamer(article: string, corpus: Corpus): EntityNamer {
  return (entity) => corpus.entityOf({ article, entity })?.id ?? `${article}#${entity}`
}

/** A corpus may see in two entities of an article the same one: they are one then. */
function documentEntities({ id, analysis }: AnalyzedArticle, corpus: Corpus): readonly DocumentEntity[] {
  const name = entityNamer(id, corpus)
  const byId = new Map<string, DocumentEntity>()
  for (const entity of analysis.entities) {
    const known = corpus.entityOf({ article: id, entity: entity.id })
    const found = {
      ...ownFacts(entity),
      id: name(entity.id),
      ...(known && { name: known.name, type: known.type, named: known.named })
    }
    const identity = known?.identity ?? entity.identity
    const before = byId.get(found.id)
    byId.set(
      found.id,
      before ? joined(before, found, entity.name) : { ...found, ...(identity !== undefined && { identity }) }
    )
  }
  return [...byId.values()].map((entity) => ({
    ...entity,
    aliases: entity.aliases.filter((alias) => alias !== entity.name)
  }))
}

function ownFacts({ name, type, named, aliases, descriptions, places }: Entity): Omit<DocumentEntity, 'id'> {
  return { name, type, named, aliases: named ? [name, ...aliases] : aliases, descriptions, place: places[0] ?? null }
}

function joined(a: DocumentEntity, b: DocumentEntity, name: string): DocumentEntity {
  return {
    ...a,
    aliases: [...new Set([...a.aliases, ...(b.named ? [name] : []), ...b.aliases])],
    descriptions: [...new Set([...a.descriptions, ...b.descriptions])],
    place: a.place ?? b.place
  }
}

function mentionAnnotation(
  { start, end, type, form, acting, entity, description, rule, confidence }: Mention,
  index: number,
  decision: Decision | undefined,
  { span }: Place,
  entityId: EntityNamer
): MentionAnnotation {
  return {
    layer: 'mention',
    ...facts(`m${index + 1}`, [span({ start, end })], decision),
    type,
    form,
    acting,
    entity: entityId(entity),
    description: description && span(description),
    rule,
    confidence
  }
}

function quoteAnnotation(
  { content, cue, source, kind, act, speaker, speakerRule, rule, confidence }: Quote,
  index: number,
  decision: Decision | undefined,
  { spans }: Place,
  entityId: EntityNamer
): Omit<QuoteAnnotation, 'repeat'> {
  return {
    layer: 'quote',
    ...facts(`q${index + 1}`, spans(content), decision),
    kind,
    act,
    cue: cue && spans(cue),
    source: source && spans(source),
    speaker: speaker === null ? null : entityId(speaker),
    speakerRule,
    rule,
    confidence
  }
}

/** Groups are counted from 1, as people do. */
function group(index: number): number | null {
  return index === -1 ? null : index + 1
}

function marks(all: readonly Mark[], { spans }: Place): readonly Annotation[] {
  const codings: CodingAnnotation[] = []
  const memos: MemoAnnotation[] = []
  for (const mark of all) {
    const places = spans(mark.target)
    if (mark.kind === 'code')
      codings.push({
        layer: 'code',
        ...facts(`c${codings.length + 1}`, places, mark),
        code: mark.code,
        memo: mark.memo ?? null
      })
    else memos.push({ layer: 'memo', ...facts(`n${memos.length + 1}`, places, mark), text: mark.text })
  }
  return [...codings, ...memos]
}

function facts(id: string, spans: readonly Span[], decision: Decision | undefined): AnnotationFacts {
  return {
    id,
    spans,
    status: statusOf(decision),
    creator: decision?.creator ?? null,
    created: decision?.created ?? null,
    modified: decision?.modified ?? null
  }
}

function statusOf(decision: Decision | undefined): AnnotationFacts['status'] {
  if (!decision) return 'suggested'
  if (decision.kind === 'accept') return 'accepted'
  return decision.from || decision.kind === 'identity' || decision.kind === 'speaker' ? 'changed' : 'added'
}

function rejections(decided: Decided | undefined, { spans }: Place): readonly Rejected[] {
  return (decided?.decisions ?? []).flatMap(({ decision, isInText }) => {
    const about = rejectedThing(decision)
    if (!about || !isInText) return []
    const { target, creator, created } = decision
    return [{ ...about, spans: spans(target), creator, created }]
  })
}

function rejectedThing(decision: Decision): Pick<Rejected, 'about' | 'code'> | undefined {
  if (decision.kind === 'noCode') return { about: 'code', code: decision.code }
  return decision.kind === 'reject' ? { about: decision.from?.about ?? 'mention' } : undefined
}

function canonicalDecision(decision: Decision, { span }: CanonicalText): Decision {
  return mapAnchors(decision, (anchor): Anchor => {
    const { start, end } = span(anchor)
    const [exact, prefix, suffix] = [anchor.exact, anchor.prefix, anchor.suffix].map(canonicalWords) as [
      string,
      string,
      string
    ]
    const moved = {
      ...anchor,
      exact,
      prefix,
      suffix,
      start,
      end: anchor.start < anchor.end ? start + exact.length : end
    }
    return anchor.was === undefined ? moved : { ...moved, was: canonicalWords(anchor.was) }
  })
}
