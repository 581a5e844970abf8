import type { AnalyzedText, Mention, Quote } from '../../analysis'
import type { Span } from '../../article'
import type { Anchor, Decision, DecisionContent, DecisionFacts, Suggestion } from '../decision'
import type { Decided } from '../decided'
import type { Project } from '../project'

/** All that a decision on an article is made from. Nothing here changes it: who decides gets edits. */
export interface Deciding {
  /** The article as it is shown, with what has been decided about it. */
  readonly article: AnalyzedText & { readonly decided?: Decided | undefined }
  /** What the annotator has decided about it: the own layer, as it is kept. */
  readonly own: readonly Decision[]
  readonly project: Project
  /** By which edits name the project; undefined where there is none. */
  readonly folder: string | undefined
  readonly tools: DecidingTools
}

export interface DecidingTools {
  readonly anchorAt: (text: string, span: Span) => Anchor
  /** `Annotations.draft` */
  readonly draft: (content: DecisionContent, place: Pick<DecisionFacts, 'target' | 'from'>) => Decision
  /** A new `Identity.iri`: `urn:uuid:` and a UUID. */
  readonly newIri: () => string
}

/** A mention or quote of the shown analysis, by its index. */
export interface Fact {
  readonly about: 'mention' | 'quote'
  readonly index: number
}

/** The pieces by which a decision is about a fact: a mention's span, the content of a quote. */
export function piecesOf({ article }: Pick<Deciding, 'article'>, { about, index }: Fact): readonly Span[] {
  const { mentions, quotes } = article.analysis
  if (about === 'quote') return quotes[index]?.content ?? []
  const mention = mentions[index]
  return mention ? [{ start: mention.start, end: mention.end }] : []
}

/** What made a fact what it is; undefined for a mere suggestion. */
export function decisionOn({ article }: Pick<Deciding, 'article'>, { about, index }: Fact): Decision | undefined {
  return (about === 'mention' ? article.decided?.mentions : article.decided?.quotes)?.get(index)
}

export function isDecided(deciding: Pick<Deciding, 'article'>, fact: Fact): boolean {
  return decisionOn(deciding, fact) !== undefined || evidenceOf(deciding, fact)?.decidedBy !== undefined
}

/** Whether the annotator made this decision. */
export function isOwn({ own }: Pick<Deciding, 'own'>, { id }: Decision): boolean {
  return own.some((decision) => decision.id === id)
}

/** What the engine had suggested of a fact; undefined for what a person added. */
export function suggestionOf(deciding: Deciding, fact: Fact): Suggestion | undefined {
  const decision = decisionOn(deciding, fact)
  if (decision?.from) return decision.from
  return decision?.kind === 'mention' || decision?.kind === 'quote' ? undefined : describedFact(deciding, fact)
}

/** A fact as it is shown now, in the form of a suggestion: a decision on it says by this what it is about. */
export function describedFact(deciding: Deciding, { about, index }: Fact): Suggestion | undefined {
  const { text, analysis } = deciding.article
  const anchor = (span: Span) => deciding.tools.anchorAt(text, span)
  const nameOf = (id: string | null) => analysis.entities.find((entity) => entity.id === id)?.name
  if (about === 'mention') {
    const mention = analysis.mentions[index]
    if (!mention) return undefined
    const { type, acting, rule, confidence } = mention
    return { about, span: anchor(mention), type, acting, entity: nameOf(mention.entity) ?? '', rule, confidence }
  }
  const quote = analysis.quotes[index]
  if (!quote) return undefined
  const { content, cue, source, act, rule, confidence } = quote
  return {
    about,
    content: content.map(anchor),
    cue: cue && cue.map(anchor),
    source: source && source.map(anchor),
    act,
    speaker: nameOf(quote.speaker) ?? null,
    rule,
    confidence
  }
}

export function anchorsAt({ article, tools }: Deciding, spans: readonly Span[]): readonly Anchor[] {
  return spans.map((span) => tools.anchorAt(article.text, span))
}

function evidenceOf({ article }: Pick<Deciding, 'article'>, { about, index }: Fact): Mention | Quote | undefined {
  return about === 'mention' ? article.analysis.mentions[index] : article.analysis.quotes[index]
}
