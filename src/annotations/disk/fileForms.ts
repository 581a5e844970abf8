import type { Steps } from '../../util/steps'
import type { Layer } from '../layer'
import { emptyProject, type Project } from '../project'
import type { DecisionEdit, ProjectEdit } from './annotationStore'
import { applyDecisionEdits, applyProjectEdits, type Applied, type ItemEdit } from './applyEdits'
import { nothingKept, type Kept } from './keptItems'
import { isEmptyLayer, layerRead, layerWritten, type LayerFile, type Written } from './layerFile'
import { isEmptyProject, projectRead, projectWritten, type ProjectFile } from './projectFile'
import { broken, isUnreadable, type Read } from './readFile'
import { combineDecisionEdits, combineProjectEdits } from './recoveryCopies'

/**
 * What is to know of a kind of file to save edits of it. `File` is its content with all that is not known in it. Of a large file
 * reading, applying and writing take long: they are done in steps.
 */
export interface FileForm<Content, File extends Content, Edit> {
  /** The file that is not there. */
  readonly nothing: File
  readonly read: (text: string) => Steps<Read<File>>
  /** Without what is not known: that is not for memory. */
  readonly bare: (content: Content) => Content
  readonly apply: (content: Content, edits: readonly Edit[]) => Steps<Applied<Content>>
  /** One edit of each thing. */
  readonly combine: (edits: readonly Edit[]) => readonly Edit[]
  readonly write: (content: Content, file: File, text: string | undefined) => Steps<Written<File>>
  readonly isEmpty: (content: Content, file: File) => boolean
  /** The file with what was removed from it: whoever takes that back finds it as it was written. */
  readonly remembering: (file: File, removed: File) => File
  /** What edits remove from such a file, with what was removed earlier. */
  readonly removedBy: (file: File, edits: readonly Edit[], earlier: File | undefined) => File
}

export function layerForm(article: string, annotator: string): FileForm<Layer, LayerFile, DecisionEdit> {
  return {
    nothing: { annotator, decisions: [], article, kept: nothingKept, fields: {}, context: undefined },
    *read(text) {
      const layer = yield* layerRead(text, annotator)
      return isUnreadable(layer) || layer.content.annotator === annotator
        ? layer
        : broken('It is the layer of {0}', JSON.stringify(layer.content.annotator))
    },
    bare: ({ annotator: name, decisions }) => ({ annotator: name, decisions }),
    *apply(layer, edits) {
      const { content, overruled } = yield* applyDecisionEdits(layer.decisions, edits)
      return { content: { annotator: layer.annotator, decisions: content }, overruled }
    },
    combine: combineDecisionEdits,
    write: (layer, file, text) => layerWritten(layer, article, { file, text }),
    isEmpty: isEmptyLayer,
    remembering: (file, removed) => ({ ...file, kept: remembering(file.kept, removed.kept) }),
    removedBy: (file, edits, earlier) => ({
      ...file,
      decisions: [],
      kept: removedBy(file.kept, edits, earlier?.kept, ({ id }) => id)
    })
  }
}

export const projectForm: FileForm<Project, ProjectFile, ProjectEdit> = {
  nothing: {
    ...emptyProject,
    kept: { codes: nothingKept, entities: nothingKept, memos: nothingKept },
    fields: {},
    context: undefined
  },
  read: projectRead,
  bare: ({ codes, entities, memos }) => ({ codes, entities, memos }),
  apply: applyProjectEdits,
  combine: combineProjectEdits,
  write: projectWritten,
  isEmpty: isEmptyProject,
  remembering: (file, { kept }) => ({
    ...file,
    kept: {
      codes: remembering(file.kept.codes, kept.codes),
      entities: remembering(file.kept.entities, kept.entities),
      memos: remembering(file.kept.memos, kept.memos)
    }
  }),
  removedBy: (file, edits, earlier) => ({
    ...file,
    kept: {
      codes: removedBy(file.kept.codes, edits.filter(isOf('code')), earlier?.kept.codes, ({ id }) => id),
      entities: removedBy(file.kept.entities, edits.filter(isOf('entity')), earlier?.kept.entities, ({ iri }) => iri),
      memos: removedBy(file.kept.memos, edits.filter(isOf('memo')), earlier?.kept.memos, ({ id }) => id)
    }
  })
}

function isOf<Kind extends ProjectEdit['kind']>(kind: Kind) {
  return (edit: ProjectEdit): edit is Extract<ProjectEdit, { readonly kind: Kind }> => edit.kind === kind
}

function remembering<Item>(kept: Kept<Item>, removed: Kept<Item>): Kept<Item> {
  return removed.written.size ? { ...kept, written: new Map([...removed.written, ...kept.written]) } : kept
}

function removedBy<Item>(
  kept: Kept<Item>,
  edits: readonly ItemEdit<Item>[],
  earlier: Kept<Item> | undefined,
  idOf: (item: Item) => string
): Kept<Item> {
  const removed = new Map(earlier?.written)
  for (const { before, after } of edits) {
    const id = before && !after ? idOf(before) : undefined
    const written = id === undefined ? undefined : kept.written.get(id)
    if (written) removed.set(id!, written)
  }
  return { written: removed, others: [] }
}
