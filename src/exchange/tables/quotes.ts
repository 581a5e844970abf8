import { quoteTally, wordsOfQuote } from '../counts'
import type { DocumentEntity, QuoteAnnotation } from '../document'
import { decidedColumns, piecesColumn, placeColumns, type Placed } from './columns'
import { defineTable, fraction, number, text, truth, twoDigits } from './table'

interface QuoteFacts extends Placed<QuoteAnnotation> {
  readonly speaker: DocumentEntity | undefined
  readonly isAgain: boolean
}

export const quotesTable = defineTable<QuoteFacts>(
  'quotes',
  'One row for each quote, attitudes included, in order of article and text. The rows of act speech that are not again are the quotes that sidebar and reports count.',
  [
    text('article', 'The article (see articles).', ({ source }) => source.article),
    text('quote', 'The id of the quote in its article.', ({ fact }) => fact.id),
    text('speaker_id', 'Who says it (see entities); empty where nobody was found.', ({ fact }) => fact.speaker),
    text('speaker', 'The name of the speaker.', ({ speaker }) => speaker?.name ?? null),
    text('speaker_type', 'Person, organization, group or place.', ({ speaker }) => speaker?.type ?? null),
    truth('speaker_named', 'Whether the speaker has a name.', ({ speaker }) => speaker?.named ?? null),
    text('kind', 'Direct, indirect or mixed: all, none or part of it is in quotation marks.', ({ fact }) => fact.kind),
    text('act', 'Speech; or attitude, where somebody believes, wants or fears it.', ({ fact }) => fact.act),
    text('cue', 'The words that say that somebody says it.', ({ source, fact }) => source.words(fact.cue)),
    text('source', 'The words that say who says it.', ({ source, fact }) => source.words(fact.source)),
    text('content', 'What is said, its pieces joined by an ellipsis.', ({ source, fact }) => source.words(fact.spans)),
    text('sentence', 'The whole sentences around it.', ({ source, fact }) => source.sentence(fact.spans)),
    number('words', 'Words of the content.', ({ source, fact }) => wordsOfQuote(source.document, fact)),
    number(
      'repeat',
      'The same quote again: rows of equal numbers. Empty for one that is there once.',
      ({ fact }) => fact.repeat
    ),
    truth('again', 'Whether the same quote, of the same act, is in a row above.', ({ isAgain }) => isAgain),
    ...placeColumns<QuoteAnnotation>(),
    piecesColumn<QuoteAnnotation>('content_spans'),
    text('cue_spans', 'The same of the cue.', ({ source, fact }) => source.spans(fact.cue)),
    text('source_spans', 'The same of the source.', ({ source, fact }) => source.spans(fact.source)),
    text(
      'rule',
      'The rule of the engine that found it; "decided" where a researcher decided.',
      ({ fact }) => fact.rule
    ),
    text('speaker_rule', 'The rule that found the speaker.', ({ fact }) => fact.speakerRule),
    fraction('confidence', 'How sure the engine is, from 0 to 1.', ({ fact }) => twoDigits(fact.confidence)),
    ...decidedColumns<QuoteAnnotation>()
  ],
  () => {
    const tallies = { speech: quoteTally(), attitude: quoteTally() }
    return {
      of: (source) =>
        source.document.annotations.flatMap((fact) =>
          fact.layer === 'quote'
            ? [{ source, fact, speaker: source.entity(fact.speaker), isAgain: !tallies[fact.act].add(fact) }]
            : []
        )
    }
  }
)
