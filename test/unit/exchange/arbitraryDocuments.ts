import fc from 'fast-check'
import { leftOut, readArticle, type Span } from '../../../src/article'
import { canonicalText } from '../../../src/exchange/canonicalText'
import type { Annotation, AnnotationDocument, AnnotationFacts, DocumentEntity } from '../../../src/exchange/document'
import { articleHead } from '../../../src/article'
import { testCodes } from './inputs'

/** Words, marks, and every character that ever broke an offset or a line. */
const fragments = fc.constantFrom(
  ...['Anna', 'Berg', 'said', 'the mayor', 'Lira Times', "minister's", 'U.S.', '34,789', '\u201cNo,\u201d', '"Yes."'],
  ...[' ', ' ', ' ', ' ', '\n', '\n\n', '\r\n', '\r', '\t', '\u00A0', '\u2028', '\u0085', '\v', '  ', ' \n '],
  ...['\u{1F600}', '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}', 'Cafe\u0301', '\u05D3\u05D5\u05D3', '\u{1D400}bc'],
  ...[
    ']]>',
    '</script>',
    '&amp;',
    '\\',
    '\\n',
    '|',
    '_',
    '*',
    '[1]',
    ';',
    '->',
    '=1+1',
    '#',
    'x',
    '.',
    '\uFFFD',
    '\u0001'
  ]
)

/** Words that people type: names, memos. They may hold anything. */
const words = fc.oneof(
  fc.constantFrom('Ana', 'Is this a quote?\nNo.', '=1+1\t"x"', ' edge ', '\u{1F600}', '\\n', '', '__proto__', 'a|b;c'),
  fc.string({ unit: 'grapheme', maxLength: 12 })
)

export interface ArbitraryOptions {
  /** Whether an annotation may have several pieces. Default true. */
  readonly pieces?: boolean
  /** Whether spans begin and end at edges of tokens. Default false: anywhere but inside of a pair of surrogates. */
  readonly tokens?: boolean
}

/** A document of random text with random annotations on it, of all layers, that overlap, nest and stand in pieces. */
export function arbitraryDocument(options: ArbitraryOptions = {}): fc.Arbitrary<AnnotationDocument> {
  return fc
    .array(fragments, { maxLength: 40 })
    .map((parts) => readable(canonicalText({ text: parts.join(''), markup: [] }).text))
    .chain((bare) => annotations(bare, options).map((found) => ({ ...bare, annotations: found })))
}

export const arbitraryEntities: readonly DocumentEntity[] = [
  { id: 'e1', name: 'Anna Berg', identity: 'https://www.wikidata.org/entity/Q42', type: 'person' as const },
  { id: 'articles/a.txt#e2', name: 'the "mayor" | \u{1F600}', type: 'group' as const },
  { id: 'e3', name: 'Lira\tTimes', type: 'organization' as const }
].map((entity) => ({ named: true, aliases: [], descriptions: [], place: null, ...entity }))

function readable(text: string): AnnotationDocument {
  const article = readArticle(text, 'plain')
  return {
    id: 'article.txt',
    name: 'article.txt',
    text,
    markup: article.markup,
    format: 'plain',
    head: articleHead(article),
    paragraphs: article.paragraphs.map(({ start, end, role }) => ({ start, end, role })),
    leftOut: leftOut(article),
    sentences: article.sentences.map(({ start, end }) => ({ start, end })),
    tokens: article.tokens.map(({ start, end }) => ({ start, end })),
    entities: arbitraryEntities,
    annotations: [],
    rejected: [],
    decisions: []
  }
}

function annotations(document: AnnotationDocument, options: ArbitraryOptions): fc.Arbitrary<readonly Annotation[]> {
  const some = spans(document, options)
  if (!some) return annotation.memo(fc.constant([])).map((memo) => numbered([memo]))
  const one = some.map(([first]) => [first!])
  const pieces = options.pieces === false ? one : some
  return fc
    .tuple(
      fc.array(annotation.mention(one), { maxLength: 4 }),
      fc.array(annotation.quote(pieces), { maxLength: 3 }),
      fc.array(annotation.code(pieces), { maxLength: 3 }),
      fc.array(annotation.memo(fc.oneof(pieces, fc.constant([]))), { maxLength: 2 })
    )
    .map((lists) => numbered(lists.flat()))
}

type Places = fc.Arbitrary<readonly Span[]>

