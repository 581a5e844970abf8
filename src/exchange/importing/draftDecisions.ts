import { anchorAt, type Anchor, type Decision, type DecisionContent, type Identity } from '../../annotations'
import type { EntityType } from '../../analysis'
import type { Span } from '../../article'
import type { FlatDocument, FlatRelation, FlatSpan } from '../flat/flatDocument'
import { layerOfLabel } from '../flat/labels'

export interface Drafting {
  /** The text in which the spans are. */
  readonly text: string
  readonly annotator: string
  /** ISO 8601, of what has no time of its own. */
  readonly now: string
  readonly newId: () => string
  /** The `Code.id` of a span of layer "code". */
  readonly codeOf: (span: FlatSpan) => string | undefined
  /** Who an entity of the files is: the same for the same `key` in all documents of an import. */
  readonly identityOf: (key: string, name: string, type: EntityType) => Identity
}

export interface Drafts {
  readonly decisions: readonly Decision[]
  /** Spans of the engine's suggestions: nobody decided them. */
  readonly suggestions: number
  /** What says nothing that can be decided, by what it is. */
  readonly left: Readonly<
    Record<'part without a quote' | 'span without words' | 'memo without text' | 'code without a name', number>
  >
}

/**
 * The decisions that labelled spans stand for: a mention or a quote that a person says is there, who it is, who says it, a coding, a
 * memo. What is marked as a mere suggestion is none. An accepted suggestion comes as the mention or quote that it is.
 */
export function draftDecisions({ spans, relations }: FlatDocument, drafting: Drafting): Drafts {
  const byId = new Map(spans.map((span) => [span.id, span]))
  const related = relationsByQuote(relations)
  const used = new Set<string>()
  const left = { 'part without a quote': 0, 'span without words': 0, 'memo without text': 0, 'code without a name': 0 }
  const decisions: Decision[] = []
  let suggestions = 0
  for (const span of spans) {
    const { layer, features, note } = span
    if (features['status'] === 'suggested') {
      suggestions++
      for (const { to } of related.get(span.id) ?? []) used.add(to)
      continue
    }
    const target = anchors(drafting.text, span.pieces)
    const isWhole = span.pieces.length === 0 && (layer === 'memo' || layer === 'code')
    if (layer !== 'cue' && layer !== 'source' && !isWhole && target.length === 0) {
      left['span without words']++
      continue
    }
    const decide = (content: DecisionContent) => decisions.push({ ...signed(span, drafting), target, ...content })
    switch (layer) {
      case 'mention':
        decide(mentionOf(span, drafting))
        break
      case 'quote': {
        const parts = partsOf(related.get(span.id) ?? [], byId, drafting.text)
        for (const id of parts.ids) used.add(id)
        decide({
          kind: 'quote',
          cue: parts.cue,
          source: parts.source,
          act: features['act'] === 'attitude' ? 'attitude' : 'speech',
          ...quoteKind(features['kind'])
        })
        const who = whoOf(span, drafting) ?? (parts.speaker && whoOf(parts.speaker, drafting))
        if (who) decide({ kind: 'speaker', who })
        break
      }
      case 'code': {
        const code = drafting.codeOf(span)
        if (code === undefined) left['code without a name']++
        else decide({ kind: 'code', code, ...(note !== undefined && { memo: note }) })
        break
      }
      case 'memo':
        if (note === undefined || note.trim() === '') left['memo without text']++
        else decide({ kind: 'memo', text: note })
        break
      case 'cue':
      case 'source':
        break // belongs to its quote
    }
    const isNoted = layer === 'mention' || layer === 'quote'
    if (isNoted && note !== undefined && note.trim() !== '') decide({ kind: 'memo', text: note })
  }
  for (const { id, layer } of spans)
    if ((layer === 'cue' || layer === 'source') && !used.has(id)) left['part without a quote']++
  return { decisions, suggestions, left }
}

