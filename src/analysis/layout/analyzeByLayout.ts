import type { Article, Span } from '../../article'
import type { Steps } from '../../util/steps'
import type { Analysis, Entity, GivenQuote, Mention, Quote } from '../analysis'
import { linksOf } from '../links'
import { findByLayout, nameKey, type LaidOutQuote } from './findByLayout'

/**
 * All that can be said of an article in a language that the rules and models do not know: quotes that its layout shows, and who says
 * them where a name stands beside them. No other name is looked for. `given` quotes replace those; their sources are the speakers.
 */
export function* analyzeByLayout(article: Article, given?: readonly GivenQuote[]): Steps<Analysis> {
  const found = given ? given.map(givenQuote) : (yield* findByLayout(article)).map(laidOutQuote)
  yield
  const sources = new Map<string, Span[]>()
  for (const { source } of found) {
    const span = source && hull(source)
    if (!span) continue
    const key = nameKey(article.text, span)
    sources.set(key, [...(sources.get(key) ?? []), span])
  }
  const ids = new Map([...sources.keys()].map((key, index) => [key, `e${index + 1}`]))
  const mentions = [...sources]
    .flatMap(([key, spans]) => distinct(spans).map((span): Mention => ({ ...span, ...aName, entity: ids.get(key)! })))
    .sort((a, b) => a.start - b.start)
  const mentionsOf = new Map<string, number[]>()
  mentions.forEach(({ entity }, index) => mentionsOf.set(entity, [...(mentionsOf.get(entity) ?? []), index]))
  const entities = [...sources].map(([key, spans]): Entity => {
    const id = ids.get(key)!
    const { start, end } = spans[0]!
    return {
      id,
      name: article.text.slice(start, end).replace(/\s+/g, ' '),
      type: 'person',
      named: true,
      aliases: [],
      descriptions: [],
      mentions: mentionsOf.get(id) ?? [],
      places: []
    }
  })
  const quotes = found.map((quote): Quote => {
    const span = quote.source && hull(quote.source)
    const speaker = span ? ids.get(nameKey(article.text, span))! : null
    return { ...quote, speaker, speakerRule: speaker && 'layout' }
  })
  return { mentions, entities, quotes, links: linksOf(quotes) }
}

type UnlinkedQuote = Omit<Quote, 'speaker' | 'speakerRule'>

const aName = {
  type: 'person',
  acting: false,
  description: null,
  rule: 'layout',
  confidence: 0.6,
  form: 'name'
} as const

/** How sure each layout is. */
const confidences = {
  'layout-label': 0.9,
  'layout-signature': 0.8,
  'layout-speech': 0.7,
  'layout-dash': 0.6,
  'layout-marks': 0.6
} as const

function laidOutQuote({ content, source, rule, kind }: LaidOutQuote): UnlinkedQuote {
  return { content, cue: null, source: source && [source], kind, act: 'speech', rule, confidence: confidences[rule] }
}

function givenQuote(quote: GivenQuote): UnlinkedQuote {
  return { ...quote, act: quote.act ?? 'speech', rule: 'given', confidence: 1 }
}

function hull(spans: readonly Span[]): Span | null {
  const first = spans[0]
  const last = spans.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}

function distinct(spans: readonly Span[]): readonly Span[] {
  return [...new Map(spans.map((span) => [span.start, span])).values()]
}
