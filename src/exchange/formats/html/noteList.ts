import { shownText } from '../../../article'
import { onOneLine, trimCut } from '../../../util/oneLine'
import type { AnnotationDocument, CodingAnnotation, MemoAnnotation, QuoteAnnotation } from '../../document'
import { decisionWords, kindName } from '../../report/wording'
import { wordsOf } from '../../report/words'
import type { Wording } from '../../wording'
import { markup, joined, type Html } from './markup'
import { anchors, type ArticlesPage, type Page } from './page'

/** A note in the margin, and the mark in the text that belongs to it. */
export interface Note {
  /** Where in the text its annotation begins. */
  readonly start: number
  readonly mark: Html
  readonly note: Html
}

export interface Notes {
  /** In order of the text. */
  readonly inText: readonly Note[]
  /** Of memos about the whole article. */
  readonly ofArticle: readonly Html[]
}

/** The margin notes of an article: one for each quote, coding and memo. `article` is its number. */
export function notesOf(page: ArticlesPage, document: AnnotationDocument, article: number): Notes {
  const numbers = { quote: 0, code: 0, memo: 0 }
  const inText: Note[] = []
  const ofArticle: Html[] = []
  for (const annotation of document.annotations) {
    if (annotation.layer === 'mention') continue
    const number = ++numbers[annotation.layer]
    const start = annotation.spans[0]?.start
    if (annotation.layer === 'memo' && start === undefined) ofArticle.push(memoNote(page, document, annotation))
    else inText.push({ start: start ?? 0, ...noteOf(page, document, annotation, { article, number }) })
  }
  return { inText: inText.sort((a, b) => a.start - b.start), ofArticle }
}

interface Numbers {
  readonly article: number
  readonly number: number
}

function noteOf(
  page: ArticlesPage,
  document: AnnotationDocument,
  annotation: QuoteAnnotation | CodingAnnotation | MemoAnnotation,
  { article, number }: Numbers
): Pick<Note, 'mark' | 'note'> {
  switch (annotation.layer) {
    case 'quote': {
      const place = { article, quote: number }
      return {
        mark: markup`<a class="mark" id="${anchors.quote(place)}" href="#${anchors.quoteNote(place)}" data-number="${number}" aria-label="${page.wording.translate('Quote {0}', number)}"></a>`,
        note: quoteNote(page, document, annotation, place)
      }
    }
    case 'code':
      return {
        mark: markup`<span id="${anchors.coding(article, number)}"></span>`,
        note: codingNote(page, document, annotation, anchors.coding(article, number))
      }
    case 'memo':
      return {
        mark: markup`<span id="${anchors.memo(article, number)}"></span>`,
        note: memoNote(page, document, annotation, anchors.memo(article, number))
      }
  }
}

function quoteNote(
  { sources, repeats, wording }: ArticlesPage,
  document: AnnotationDocument,
  quote: QuoteAnnotation,
  place: { readonly article: number; readonly quote: number }
): Html {
  const { translate } = wording
  const source = quote.speaker === null ? undefined : sources.get(quote.speaker)
  const words = quote.source && wordsOf(document, quote.source)
  const who = source
    ? markup`<a class="who" href="#${anchors.source(source.number)}"><bdi>${source.name}</bdi></a>`
    : markup`<a class="who unknown" href="#${anchors.unattributed}"><bdi>${words ?? translate('source unknown')}</bdi></a>`
  const times = quote.repeat === null ? undefined : repeats.get(quote.repeat)
  const facts = [
    markup`${kindName(quote.kind, wording)}`,
    ...(quote.act === 'attitude' ? [markup`${translate('attitude')}`] : []),
    ...(quote.cue ? [markup`<i>${wordsOf(document, quote.cue)}</i>`] : []),
    ...(quote.repeat !== null && times !== undefined
      ? [markup`<a href="#${anchors.repeat(quote.repeat)}">${translate('{0} times', times)}</a>`]
      : []),
    ...decided(quote, wording)
  ]
  return markup`<li id="${anchors.quoteNote(place)}"><a class="number" href="#${anchors.quote(place)}" aria-label="${translate('Quote {0} in the text', place.quote)}">${place.quote}</a> ${who} <span class="facts">${joined(facts, ' \u00B7 ')}</span></li>`
}

function codingNote(
  { codes, wording }: Page,
  document: AnnotationDocument,
  coding: CodingAnnotation,
  anchor: string
): Html {
  const code = codes.get(coding.code)
  const path = code?.path ?? [coding.code]
  return markup`<li><span class="swatch" style="--code:var(--code${code?.number ?? 0})"></span> <a class="code" href="#${anchor}">${joined(
    path.map((name) => markup`<bdi>${name}</bdi>`),
    ' \u203A '
  )}</a> ${excerpt(document, coding)} <span class="facts">${joined(decided(coding, wording), '')}</span>${text(coding.memo)}</li>`
}

function memoNote({ wording }: Page, document: AnnotationDocument, memo: MemoAnnotation, anchor?: string): Html {
  const name = wording.translate('Memo')
  const label = anchor === undefined ? markup`${name}` : markup`<a href="#${anchor}">${name}</a>`
  return markup`<li>${label} ${excerpt(document, memo)} <span class="facts">${joined(decided(memo, wording), '')}</span>${text(memo.text)}</li>`
}

/** The first words, so that the note is understood without its colour. */
function excerpt(document: AnnotationDocument, { spans }: CodingAnnotation | MemoAnnotation): Html | null {
  const longest = 60
  const beginning = spans.map(({ start, end }) =>
    onOneLine(shownText(document, { start, end: Math.min(end, start + 400) }))
  )
  const words = beginning.join(' \u2026 ')
  if (words === '') return null
  const shown = words.length <= longest ? words : `${trimCut(words.slice(0, longest))}\u2026`
  return markup`<bdi class="excerpt">\u201C${shown}\u201D</bdi>`
}

function text(memo: string | null): Html | null {
  return memo === null || memo.trim() === '' ? null : markup`<p class="memo-text" dir="auto">${memo.trim()}</p>`
}

function decided(annotation: QuoteAnnotation | CodingAnnotation | MemoAnnotation, wording: Wording): readonly Html[] {
  const words = decisionWords(annotation, wording)
  return words === undefined ? [] : [markup`<span class="decided">${words}</span>`]
}
