import { shownText, type Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import { lazy } from '../../util/lazy'
import { lineAt, lineStarts } from '../../util/lineStarts'
import type { AnnotationDocument, AnnotationFacts, DocumentEntity } from '../document'
import { offsetTable, type OffsetUnit } from '../offsets'
import { surfaceOf } from '../surface'

/** A document with what the cells of its tables need. */
export interface TableDocument {
  readonly document: AnnotationDocument
  /** What tables call the article: its name, with a number behind it where another one has the same. */
  readonly article: string
  readonly entity: (id: string | null) => DocumentEntity | undefined
  /** What a reader sees of pieces, as a person would cite them: joined by an ellipsis. Null for none. */
  readonly words: (pieces: readonly Span[] | null) => string | null
  /** The whole sentences in which pieces stand, and what is between them. Null for none. */
  readonly sentence: (pieces: readonly Span[]) => string | null
  /** Counted from 1; null for no piece. */
  readonly line: (pieces: readonly Span[]) => number | null
  /** In the unit of the export. */
  readonly start: (pieces: readonly Span[]) => number | null
  readonly end: (pieces: readonly Span[]) => number | null
  /** "12-34 40-51": the pieces, half open, in the unit of the export. Null for none. */
  readonly spans: (pieces: readonly Span[] | null) => string | null
  readonly offset: (utf16: number) => number
}

export function tableDocument(document: AnnotationDocument, article: string, unit: OffsetUnit): TableDocument {
  const { text, sentences } = document
  const entities = lazy(() => new Map(document.entities.map((entity) => [entity.id, entity])))
  const lines = lazy(() => lineStarts(text))
  const offsets = lazy(() => offsetTable(text))
  const offset = (utf16: number) => (unit === 'utf16' ? utf16 : offsets().codePoint(utf16))
  return {
    document,
    article,
    entity: (id) => (id === null ? undefined : entities().get(id)),
    words: (pieces) => (pieces?.length ? surfaceOf(document, pieces) : null),
    sentence(pieces) {
      const [first, last] = [pieces[0], pieces.at(-1)]
      return first && last ? shownText(document, sentencesAround(sentences, first.start, last.end)) : null
    },
    line: ([first]) => (first ? lineAt(lines(), first.start) + 1 : null),
    start: ([first]) => (first ? offset(first.start) : null),
    end: (pieces) => (pieces.length > 0 ? offset(pieces.at(-1)!.end) : null),
    spans: (pieces) =>
      pieces?.length ? pieces.map(({ start, end }) => `${offset(start)}-${offset(end)}`).join(' ') : null,
    offset
  }
}

/** From the start of the first sentence that touches a stretch to the end of the last one; never less than the stretch. */
function sentencesAround(sentences: readonly Span[], start: number, end: number): Span {
  const first = sentences[firstIndex(sentences.length, (index) => sentences[index]!.end > start)]
  const last = sentences[firstIndex(sentences.length, (index) => sentences[index]!.start >= end) - 1]
  return { start: Math.min(start, first?.start ?? start), end: Math.max(end, last?.end ?? end) }
}

/** Says what tables call each of an export's articles. */
export function articleNames(): (document: AnnotationDocument) => string {
  const times = new Map<string, number>()
  return ({ name }) => {
    for (;;) {
      const count = (times.get(name) ?? 0) + 1
      times.set(name, count)
      const made = count === 1 ? name : `${name} (${count})`
      if (count === 1) return made
      if (times.has(made)) continue
      times.set(made, 1)
      return made
    }
  }
}

/** Who decided and when, as all tables say it. */
export function decidedAt({ modified, created }: Pick<AnnotationFacts, 'modified' | 'created'>): string | null {
  return modified ?? created
}
