import type { ArticleLayers, Comparison, Judgement } from '../../../../src/annotations/agreement/comparison'
import type { Anchor, Decision, DecisionContent, Identity, Layer, Suggestion } from '../../../../src/annotations'
import type { EntityType } from '../../../../src/analysis'

/** An article of sentences, each up to its full stop. */
export function articleOf(text: string, name = 'news.txt'): ArticleLayers['article'] & { readonly text: string } {
  const sentences = [...text.matchAll(/[^.\s][^.]*\./g)].map(({ index, 0: sentence }) => ({
    start: index,
    end: index + sentence.length
  }))
  return { id: name, name, text, sentences }
}

/** Where words are in a text: the first time; pieces of what is in several are joined by " ... ". */
export function at(text: string, words: string): readonly Anchor[] {
  if (words === '') return []
  return words.split(' ... ').map((exact) => {
    const start = text.indexOf(exact)
    if (start < 0) throw new Error(`"${exact}" is not in the text`)
    return { exact, prefix: '', suffix: '', start, end: start + exact.length }
  })
}

let lastId = 0

/** The decisions of one annotator on one text, in the words of a test. */
export class Annotator {
  readonly #name: string
  readonly #text: string
  readonly decisions: Decision[] = []

  constructor(name: string, text: string) {
    this.#name = name
    this.#text = text
  }

  layer(): Layer {
    return { annotator: this.#name, decisions: this.decisions }
  }

  decide(content: DecisionContent, words: string, from?: Suggestion): this {
    const id = `urn:uuid:00000000-0000-4000-8000-${String(++lastId).padStart(12, '0')}`
    const facts = { id, creator: this.#name, created: '2026-11-27T08:00:00.000Z', target: at(this.#text, words) }
    this.decisions.push({ ...facts, ...(from && { from }), ...content })
    return this
  }

  /** `entity` is the name that the engine suggests. */
  accept(words: string, type: EntityType = 'person', entity = words): this {
    return this.decide({ kind: 'accept' }, words, suggestedMention(this.#text, words, type, entity))
  }

  reject(words: string, type: EntityType = 'person'): this {
    return this.decide({ kind: 'reject' }, words, suggestedMention(this.#text, words, type))
  }

  /** Changes the suggestion `from`, or marks words from nothing. */
  mark(words: string, type: EntityType, { acting = false, from = '' } = {}): this {
    return this.decide(
      { kind: 'mention', type, acting },
      words,
      from === '' ? undefined : suggestedMention(this.#text, from)
    )
  }

  isWho(words: string, who: Identity): this {
    return this.decide({ kind: 'identity', who }, words, suggestedMention(this.#text, words))
  }

  acceptQuote(words: string, speaker: string | null): this {
    return this.decide({ kind: 'accept' }, words, suggestedQuote(this.#text, words, speaker))
  }

  speaker(words: string, name: string | null, iri = `urn:uuid:${this.#name}-${name}`): this {
    const who = name === null ? null : { iri, name, type: 'person' as const }
    return this.decide({ kind: 'speaker', who }, words, suggestedQuote(this.#text, words, 'the engine\u2019s guess'))
  }

  quote(words: string, source = ''): this {
    return this.decide(
      { kind: 'quote', cue: null, source: source === '' ? null : at(this.#text, source), act: 'speech' },
      words
    )
  }

  code(words: string, code: string): this {
    return this.decide({ kind: 'code', code }, words)
  }

  noCode(words: string, code: string): this {
    return this.decide({ kind: 'noCode', code }, words)
  }
}

function suggestedMention(text: string, words: string, type: EntityType = 'person', entity = words): Suggestion {
  return { about: 'mention', span: at(text, words)[0]!, type, acting: false, entity, rule: 'names', confidence: 0.9 }
}

function suggestedQuote(text: string, words: string, speaker: string | null): Suggestion {
  const parts = { content: at(text, words), cue: null, source: null }
  return { about: 'quote', ...parts, act: 'speech', speaker, rule: 'chosen', confidence: 0.8 }
}

/** One line a judgement: what it is about, then what each annotator says. */
export function written({ judgements }: Pick<Comparison, 'judgements'>): readonly string[] {
  return judgements.map(
    ({ kind, words, sides, isAgreed }) => `${isAgreed ? '=' : '!'} ${kind} "${words}": ${sides.map(sideOf).join(' / ')}`
  )
}

function sideOf({ decision }: Judgement['sides'][number]): string {
  if (decision === null) return 'nothing'
  const words = decision.target.map(({ exact }) => exact).join(' ... ')
  switch (decision.kind) {
    case 'mention':
      return `${decision.acting ? 'acting ' : ''}${decision.type} "${words}"`
    case 'identity':
    case 'speaker':
      return decision.who?.name ?? 'nobody'
    case 'code':
      return `${decision.code} "${words}"`
    case 'article':
      return decision.isArticle ? 'an article' : 'no article'
    case 'quote':
      return `quote "${words}"`
    case 'accept':
    case 'reject':
    case 'noCode':
    case 'memo':
      return decision.kind
  }
}
