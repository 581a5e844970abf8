import type { Analysis, AnalyzedArticle, Entity, Mention, Quote } from '../../../src/analysis'
import { anArticle, type Article, type Span } from '../../../src/article'

/** An article whose title, speaker and quote are the given texts, wherever those come from. */
export function exampleArticle({
  name = 'article.txt',
  speaker = 'Ada Brandt',
  quote = '\u201cThe bridge will hold\u201d',
  title = 'Bridge opens'
} = {}): AnalyzedArticle {
  const text = `${title}\n${quote}, ${speaker} said in Riga.`
  const span = (surface: string, from = 0): Span => ({
    start: text.indexOf(surface, from),
    end: text.indexOf(surface, from) + surface.length
  })
  const quoteSpan = span(quote, title.length + 1)
  const nameSpan = span(speaker, quoteSpan.end + 2)
  const titleSpan = { start: 0, end: title.length }
  const article: Article = {
    format: 'plain',
    language: 'en',
    verdict: anArticle,
    text,
    title: titleSpan,
    markup: [],
    byline: null,
    dateline: null,
    agency: null,
    date: null,
    paragraphs: [{ ...titleSpan, role: 'title', firstSentence: 0, endSentence: 0 }],
    sentences: [],
    tokens: []
  }
  const evidence = { rule: 'example', confidence: 1 }
  const mentions: Mention[] = [
    { ...nameSpan, ...evidence, type: 'person', acting: false, description: null, form: 'name', entity: 'e1' },
    {
      ...span('Riga', nameSpan.end),
      ...evidence,
      type: 'place',
      acting: false,
      description: null,
      form: 'name',
      entity: 'e2'
    }
  ]
  const riga = {
    name: 'Riga',
    kind: 'capital',
    country: 'LV',
    countryName: 'Latvia',
    latitude: 56.9,
    longitude: -24.1,
    population: 605802
  } as const
  const entities: Entity[] = [
    {
      id: 'e1',
      name: speaker,
      type: 'person',
      named: true,
      aliases: ['Brandt'],
      descriptions: ['the engineer', speaker],
      mentions: [0],
      places: []
    },
    { id: 'e2', name: 'Riga', type: 'place', named: true, aliases: [], descriptions: [], mentions: [1], places: [riga] }
  ]
  const quotes: Quote[] = [
    {
      ...evidence,
      content: [quoteSpan],
      cue: [span('said', nameSpan.end)],
      source: [nameSpan],
      kind: 'direct',
      act: 'speech',
      speaker: 'e1',
      speakerRule: 'name'
    }
  ]
  const analysis: Analysis = { mentions, entities, quotes, links: [{ speaker: 'e1', quotes: [0] }] }
  return { id: name, name, text, markup: [], article, analysis }
}

export const emptyArticle: AnalyzedArticle = {
  id: 'empty.txt',
  name: 'empty.txt',
  text: '',
  markup: [],
  article: {
    format: 'plain',
    language: 'en',
    verdict: anArticle,
    text: '',
    title: null,
    markup: [],
    byline: null,
    dateline: null,
    agency: null,
    date: null,
    paragraphs: [],
    sentences: [],
    tokens: []
  },
  analysis: { mentions: [], entities: [], quotes: [], links: [] }
}