function relationsByQuote(relations: readonly FlatRelation[]): ReadonlyMap<string, readonly FlatRelation[]> {
  const byQuote = new Map<string, FlatRelation[]>()
  for (const relation of relations) byQuote.set(relation.from, [...(byQuote.get(relation.from) ?? []), relation])
  return byQuote
}

interface Parts {
  readonly cue: readonly Anchor[] | null
  readonly source: readonly Anchor[] | null
  readonly speaker: FlatSpan | undefined
  /** The spans that are a part of the quote. */
  readonly ids: readonly string[]
}

function partsOf(relations: readonly FlatRelation[], byId: ReadonlyMap<string, FlatSpan>, text: string): Parts {
  const to = (label: FlatRelation['label']) =>
    relations.flatMap((relation) => (relation.label === label ? (byId.get(relation.to) ?? []) : []))
  const pieces = (parts: readonly FlatSpan[]) => {
    const all = parts.flatMap((part) => part.pieces).sort((a, b) => a.start - b.start)
    const found = anchors(text, all)
    return found.length === 0 ? null : found
  }
  const [cues, sources] = [to('cue'), to('source')]
  return {
    cue: pieces(cues),
    source: pieces(sources),
    speaker: to('speaker')[0],
    ids: [...cues, ...sources].map(({ id }) => id)
  }
}

function mentionOf(span: FlatSpan, drafting: Drafting): DecisionContent {
  const who = whoOf(span, drafting)
  return {
    kind: 'mention',
    type: typeOf(span),
    acting: span.features['acting'] === true && typeOf(span) === 'place',
    ...(who && { who })
  }
}

function typeOf({ label, features }: FlatSpan): EntityType {
  const said = typeof features['type'] === 'string' ? layerOfLabel(features['type']) : undefined
  return layerOfLabel(label)?.type ?? said?.type ?? 'person'
}

/** Nobody where the file says nothing of it. */
function whoOf(span: FlatSpan, { identityOf }: Drafting): Identity | undefined {
  const { identity, entity, speaker, name } = span.features
  const called = typeof name === 'string' && name.trim() !== '' ? name : undefined
  const type = span.layer === 'mention' ? typeOf(span) : 'person'
  if (typeof identity === 'string' && identity !== '') return { iri: identity, name: called ?? identity, type }
  const key = [entity, speaker, called].find((each) => typeof each === 'string' && each !== '')
  return key === undefined ? undefined : identityOf(String(key), called ?? String(key), type)
}

function quoteKind(kind: unknown): { readonly quoteKind?: 'direct' | 'indirect' | 'mixed' } {
  return kind === 'direct' || kind === 'indirect' || kind === 'mixed' ? { quoteKind: kind } : {}
}

function anchors(text: string, pieces: readonly Span[]): readonly Anchor[] {
  return pieces.filter(({ start, end }) => start < end && start < text.length).map((piece) => anchorAt(text, piece))
}

function signed({ features }: FlatSpan, { annotator, now, newId }: Drafting) {
  const { created } = features
  const isTime = typeof created === 'string' && !Number.isNaN(Date.parse(created))
  return { id: newId(), creator: annotator, created: isTime ? new Date(created).toISOString() : now }
}

/** A layer has one memo on the same words: several become one. */
export function joinedMemos(decisions: readonly Decision[]): readonly Decision[] {
  const memos = new Map<string, number>()
  const kept: Decision[] = []
  for (const decision of decisions) {
    const place = JSON.stringify(decision.target.map(({ start, end, exact }) => [start, end, exact]))
    const at = decision.kind === 'memo' ? memos.get(place) : undefined
    const before = at === undefined ? undefined : kept[at]
    if (decision.kind === 'memo' && at !== undefined && before?.kind === 'memo') {
      if (before.text !== decision.text) kept[at] = { ...before, text: `${before.text}\n\n${decision.text}` }
      continue
    }
    if (decision.kind === 'memo') memos.set(place, kept.length)
    kept.push(decision)
  }
  return kept
}
