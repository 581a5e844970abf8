import type { Layer } from '../layer'
import { emptyProject, type Project } from '../project'
import type { DecisionEdit, ProjectEdit } from './annotationStore'
import { applyDecisionEdits, applyProjectEdits, type Applied } from './applyEdits'
import { nothingKept, type Kept } from './keptItems'
import { isEmptyLayer, readLayer, writeLayer, type LayerFile } from './layerFile'
import { isEmptyProject, readProject, writeProject, type ProjectFile } from './projectFile'
import { broken, isUnreadable, type Read } from './readFile'
import { combineDecisionEdits, combineProjectEdits } from './recoveryCopies'

/** What is to know of a kind of file to save edits of it. `File` is its content with all that is not known in it. */
export interface FileForm<Content, File extends Content, Edit> {
  /** The file that is not there. */
  readonly nothing: File
  readonly read: (text: string) => Read<File>
  /** Without what is not known: that is not for memory. */
  readonly bare: (content: Content) => Content
  readonly apply: (content: Content, edits: readonly Edit[]) => Applied<Content>
  /** One edit of each thing. */
  readonly combine: (edits: readonly Edit[]) => readonly Edit[]
  readonly write: (content: Content, file: File, text: string | undefined) => string
  readonly isEmpty: (content: Content, file: File) => boolean
  /** The file with what was in it earlier: whoever takes back that it was removed finds it as it was written. */
  readonly remembering: (file: File, earlier: File) => File
}

export function layerForm(article: string, annotator: string): FileForm<Layer, LayerFile, DecisionEdit> {
  return {
    nothing: { annotator, decisions: [], article, kept: nothingKept, fields: {}, context: undefined },
    read(text) {
      const layer = readLayer(text, annotator)
      return isUnreadable(layer) || layer.content.annotator === annotator
        ? layer
        : broken(`It is the layer of ${JSON.stringify(layer.content.annotator)}`)
    },
    bare: ({ annotator: name, decisions }) => ({ annotator: name, decisions }),
    apply(layer, edits) {
      const { content, overruled } = applyDecisionEdits(layer.decisions, edits)
      return { content: { annotator: layer.annotator, decisions: content }, overruled }
    },
    combine: combineDecisionEdits,
    write: (layer, file, text) => writeLayer(layer, article, { file, text }),
    isEmpty: isEmptyLayer,
    remembering: (file, earlier) => ({ ...file, kept: remembering(file.kept, earlier.kept) })
  }
}

export const projectForm: FileForm<Project, ProjectFile, ProjectEdit> = {
  nothing: {
    ...emptyProject,
    kept: { codes: nothingKept, entities: nothingKept, memos: nothingKept },
    fields: {},
    context: undefined
  },
  read: readProject,
  bare: ({ codes, entities, memos }) => ({ codes, entities, memos }),
  apply: applyProjectEdits,
  combine: combineProjectEdits,
  write: (project, file) => writeProject(project, file),
  isEmpty: isEmptyProject,
  remembering: (file, { kept }) => ({
    ...file,
    kept: {
      codes: remembering(file.kept.codes, kept.codes),
      entities: remembering(file.kept.entities, kept.entities),
      memos: remembering(file.kept.memos, kept.memos)
    }
  })
}

function remembering<Item>(kept: Kept<Item>, earlier: Kept<Item>): Kept<Item> {
  return { ...kept, written: new Map([...earlier.written, ...kept.written]) }
}
