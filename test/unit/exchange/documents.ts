import { leftOut, readArticle } from '../../../src/article'
import { canonicalText } from '../../../src/exchange/canonicalText'
import type {
  Annotation,
  AnnotationDocument,
  AnnotationFacts,
  CodingAnnotation,
  DocumentEntity,
  MemoAnnotation,
  MentionAnnotation,
  QuoteAnnotation
} from '../../../src/exchange/document'
import { articleHead } from '../../../src/article'
import { spanOf } from './words'

type Words = string | readonly string[]

/** Annotations by the words that they are on. */
export interface Sayings {
  readonly text: string
  readonly name?: string
  readonly entities?: readonly (Partial<DocumentEntity> & Pick<DocumentEntity, 'id' | 'name'>)[]
  readonly mentions?: readonly (Partial<MentionAnnotation> & { readonly words: string; readonly nth?: number })[]
  readonly quotes?: readonly (Partial<Omit<QuoteAnnotation, 'cue' | 'source'>> & {
    readonly words: Words
    readonly cue?: Words
    readonly source?: Words
  })[]
  readonly codings?: readonly (Partial<CodingAnnotation> & { readonly words: Words; readonly code: string })[]
  readonly memos?: readonly (Partial<MemoAnnotation> & { readonly words: Words; readonly text: string })[]
}

/** A document of a text that is read as an article, with annotations that are given by their words. Line ends are made canonical. */
export function documentOf(sayings: Sayings): AnnotationDocument {
  const { name = 'article.txt' } = sayings
  const text = canonicalText({ text: sayings.text.replace(/^\uFEFF/, ''), markup: [] }).text
  const article = readArticle(text, 'plain')
  const places = (words: Words) =>
    (typeof words === 'string' ? [words] : words).filter((each) => each !== '').map((each) => spanOf(text, each))
  const facts = (id: string): AnnotationFacts => ({
    id,
    spans: [],
    status: 'suggested',
    creator: null,
    created: null,
    modified: null
  })
  const annotations: Annotation[] = [
    ...(sayings.mentions ?? []).map(({ words, nth, ...given }, index): MentionAnnotation => ({
      layer: 'mention',
      ...facts(`m${index + 1}`),
      spans: [spanOf(text, words, nth)],
      type: 'person',
      form: 'name',
      acting: false,
      entity: 'e1',
      description: null,
      rule: 'names',
      confidence: 0.9,
      ...given
    })),
    ...(sayings.quotes ?? []).map(({ words, cue, source, ...given }, index): QuoteAnnotation => ({
      layer: 'quote',
      ...facts(`q${index + 1}`),
      spans: places(words),
      kind: 'direct',
      act: 'speech',
      cue: cue === undefined ? null : places(cue),
      source: source === undefined ? null : places(source),
      speaker: null,
      speakerRule: null,
      repeat: null,
      rule: 'quotes',
      confidence: 0.8123456789012345,
      ...given
    })),
    ...(sayings.codings ?? []).map(({ words, ...given }, index): CodingAnnotation => ({
      layer: 'code',
      ...decided(facts(`c${index + 1}`)),
      spans: places(words),
      memo: null,
      ...given
    })),
    ...(sayings.memos ?? []).map(({ words, ...given }, index): MemoAnnotation => ({
      layer: 'memo',
      ...decided(facts(`n${index + 1}`)),
      spans: places(words),
      ...given
    }))
  ]
  return {
    id: name,
    name,
    text,
    markup: article.markup,
    format: 'plain',
    head: articleHead(article),
    paragraphs: article.paragraphs.map(({ start, end, role }) => ({ start, end, role })),
    leftOut: leftOut(article),
    sentences: article.sentences.map(({ start, end }) => ({ start, end })),
    tokens: article.tokens.map(({ start, end }) => ({ start, end })),
    entities: (sayings.entities ?? []).map((entity) => ({
      type: 'person',
      named: true,
      aliases: [],
      descriptions: [],
      place: null,
      ...entity
    })),
    annotations,
    rejected: [],
    decisions: []
  }
}

function decided(facts: AnnotationFacts): AnnotationFacts {
  return { ...facts, status: 'added', creator: 'Ana', created: '2026-11-20T10:00:00.000Z' }
}

