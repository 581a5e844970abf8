import type { ListItem, RootContent } from 'mdast'
import type { AnnotationDocument, DocumentEntity, MentionAnnotation, QuoteAnnotation } from '../../document'
import { isCounted, quoteTally } from '../../counts'
import { choice } from '../../report/choice'
import type { CodeLine } from '../../report/codeLines'
import { decisionWords, typeNames } from '../../report/wording'
import { wordsOf } from '../../report/words'
import { emphasis, heading, item, list, paragraph, section, strong, table, text } from './nodes'

/** An article: what it says about itself, its actors and places, its quotes in their order, what people added. */
export function articleSection(
  document: AnnotationDocument,
  number: number,
  codes: ReadonlyMap<string, CodeLine>
): readonly RootContent[] {
  const mentions = mentionsByEntity(document)
  const mentioned = document.entities.filter(({ id }) => mentions.has(id))
  const isActor = ({ id, type }: DocumentEntity) => type !== 'place' || mentions.get(id)!.some(({ acting }) => acting)
  return [
    heading(3, `${number}. ${document.head.headline ?? document.name}`),
    ...aboutList(document),
    ...section(4, 'Actors', actorTable(document, mentioned.filter(isActor), mentions)),
    ...section(
      4,
      'Places',
      placeTable(
        mentioned.filter(({ type }) => type === 'place'),
        mentions
      )
    ),
    ...section(4, 'Quotes', quoteList(document)),
    ...section(4, 'Codings', codingList(document, codes)),
    ...section(4, 'Memos', memoList(document)),
    ...(document.paragraphs.length === 0 ? [paragraph(text('This article has no text.'))] : [])
  ]
}

type Mentions = ReadonlyMap<string, readonly MentionAnnotation[]>

function mentionsByEntity({ annotations }: AnnotationDocument): Mentions {
  const found = new Map<string, MentionAnnotation[]>()
  for (const annotation of annotations) {
    if (annotation.layer !== 'mention') continue
    const own = found.get(annotation.entity)
    if (own) own.push(annotation)
    else found.set(annotation.entity, [annotation])
  }
  return found
}

function aboutList({ name, head }: AnnotationDocument): readonly RootContent[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['File', name],
    ['Byline', head.authors.length > 0 ? head.authors.join(', ') : null],
    ['Dateline', head.places.length > 0 ? head.places.join(', ') : null],
    ['Date', head.isoDate ?? head.date],
    ['Agency', head.agency],
    ['Words', String(head.words)]
  ]
  return list(facts.flatMap(([label, value]) => (value === null ? [] : [item(strong(label), text(`: ${value}`))])))
}

function actorTable(
  { annotations }: AnnotationDocument,
  actors: readonly DocumentEntity[],
  mentions: Mentions
): readonly RootContent[] {
  const quotes = annotations.filter((annotation) => annotation.layer === 'quote')
  const countOf = (id: string) => {
    const tally = quoteTally()
    for (const quote of quotes) if (quote.speaker === id && isCounted(quote, choice)) tally.add(quote)
    return tally.count()
  }
  const rows = actors.map(({ id, name, type, aliases, descriptions }) => [
    name,
    typeNames[type].one.toLowerCase(),
    aliases.join(', '),
    descriptions.join(', '),
    String(mentions.get(id)!.length),
    String(countOf(id))
  ])
  return withDecided(['Name', 'Type', 'Other names', 'Described as', 'Mentions', 'Quotes'], rows, actors, mentions)
}

function placeTable(places: readonly DocumentEntity[], mentions: Mentions): readonly RootContent[] {
  const rows = places.map(({ id, name, place }) => {
    const own = mentions.get(id)!
    return [name, place?.countryName ?? '', String(own.length), String(own.filter(({ acting }) => acting).length)]
  })
  return withDecided(['Name', 'Country', 'Mentions', 'Of them acting'], rows, places, mentions)
}

/** With a column for who decided, where somebody did. */
function withDecided(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  entities: readonly DocumentEntity[],
  mentions: Mentions
): readonly RootContent[] {
  const deciders = entities.map(({ id }) =>
    [...new Set(mentions.get(id)!.flatMap(({ creator }) => creator ?? []))].join(', ')
  )
  return deciders.every((names) => names === '')
    ? table(header, rows)
    : table(
        [...header, 'Decided by'],
        rows.map((row, index) => [...row, deciders[index]!])
      )
}

/** In order of the text, so that the number of a quote is the one that other sections cite. */
function quoteList(document: AnnotationDocument): readonly RootContent[] {
  const names = new Map(document.entities.map(({ id, name }) => [id, name]))
  const quotes = document.annotations.filter((annotation) => annotation.layer === 'quote')
  return list(
    quotes.map((quote) => quoteItem(document, quote, names)),
    true
  )
}

function quoteItem(document: AnnotationDocument, quote: QuoteAnnotation, names: ReadonlyMap<string, string>): ListItem {
  const { speaker, kind, act, source, cue, rule } = quote
  const facts = [
    kind,
    act,
    ...(source ? [`source: ${wordsOf(document, source)}`] : []),
    ...(cue ? [`cue: ${wordsOf(document, cue)}`] : []),
    decisionWords(quote) ?? `rule: ${rule}`
  ]
  const name = speaker === null ? 'Source not found' : (names.get(speaker) ?? speaker)
  return item(strong(name), text(`: ${wordsOf(document, quote.spans)} `), emphasis(`(${facts.join('; ')})`))
}

function codingList(document: AnnotationDocument, codes: ReadonlyMap<string, CodeLine>): readonly RootContent[] {
  return list(
    document.annotations.flatMap((annotation) => {
      if (annotation.layer !== 'code') return []
      const path = codes.get(annotation.code)?.path ?? [annotation.code]
      const memo = annotation.memo === null ? '' : `Memo: ${annotation.memo.trim()} `
      return [
        item(
          strong(path.join(' \u203A ')),
          text(`: \u201C${wordsOf(document, annotation.spans)}\u201D ${memo}`),
          emphasis(`(${decisionWords(annotation) ?? annotation.status})`)
        )
      ]
    })
  )
}

function memoList(document: AnnotationDocument): readonly RootContent[] {
  return list(
    document.annotations.flatMap((annotation) => {
      if (annotation.layer !== 'memo') return []
      const about = annotation.spans.length === 0 ? 'The article' : `\u201C${wordsOf(document, annotation.spans)}\u201D`
      return [
        item(
          strong(about),
          text(`: ${annotation.text.trim()} `),
          emphasis(`(${decisionWords(annotation) ?? annotation.status})`)
        )
      ]
    })
  )
}
