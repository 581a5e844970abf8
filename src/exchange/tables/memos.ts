import type { Code, ProjectMemo } from '../../annotations'
import type { MemoAnnotation } from '../document'
import { defineTable, number, text } from './table'
import { decidedAt, type TableDocument } from './tableDocument'

type MemoFacts =
  | { readonly memo: MemoAnnotation; readonly source: TableDocument; readonly subject: null }
  | { readonly memo: ProjectMemo; readonly source: null; readonly subject: Subject }

/** What a memo of the project is about. */
interface Subject {
  readonly kind: 'project' | 'code' | 'entity'
  readonly name: string | null
}

export const memosTable = defineTable<MemoFacts>(
  'memos',
  'One row for each note: on words, on an article, on a code, on a person, body or place, on the project.',
  [
    text('memo', 'The id of the note: of one on an article or its words in that article.', ({ memo }) => memo.id),
    text('about', 'Words, article, code, entity or project.', about),
    text('article', 'The article (see articles).', ({ source }) => source?.article ?? null),
    text('about_id', 'The code (see codes) or the identity of the entity (see entities).', ({ source, memo }) =>
      source === null && memo.about !== '' ? memo.about : null
    ),
    text('about_name', 'The name of the code or entity.', ({ subject }) => subject && subject.name),
    text('words', 'The words that it is about.', ({ source, memo }) => source && source.words(memo.spans)),
    number('line', 'The line in the article, counted from 1.', ({ source, memo }) => source && source.line(memo.spans)),
    text('spans', 'Start and end of the words, as "12-34".', ({ source, memo }) => source && source.spans(memo.spans)),
    text('text', 'The note.', ({ memo }) => memo.text),
    text('written_by', 'The researcher who wrote it.', ({ memo }) => memo.creator),
    text('written_at', 'When, in UTC.', (facts) =>
      facts.source ? decidedAt(facts.memo) : (facts.memo.modified ?? facts.memo.created)
    )
  ],
  ({ codes, registry, memos }) => {
    const names = new Map(registry.map(({ iri, name }) => [iri, name]))
    const wanted = new Set(memos.map((memo) => memo.about))
    return {
      of(source) {
        for (const { identity, name } of source.document.entities)
          if (identity !== undefined && wanted.has(identity) && !names.has(identity)) names.set(identity, name)
        return source.document.annotations.flatMap((memo) =>
          memo.layer === 'memo' ? [{ memo, source, subject: null }] : []
        )
      },
      end: () => memos.map((memo) => ({ memo, source: null, subject: subjectOf(memo, codes, names) }))
    }
  }
)

function about({ source, memo, subject }: MemoFacts): string {
  return source ? (memo.spans.length > 0 ? 'words' : 'article') : subject.kind
}

function subjectOf({ about: id }: ProjectMemo, codes: readonly Code[], names: ReadonlyMap<string, string>): Subject {
  if (id === '') return { kind: 'project', name: null }
  const code = codes.find((known) => known.id === id)
  return code ? { kind: 'code', name: code.name } : { kind: 'entity', name: names.get(id) ?? null }
}