/** An article as they mostly are: two people, a direct quote, an indirect one in two pieces, a code, a memo. */
export function plainDocument(): AnnotationDocument {
  return documentOf({
    name: 'dam.txt',
    text: 'Dam plan divides valley\n\nLIRA, March 3, 2026 (Aven) - "The dam will drown us," said Mara Lind, a farmer. Prime Minister Oren Vail said on Monday the plan, which took years, was sound.\n\n"We will build it," he said. Lind wept.\n',
    entities: [
      { id: 'mara', name: 'Mara Lind', descriptions: ['a farmer'] },
      { id: 'oren', name: 'Oren Vail', identity: 'https://www.wikidata.org/entity/Q42' },
      { id: 'lira', name: 'Lira', type: 'place' }
    ],
    mentions: [
      { words: 'LIRA', entity: 'lira', type: 'place' },
      { words: 'Mara Lind', entity: 'mara' },
      { words: 'Oren Vail', entity: 'oren', status: 'accepted', creator: 'Ana', created: '2026-11-20T10:00:00.000Z' },
      { words: 'he', nth: 5, entity: 'oren', form: 'pronoun' },
      { words: 'Lind', nth: 2, entity: 'mara' }
    ],
    quotes: [
      { words: '"The dam will drown us,"', cue: 'said', source: 'Mara Lind, a farmer', speaker: 'mara' },
      {
        words: ['the plan,', 'was sound'],
        cue: 'said on Monday',
        source: 'Prime Minister Oren Vail',
        kind: 'indirect',
        speaker: 'oren'
      },
      {
        words: '"We will build it,"',
        speaker: 'oren',
        status: 'changed',
        creator: 'Ben',
        created: '2026-11-21T10:00:00.000Z'
      }
    ],
    codings: [{ words: 'drown us', code: 'urn:code:fear', memo: 'strong word' }],
    memos: [
      { words: 'wept', text: 'Is this a quote?\nNo.' },
      { words: [], text: 'About the whole article' }
    ]
  })
}

/** What breaks exports: characters of every kind before, in and behind spans, overlaps, pieces, hostile words. */
export function tortureDocuments(): readonly AnnotationDocument[] {
  const family = '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}'
  return [
    documentOf({
      name: 'torture/emoji \u{1F600}.txt',
      text: `\uFEFF\u{1F600} ${family} Cafe\u0301 owner Jose\u0301 Nun\u0303ez said:\r\n"It\u2019s \u{1F600} fine,\r\nreally"\rand left.\n\nTab\there, no\u00A0break, line\u2028separator, \u05D3\u05D5\u05D3 \u05DB\u05D4\u05DF spoke.\n`,
      entities: [
        { id: 'e1', name: 'Jose\u0301 Nun\u0303ez' },
        { id: 'e2', name: '\u05D3\u05D5\u05D3 \u05DB\u05D4\u05DF' }
      ],
      mentions: [
        { words: 'Jose\u0301 Nun\u0303ez', entity: 'e1' },
        { words: '\u05D3\u05D5\u05D3 \u05DB\u05D4\u05DF', entity: 'e2' }
      ],
      quotes: [
        {
          words: '"It\u2019s \u{1F600} fine,\nreally"',
          cue: 'said',
          source: 'Jose\u0301 Nun\u0303ez',
          speaker: 'e1'
        }
      ],
      codings: [
        { words: `\u{1F600} ${family}`, code: 'urn:code:emoji' },
        { words: 'Tab\there', code: 'urn:code:fear' },
        { words: 'no\u00A0break', code: 'urn:code:fear' },
        { words: 'line\u2028separator', code: 'urn:code:emoji' }
      ]
    }),
    documentOf({
      name: '=cmd|"x".txt',
      text: '=cmd|\' /C calc\'!A0 said "a ""b"" c]]> </script><b>&amp;" to @SUM(1+1), +1, -2 and \\x; {y} [z] | _ * # %.\n',
      entities: [{ id: 'e1', name: "=cmd|' /C calc'!A0" }],
      mentions: [{ words: "=cmd|' /C calc'!A0", entity: 'e1' }],
      quotes: [
        {
          words: '"a ""b"" c]]> </script><b>&amp;"',
          cue: 'said',
          source: "=cmd|' /C calc'!A0",
          speaker: 'e1'
        }
      ],
      codings: [
        { words: '@SUM(1+1)', code: 'urn:code:hostile', memo: '=1+1\t"x"\n</script>]]>' },
        { words: '\\x; {y} [z] | _ * # %', code: 'urn:code:hostile' }
      ]
    }),
    documentOf({
      name: 'overlaps.txt',
      text: 'Anna Berg of the Lira Times said the mayor, who had called the plan "a dream", would go on.\n',
      entities: [
        { id: 'e1', name: 'Anna Berg' },
        { id: 'e2', name: 'the mayor', named: false },
        { id: 'e3', name: 'Lira Times', type: 'organization' },
        { id: 'e4', name: 'Lira', type: 'place' }
      ],
      mentions: [
        { words: 'Anna Berg', entity: 'e1' },
        { words: 'Lira Times', entity: 'e3', type: 'organization' },
        { words: 'the mayor', entity: 'e2', form: 'nominal' }
      ],
      quotes: [
        {
          words: ['the mayor,', ', would go on'],
          cue: 'said',
          source: 'Anna Berg of the Lira Times',
          speaker: 'e1',
          kind: 'indirect'
        },
        { words: '"a dream"', cue: 'called', source: 'the mayor', speaker: 'e2' }
      ],
      codings: [
        { words: 'the plan "a dr', code: 'urn:code:fear' },
        { words: 'an "a dream", would', code: 'urn:code:fear' },
        { words: ['Anna', 'dream'], code: 'urn:code:emoji' }
      ]
    }),
    documentOf({ name: 'empty.txt', text: '' }),
    documentOf({ name: 'nothing found.txt', text: 'Rain fell.\n\nIt went on.\n' })
  ]
}
