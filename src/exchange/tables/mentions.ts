import type { MentionAnnotation } from '../document'
import { decidedColumns, placeColumns, type Placed } from './columns'
import { defineTable, fraction, text, truth, twoDigits } from './table'

type MentionFacts = Placed<MentionAnnotation>

export const mentionsTable = defineTable<MentionFacts>(
  'mentions',
  'One row for each time that somebody or somewhere is mentioned, in order of article and text.',
  [
    text('article', 'The article (see articles).', ({ source }) => source.article),
    text('mention', 'The id of the mention in its article.', ({ fact }) => fact.id),
    text('entity', 'Who or what it refers to (see entities).', ({ fact }) => fact.entity),
    text('name', 'The name of the entity.', ({ source, fact }) => source.entity(fact.entity)?.name ?? null),
    text('type', 'Person, organization, group or place: what this mention refers to.', ({ fact }) => fact.type),
    text('form', 'Name, nominal ("the official") or pronoun.', ({ fact }) => fact.form),
    truth('acting', 'Of a place: whether it stands for a government, an army, a team.', ({ fact }) => fact.acting),
    text('words', 'The words of the mention as a reader sees them.', ({ source, fact }) => source.words(fact.spans)),
    text('description', 'Title, role or description beside it.', ({ source, fact }) =>
      source.words(fact.description && [fact.description])
    ),
    ...placeColumns<MentionAnnotation>(),
    text(
      'rule',
      'The rule of the engine that found it; "decided" where a researcher decided.',
      ({ fact }) => fact.rule
    ),
    fraction('confidence', 'How sure the engine is, from 0 to 1.', ({ fact }) => twoDigits(fact.confidence)),
    ...decidedColumns<MentionAnnotation>()
  ],
  () => ({
    of: (source) => source.document.annotations.flatMap((fact) => (fact.layer === 'mention' ? [{ source, fact }] : []))
  })
)