/** One to three pieces in order that do not touch; undefined where the text is too short. */
function spans({ text, tokens }: AnnotationDocument, options: ArbitraryOptions): Places | undefined {
  if (options.tokens) {
    if (tokens.length === 0) return undefined
    return cuts(tokens.length).map((pairs) =>
      pairs.map(([first, end]) => ({ start: tokens[first]!.start, end: tokens[end - 1]!.end }))
    )
  }
  const edges = [...text].reduce((all, character) => [...all, all.at(-1)! + character.length], [0])
  if (edges.length < 2) return undefined
  return cuts(edges.length - 1).map((pairs) =>
    pairs.map(([start, end]) => ({ start: edges[start]!, end: edges[end]! }))
  )
}

/** Pairs of numbers from 0 to `length`, ascending, apart from each other. */
function cuts(length: number): fc.Arbitrary<readonly (readonly [number, number])[]> {
  const several = fc
    .uniqueArray(fc.nat({ max: length }), { minLength: 2, maxLength: 6 })
    .map((numbers) => numbers.sort((a, b) => a - b))
    .map((numbers) => numbers.slice(0, numbers.length - (numbers.length % 2)))
    .map((numbers) => numbers.flatMap((number, index) => (index % 2 ? [[numbers[index - 1]!, number] as const] : [])))
  const short = fc
    .tuple(fc.nat({ max: length - 1 }), fc.integer({ min: 1, max: 4 }))
    .map(([start, size]) => [[start, Math.min(length, start + size)] as const])
  return length < 2 ? short : fc.oneof(short, several)
}

const decided: fc.Arbitrary<Omit<AnnotationFacts, 'id' | 'spans'>> = fc.oneof(
  fc.constant({ status: 'suggested' as const, creator: null, created: null, modified: null }),
  fc.record({
    status: fc.constantFrom('accepted' as const, 'changed' as const, 'added' as const),
    creator: fc.constantFrom('Ana', 'J\u00F6rg "J" <x>'),
    created: fc.constant('2026-11-20T10:00:00.000Z'),
    modified: fc.constant(null)
  })
)

const reasons = { rule: fc.constant('names'), confidence: fc.double({ min: 0, max: 1, noNaN: true }) }
const entity = fc.constantFrom(...arbitraryEntities.map(({ id }) => id))

const annotation = {
  mention: (places: Places): fc.Arbitrary<Annotation> =>
    fc
      .tuple(decided, places, entity, fc.record({ acting: fc.boolean(), ...reasons }))
      .map(([facts, spans, entity, rest]): Annotation => ({
        layer: 'mention',
        id: '',
        ...facts,
        spans,
        type: arbitraryEntities.find(({ id }) => id === entity)!.type,
        form: 'name',
        entity,
        description: null,
        ...rest
      })),
  quote: (places: Places): fc.Arbitrary<Annotation> =>
    fc
      .tuple(
        decided,
        places,
        fc.record({
          kind: fc.constantFrom('direct' as const, 'indirect' as const),
          act: fc.constant('speech' as const),
          cue: fc.option(places),
          source: fc.option(places),
          speaker: fc.option(entity),
          repeat: fc.option(fc.integer({ min: 1, max: 9 })),
          ...reasons
        })
      )
      .map(([facts, spans, rest]): Annotation => ({
        layer: 'quote',
        id: '',
        ...facts,
        spans,
        speakerRule: null,
        ...rest
      })),
  code: (places: Places): fc.Arbitrary<Annotation> =>
    fc
      .tuple(decided, places, fc.constantFrom(...testCodes.map(({ id }) => id)), fc.option(words))
      .map(([facts, spans, code, memo]): Annotation => ({ layer: 'code', id: '', ...facts, spans, code, memo })),
  memo: (places: Places): fc.Arbitrary<Annotation> =>
    fc
      .tuple(decided, places, words)
      .map(([facts, spans, text]): Annotation => ({ layer: 'memo', id: '', ...facts, spans, text }))
}

/** With ids, each layer in order of the text. */
function numbered(all: readonly Annotation[]): readonly Annotation[] {
  const layers = ['mention', 'quote', 'code', 'memo'] as const
  const start = ({ spans }: Annotation) => spans[0]?.start ?? -1
  return layers.flatMap((layer) =>
    all
      .filter((annotation) => annotation.layer === layer)
      .sort((a, b) => start(a) - start(b))
      .map((annotation, index) => ({ ...annotation, id: `${letters[layer]}${index + 1}` }))
  )
}

const letters = { mention: 'm', quote: 'q', code: 'c', memo: 'n' } as const
