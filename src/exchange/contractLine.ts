import type { Analysis, Entity, EntityType, Link, Mention, MentionForm, Quote, QuoteAct, QuoteKind } from '../analysis'
import type { Span } from '../article'

/** Pieces of a span as [start, end] pairs, half open, in UTF-16 units. */
export type ContractPieces = readonly (readonly [start: number, end: number])[]

/** What tools outside the project read: the shape of one line of `article-annotator analyze --format jsonl`. */
export interface ContractLine {
  readonly id: string
  readonly mentions: readonly {
    readonly start: number
    readonly end: number
    readonly type: EntityType
    readonly form: MentionForm
    readonly acting: boolean
    readonly entity: string
  }[]
  readonly entities: readonly {
    readonly id: string
    readonly name: string
    readonly type: EntityType
    readonly named: boolean
  }[]
  readonly quotes: readonly {
    readonly content: ContractPieces
    readonly cue: ContractPieces | null
    readonly source: ContractPieces | null
    readonly kind: QuoteKind
    readonly act: QuoteAct
    readonly speaker: string | null
  }[]
  readonly links: readonly { readonly speaker: string; readonly quotes: readonly number[] }[]
}

/** `id` is the article's path as it was given, or the id of its JSON line. Every field is named: nothing else gets out. */
export function toContractLine(id: string, analysis: Analysis): ContractLine {
  return {
    id,
    mentions: analysis.mentions.map(toContractMention),
    entities: analysis.entities.map(toContractEntity),
    quotes: analysis.quotes.map(toContractQuote),
    links: analysis.links.map(toContractLink)
  }
}

function toContractMention({ start, end, type, form, acting, entity }: Mention) {
  return { start, end, type, form, acting, entity }
}

function toContractEntity({ id, name, type, named }: Entity) {
  return { id, name, type, named }
}

function toContractQuote({ content, cue, source, kind, act, speaker }: Quote) {
  return {
    content: toPieces(content),
    cue: cue && toPieces(cue),
    source: source && toPieces(source),
    kind,
    act,
    speaker
  }
}

function toContractLink({ speaker, quotes }: Link) {
  return { speaker, quotes: [...quotes] }
}

function toPieces(spans: readonly Span[]): ContractPieces {
  return spans.map(({ start, end }) => [start, end] as const)
}
