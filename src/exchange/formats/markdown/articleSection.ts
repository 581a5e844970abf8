import type { ListItem, RootContent } from 'mdast'
import type { AnnotationDocument, DocumentEntity, MentionAnnotation, QuoteAnnotation } from '../../document'
import { isCounted, quoteTally } from '../../counts'
import { choice } from '../../report/choice'
import type { CodeLine } from '../../report/codeLines'
import { decisionWords, kindName, typeName } from '../../report/wording'
import { wordsOf } from '../../report/words'
import type { Wording } from '../../wording'
import { emphasis, heading, item, list, paragraph, section, strong, table, text } from './nodes'

/** An article: what it says about itself, its actors and places, its quotes in their order, what people added. */
export function articleSection(
  document: AnnotationDocument,
  number: number,
  codes: ReadonlyMap<string, CodeLine>,
  wording: Wording
): readonly RootContent[] {
  const { translate } = wording
  const mentions = mentionsByEntity(document)
  const mentioned = document.entities.filter(({ id }) => mentions.has(id))
  const isActor = ({ id, type }: DocumentEntity) => type !== 'place' || mentions.get(id)!.some(({ acting }) => acting)
  return [
    heading(3, `${number}. ${document.head.headline ?? document.name}`),
    ...aboutList(document, wording),
    ...section(4, translate('Actors'), actorTable(document, mentioned.filter(isActor), mentions, wording)),
    ...section(
      4,
      translate('Places'),
      placeTable(
        mentioned.filter(({ type }) => type === 'place'),
        mentions,
        wording
      )
    ),
    ...section(4, translate('Quotes'), quoteList(document, wording)),
    ...section(4, translate('Codings'), codingList(document, codes, wording)),
    ...section(4, translate('Memos'), memoList(document, wording)),
    ...(document.paragraphs.length === 0 ? [paragraph(text(translate('This article has no text.')))] : [])
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

function aboutList({ name, head }: AnnotationDocument, { translate }: Wording): readonly RootContent[] {
  const facts: readonly (readonly [string, string | null])[] = [
    [translate('File'), name],
    [translate('Byline'), head.authors.length > 0 ? head.authors.join(', ') : null],
    [translate('Dateline'), head.places.length > 0 ? head.places.join(', ') : null],
    [translate('Date'), head.isoDate ?? head.date],
    [translate('Agency'), head.agency],
    [translate('Words'), String(head.words)]
  ]
  return list(facts.flatMap(([label, value]) => (value === null ? [] : [item(strong(label), text(`: ${value}`))])))
}

function actorTable(
  { annotations }: AnnotationDocument,
  actors: readonly DocumentEntity[],
  mentions: Mentions,
  wording: Wording
): readonly RootContent[] {
  const { translate } = wording
  const quotes = annotations.filter((annotation) => annotation.layer === 'quote')
  const countOf = (id: string) => {
    const tally = quoteTally()
    for (const quote of quotes) if (quote.speaker === id && isCounted(quote, choice)) tally.add(quote)
    return tally.count()
  }
  const rows = actors.map(({ id, name, type, aliases, descriptions }) => [
    name,
    typeName(type, wording),
    aliases.join(', '),
    descriptions.join(', '),
    String(mentions.get(id)!.length),
    String(countOf(id))
  ])
  return withDecided(
    [
      translate('Name'),
      translate('Type'),
      translate('Other names'),
      translate('Described as'),
      translate('Mentions'),
      translate('Quotes')
    ],
    rows,
    actors,
    mentions,
    wording
  )
}

function placeTable(places: readonly DocumentEntity[], mentions: Mentions, wording: Wording): readonly RootContent[] {
  const { translate } = wording
  const rows = places.map(({ id, name, place }) => {
    const own = mentions.get(id)!
    return [name, place?.countryName ?? '', String(own.length), String(own.filter(({ acting }) => acting).length)]
  })
  return withDecided(
    [translate('Name'), translate('Country'), translate('Mentions'), translate('Of them acting')],
    rows,
    places,
    mentions,
    wording
  )
}

/** With a column for who decided, where somebody did. */
function withDecided(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  entities: readonly DocumentEntity[],
  mentions: Mentions,
  { translate }: Wording
): readonly RootContent[] {
  const deciders = entities.map(({ id }) =>
    [...new Set(mentions.get(id)!.flatMap(({ creator }) => creator ?? []))].join(', ')
  )
  return deciders.every((names) => names === '')
    ? table(header, rows)
    : table(
        [...header, translate('Decided by')],
        rows.map((row, index) => [...row, deciders[index]!])
      )
}

/** In order of the text, so that the number of a quote is the one that other sections cite. */
function quoteList(document: AnnotationDocument, wording: Wording): readonly RootContent[] {
  const names = new Map(document.entities.map(({ id, name }) => [id, name]))
  const quotes = document.annotations.filter((annotation) => annotation.layer === 'quote')
  return list(
    quotes.map((quote) => quoteItem(document, quote, names, wording)),
    true
  )
}

function quoteItem(
  document: AnnotationDocument,
  quote: QuoteAnnotation,
  names: ReadonlyMap<string, string>,
  wording: Wording
): ListItem {
  const { translate } = wording
  const { speaker, kind, act, source, cue, rule } = quote
  const facts = [
    kindName(kind, wording),
    act === 'speech' ? translate('speech') : translate('attitude'),
    ...(source ? [translate('source: {0}', wordsOf(document, source))] : []),
    ...(cue ? [translate('cue: {0}', wordsOf(document, cue))] : []),
    decisionWords(quote, wording) ?? translate('rule: {0}', rule)
  ]
  const name = speaker === null ? translate('Source not found') : (names.get(speaker) ?? speaker)
  return item(strong(name), text(`: ${wordsOf(document, quote.spans)} `), emphasis(`(${facts.join('; ')})`))
}

function codingList(
  document: AnnotationDocument,
  codes: ReadonlyMap<string, CodeLine>,
  wording: Wording
): readonly RootContent[] {
  const { translate } = wording
  return list(
    document.annotations.flatMap((annotation) => {
      if (annotation.layer !== 'code') return []
      const path = codes.get(annotation.code)?.path ?? [annotation.code]
      const memo = annotation.memo === null ? '' : `${translate('Memo: {0}', annotation.memo.trim())} `
      return [
        item(
          strong(path.join(' \u203A ')),
          text(`: \u201C${wordsOf(document, annotation.spans)}\u201D ${memo}`),
          emphasis(`(${decisionWords(annotation, wording) ?? translate('suggested')})`)
        )
      ]
    })
  )
}

function memoList(document: AnnotationDocument, wording: Wording): readonly RootContent[] {
  const { translate } = wording
  return list(
    document.annotations.flatMap((annotation) => {
      if (annotation.layer !== 'memo') return []
      const about =
        annotation.spans.length === 0 ? translate('The article') : `\u201C${wordsOf(document, annotation.spans)}\u201D`
      return [
        item(
          strong(about),
          text(`: ${annotation.text.trim()} `),
          emphasis(`(${decisionWords(annotation, wording) ?? translate('suggested')})`)
        )
      ]
    })
  )
}
