import type { Layer } from '../layer'
import type { Project } from '../project'
import type { DecisionEdit, ProjectEdit } from './annotationStore'
import { layerForm, projectForm } from './fileForms'
import type { Target } from './fileSaving'
import { layerRead, type LayerFile } from './layerFile'
import { projectPath } from './layerPath'
import type { ProjectFile } from './projectFile'

/** The layer of an annotator; the file of another is refused. */
export function layerTarget(path: string, article: string, annotator: string): Target<Layer, LayerFile, DecisionEdit> {
  return {
    path,
    form: layerForm(article, annotator),
    waiting: (recovered) => (recovered.article === undefined ? [] : recovered.edits),
    recovered: (edits) => ({ article, annotator, edits })
  }
}

/** The layer in a file, whose ever it is: `annotator` where the file does not say it. */
export function anyLayerTarget(...place: Parameters<typeof layerTarget>): ReturnType<typeof layerTarget> {
  const target = layerTarget(...place)
  const [, , annotator] = place
  return { ...target, form: { ...target.form, read: (text) => layerRead(text, annotator) } }
}

export const projectTarget: Target<Project, ProjectFile, ProjectEdit> = {
  path: projectPath,
  form: projectForm,
  waiting: (recovered) => (recovered.article === undefined ? recovered.edits : []),
  recovered: (edits) => ({ edits })
}
