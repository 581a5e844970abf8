import {
  anchorAt,
  applyDecisions,
  type Anchor,
  type Decided,
  type Decision,
  type DecisionContent
} from '../../../../src/annotations'
import type { AnalyzedText, EntityType, Mention, Quote } from '../../../../src/analysis'
import type { Span } from '../../../../src/article'
import { article } from '../../corpus/marked'

/** A marked text (`readMarked`), and decisions on its words. Each is made a minute after the one before. */
export function deciding(marked: string) {
  const source = article('a.txt', marked)
  const { text, analysis } = source
  let minutes = 0

  /** The place of words; "Roe#2" are those that come second. */
  function place(words: string): Anchor {
    const [, wanted, count] = /^(.*?)(?:#(\d+))?$/s.exec(words)!
    let at = -1
    for (let nth = 0; nth < Number(count ?? 1); nth++) at = text.indexOf(wanted!, at + 1)
    if (at < 0) throw new Error(`not in the text: ${words}`)
    return anchorAt(text, { start: at, end: at + wanted!.length })
  }

  function decision(target: readonly string[], content: DecisionContent, more: Partial<Decision> = {}): Decision {
    const time = `2026-01-01T00:${String(minutes).padStart(2, '0')}:00.000Z`
    const id = `urn:uuid:${String(minutes++).padStart(4, '0')}`
    return { id, creator: 'Ann', created: time, target: target.map(place), ...content, ...more } as Decision
  }

  return {
    source,
    place,
    decision,
    accept: (words: string) => decision([words], { kind: 'accept' }),
    reject: (words: string) => decision([words], { kind: 'reject' }),
    mention: (words: string, type: EntityType, more: { acting?: boolean; who?: string; from?: string } = {}) =>
      decision(
        [words],
        { kind: 'mention', type, acting: more.acting ?? false, ...(more.who && { who: identity(more.who, type) }) },
        more.from === undefined ? {} : { from: mentionAt(more.from) }
      ),
    identity: (words: string, who: string, more: { type?: EntityType; alone?: true } = {}) =>
      decision([words], {
        kind: 'identity',
        who: identity(who, more.type ?? 'person'),
        ...(more.alone && { alone: true })
      }),
    quote: (
      content: readonly string[],
      parts: { cue?: string; source?: string; from?: number; act?: Quote['act'] } = {}
    ) =>
      decision(
        content,
        {
          kind: 'quote',
          cue: parts.cue === undefined ? null : [place(parts.cue)],
          source: parts.source === undefined ? null : [place(parts.source)],
          act: parts.act ?? 'speech'
        },
        parts.from === undefined ? {} : { from: suggestedQuote(source, parts.from) }
      ),
    speaker: (content: string, who: string | null) =>
      decision([content], { kind: 'speaker', who: who === null ? null : identity(who, 'person') }),
    apply: (...decisions: readonly Decision[]): Decided => applyDecisions(source, decisions, []),
    /** What holds after the decisions, a line each. */
    entities: (...decisions: readonly Decision[]) => entityLines(source, applyDecisions(source, decisions, [])),
    quotes: (...decisions: readonly Decision[]) => quoteLines(source, applyDecisions(source, decisions, []))
  }

  function mentionAt(words: string) {
    const span = place(words)
    const index = analysis.mentions.findIndex(({ start, end }) => start === span.start && end === span.end)
    if (index < 0) throw new Error(`no mention: ${words}`)
    return suggestedMention(source, index)
  }
}

export function identity(name: string, type: EntityType) {
  return { iri: `https://example.org/${name.replace(/\s/g, '_')}`, name, type }
}

/** The suggestion that a decision on a mention answers. */
export function suggestedMention({ text, analysis }: AnalyzedText, index: number) {
  const mention: Mention = analysis.mentions[index]!
  const entity = analysis.entities.find(({ id }) => id === mention.entity)!.name
  const { type, acting, rule, confidence } = mention
  return { about: 'mention' as const, span: anchorAt(text, mention), type, acting, entity, rule, confidence }
}

/** The suggestion that a decision on a quote answers. */
export function suggestedQuote({ text, analysis }: AnalyzedText, index: number) {
  const { content, cue, source, act, rule, confidence, speaker }: Quote = analysis.quotes[index]!
  const anchors = (pieces: readonly Span[]) => pieces.map((piece) => anchorAt(text, piece))
  return {
    about: 'quote' as const,
    content: anchors(content),
    cue: cue && anchors(cue),
    source: source && anchors(source),
    act,
    speaker: analysis.entities.find(({ id }) => id === speaker)?.name ?? null,
    rule,
    confidence
  }
}

/** `e1 Jane Roe (person): Jane Roe!, she`: what refers to each entity, with a mark at what a person decided. */
export function entityLines({ text }: Pick<AnalyzedText, 'text'>, { analysis }: Decided): readonly string[] {
  return analysis.entities.map(({ id, name, type, identity: iri, mentions }) => {
    const written = mentions.map((index) => {
      const { start, end, decidedBy } = analysis.mentions[index]!
      return text.slice(start, end) + (decidedBy === undefined ? '' : '!')
    })
    return `${id}${iri === undefined ? '' : '!'} ${name} (${type}): ${written.join(', ')}`
  })
}

/** `Jane Roe: said | yes`, with a mark at what a person decided. */
export function quoteLines({ text }: Pick<AnalyzedText, 'text'>, { analysis }: Decided): readonly string[] {
  const names = new Map(analysis.entities.map(({ id, name }) => [id, name]))
  const surface = (pieces: readonly Span[] | null) =>
    pieces?.map(({ start, end }) => text.slice(start, end)).join(' \u2026 ') ?? '-'
  return analysis.quotes.map(
    ({ speaker, cue, content, kind, decidedBy }) =>
      `${speaker === null ? 'nobody' : names.get(speaker)}: ${surface(cue)} | ${surface(content)} (${kind})${decidedBy === undefined ? '' : '!'}`
  )
}
