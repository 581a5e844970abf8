import { onOneLine, trimCut } from '../../../util/oneLine'
import { countDecisionLosses } from '../../decisionLosses'
import type { AnnotationDocument } from '../../document'
import { flatten } from '../../flat/flatten'
import type { FlatFeatures, FlatSpan } from '../../flat/flatDocument'
import type { ExportInput } from '../../format'
import { guidOf } from '../../guid'
import { offsetTable } from '../../offsets'
import type { XmlWriter } from '../../xml'
import { featureLines } from './featureText'
import type { LinkList } from './linkList'
import { codesOfSpan } from './ownCodes'
import { variableValues } from './variables'

/** What a project has in lists of its own, behind the sources. */
export interface ProjectRest {
  readonly notes: Note[]
  readonly links: LinkList
}

export interface Note {
  readonly guid: string
  readonly text: string
  readonly user: string | undefined
  readonly created: string | undefined
}

/** The pieces of one annotation are selections with links of this name from each to the next. */
export const nextPiece = 'continues'

export interface SourceContext {
  readonly input: ExportInput
  readonly xml: XmlWriter
  /** The GUIDs of the speakers that have a code. */
  readonly speakers: ReadonlySet<string>
  readonly rest: ProjectRest
}

export function sourceGuid(document: AnnotationDocument): string {
  return guidOf('source', document.id)
}

/** One article as a `TextSource`: its text is a file of its own; offsets are code points (10.2 of the specification). */
export function* textSource(document: AnnotationDocument, { input, xml, speakers, rest }: SourceContext) {
  const guid = sourceGuid(document)
  const table = offsetTable(document.text)
  const { spans, relations } = flatten(document, input.codes)
  const idOf = (...parts: (string | number)[]) => guidOf(document.id, ...parts)
  const selection = (span: string, piece = 0) => idOf('selection', span, piece)
  yield xml.open('TextSource', {
    guid,
    name: document.name,
    plainTextPath: `internal://${guid}.txt`,
    creatingUser: engineUser,
    creationDateTime: input.now,
    modifyingUser: engineUser,
    modifiedDateTime: input.now
  })
  const aboutAll: string[] = []
  for (const span of spans) {
    const history = historyOf(span)
    const notes = span.note === undefined ? [] : [idOf('note', span.id)]
    for (const note of notes) rest.notes.push({ guid: note, text: span.note!, ...history })
    if (span.pieces.length === 0) aboutAll.push(...notes)
    if (span.pieces.length > 1) input.lost('discontinuous')
    const features = describedFeatures(span.features)
    for (const [index, piece] of span.pieces.entries()) {
      const { start, end } = table.out(piece, 'codepoints')
      const { user: creatingUser, created: creationDateTime } = history
      yield xml.open('PlainTextSelection', {
        guid: selection(span.id, index),
        name: selectionName(document.text.slice(piece.start, piece.end)),
        startPosition: start,
        endPosition: end,
        creatingUser,
        creationDateTime
      })
      if (index === 0 && Object.keys(features).length > 0) yield xml.leaf('Description', {}, featureLines(features))
      for (const code of codesOfSpan(span, speakers)) {
        yield xml.open('Coding', { guid: idOf('coding', span.id, index), creatingUser, creationDateTime })
        yield xml.leaf('CodeRef', { targetGUID: code })
        if (index === 0) for (const note of notes) yield xml.leaf('NoteRef', { targetGUID: note })
        yield xml.close()
      }
      if (span.layer === 'memo' && index === 0)
        for (const note of notes) yield xml.leaf('NoteRef', { targetGUID: note })
      yield xml.close()
      if (index > 0)
        rest.links.add({ name: nextPiece, from: selection(span.id, index - 1), to: selection(span.id, index) })
    }
  }
  for (const note of aboutAll) yield xml.leaf('NoteRef', { targetGUID: note })
  yield* variableValues(document, xml)
  yield xml.close()
  for (const { label, from, to } of relations) rest.links.add({ name: label, from: selection(from), to: selection(to) })
  countDecisionLosses(document, input)
  if (document.rejected.length > 0) input.lost('rejected', document.rejected.length)
}

/** Without what is written as an attribute. */
function describedFeatures(features: FlatFeatures): FlatFeatures {
  return Object.fromEntries(Object.entries(features).filter(([name]) => !asAttributes.has(name)))
}

const asAttributes: ReadonlySet<string> = new Set(['annotator', 'created', 'code'])

export const engineUser = guidOf('user of suggestions')

export function userGuid(name: string): string {
  return guidOf('user', name)
}

/** Nobody decided about a suggestion: the program itself is its author. */
function historyOf({ features }: FlatSpan): Pick<Note, 'user' | 'created'> {
  const { annotator, created } = features
  return {
    user:
      annotator === undefined
        ? features['status'] === 'suggested'
          ? engineUser
          : undefined
        : userGuid(String(annotator)),
    created: schemaTime(created)
  }
}

/** What the schema takes for a time. */
export function schemaTime(time: unknown): string | undefined {
  const isTime = typeof time === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(time)
  return isTime ? time : undefined
}

const longestName = 100

/** What programs list a selection as: its words. */
export function selectionName(words: string): string {
  const line = onOneLine(words.slice(0, longestName * 2))
  return line.length <= longestName ? line : `${trimCut(line.slice(0, longestName))}\u2026`
}
