import type { AnnotationFacts } from '../document'
import { number, text, type Column } from './table'
import { decidedAt, type TableDocument } from './tableDocument'

/** An annotation with the document it is in. */
export interface Placed<Fact> {
  readonly source: TableDocument
  readonly fact: Fact
}

/** Where an annotation is. */
export function placeColumns<Fact extends Pick<AnnotationFacts, 'spans'>>(): readonly Column<Placed<Fact>>[] {
  return [
    number('line', 'The line in the article, counted from 1.', ({ source, fact }) => source.line(fact.spans)),
    number(
      'start',
      'Where its words begin in the text (see texts), in characters counted from 0, in the unit that was chosen for the export.',
      ({ source, fact }) => source.start(fact.spans)
    ),
    number('end', 'The first character behind them.', ({ source, fact }) => source.end(fact.spans))
  ]
}

/** Who decided, and whether. */
export function decidedColumns<
  Fact extends Pick<AnnotationFacts, 'status' | 'creator' | 'created' | 'modified'>
>(): readonly Column<Placed<Fact>>[] {
  return [
    text(
      'status',
      'Suggested by the engine and not decided yet; or accepted, changed or added by a researcher.',
      ({ fact }) => fact.status
    ),
    text('decided_by', 'The researcher who decided; empty for a mere suggestion.', ({ fact }) => fact.creator),
    text('decided_at', 'When, in UTC.', ({ fact }) => decidedAt(fact))
  ]
}

/** Of what has pieces: all of them. */
export function piecesColumn<Fact extends Pick<AnnotationFacts, 'spans'>>(name: string): Column<Placed<Fact>> {
  return text(name, 'Start and end of each of its pieces, as "12-34 40-51".', ({ source, fact }) =>
    source.spans(fact.spans)
  )
}
