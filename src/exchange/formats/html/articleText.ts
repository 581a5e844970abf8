import { shownText } from '../../../article'
import type { AnnotationDocument } from '../../document'
import { blocksOf, type Block } from './blocks'
import { markup, type Html } from './markup'
import type { Note } from './noteList'
import type { Page } from './page'
import type { Segment } from './segments'

/** The text of an article in rows: each paragraph with its highlights, beside it the notes on what begins in it. */
export interface ArticleText {
  /** The headline with its highlights and notes, where no news stands before it. */
  readonly headline: { readonly text: Html; readonly notes: Html | null } | undefined
  readonly rows: Html
}

export function articleText(page: Page, document: AnnotationDocument, notes: readonly Note[]): ArticleText {
  const rows = rowsOf(document, notes).map(({ block, own }) => ({
    block,
    text: blockText(page, document, block, own),
    notes: noteList(own)
  }))
  const first = rows.findIndex(({ block }) => block.role !== 'other' && block.role !== 'credit')
  const headline = rows[first]?.block.role === 'title' ? rows[first] : undefined
  return {
    headline,
    rows: markup`${rows.map(
      (row) => row !== headline && markup`<div class="row">${element(row.block, row.text)}${row.notes}</div>\n`
    )}`
  }
}

/** What begins where no block is shown belongs to the next one, behind the last one to the last. */
function rowsOf(
  document: AnnotationDocument,
  notes: readonly Note[]
): readonly { readonly block: Block; readonly own: readonly Note[] }[] {
  const blocks = blocksOf(document)
  let next = 0
  return blocks.map((block, index) => {
    const isLast = index === blocks.length - 1
    const own: Note[] = []
    for (let note = notes[next]; note && (note.start < block.end || isLast); note = notes[++next]) own.push(note)
    return { block, own }
  })
}

function element({ role }: Block, text: Html): Html {
  switch (role) {
    case 'heading':
      return markup`<h4 dir="auto">${text}</h4>`
    case 'other':
      return markup`<div class="other" dir="auto">${text}</div>`
    case 'title':
    case 'byline':
    case 'credit':
      return markup`<p class="${role}" dir="auto">${text}</p>`
    case 'body':
      return markup`<p dir="auto">${text}</p>`
  }
}

function noteList(notes: readonly Note[]): Html | null {
  return notes.length === 0 ? null : markup`<ul class="notes">${notes.map(({ note }) => note)}</ul>`
}

/** The marks of notes stand before the segment in which their annotation begins. */
function blockText(page: Page, document: AnnotationDocument, block: Block, notes: readonly Note[]): Html {
  let next = 0
  const pieces = block.segments.map((segment, index) => {
    const marks: Html[] = []
    const isLast = index === block.segments.length - 1
    for (let note = notes[next]; note && (note.start < segment.end || isLast); note = notes[++next])
      marks.push(note.mark)
    const place = { isOther: block.role === 'other', isFirst: index === 0, isLast }
    return markup`${marks}${segmentText(page, document, segment, place)}`
  })
  return markup`${pieces}`
}

interface SegmentPlace {
  readonly isOther: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
}

function segmentText(
  { codes }: Page,
  document: AnnotationDocument,
  segment: Segment,
  { isOther, isFirst, isLast }: SegmentPlace
): Html | null {
  const text = shownText(document, segment)
  if (text === '') return null
  if (segment.ids.length === 0) {
    // What is between paragraphs ends with the white space, and Markdown's marks, of the one that follows.
    const begun = isOther && isFirst ? text.trimStart() : text
    return markup`${isOther && isLast ? begun.replace(/\n[#>\s]*$/, '') : begun}`
  }
  const stripes = segment.codes.slice(0, mostStripes)
  const style = stripes
    .map((code, index) => `--stripe${index + 1}:var(--code${codes.get(code)?.number ?? 0})`)
    .join(';')
  return markup`<span class="${classesOf(segment, stripes.length)}" data-ids="${segment.ids.join(' ')}"${style === '' ? null : markup` style="${style}"`}>${text}</span>`
}

/** More would not fit above a line. */
const mostStripes = 3

function classesOf(segment: Segment, stripes: number): string {
  return [
    segment.mention,
    segment.quotes > 0 && 'quote',
    segment.quotes > 1 && 'in-quote',
    segment.opens && 'opens',
    segment.closes && 'closes',
    segment.cue && 'cue',
    segment.source && 'source',
    segment.memo && 'memo',
    stripes > 0 && `stripes${stripes}`
  ]
    .filter((name) => typeof name === 'string')
    .join(' ')
}
