import { workspace } from 'vscode'
import { annotatorName, settingsSection, shownLayers } from '../settings'
import type { AnnotatorSettings } from './annotationHomes'

/** Who decides and whose decisions are shown, as VS Code's settings say. */
export const annotatorSettings: AnnotatorSettings = {
  annotator: annotatorName,
  shownLayers,
  onDidChange: (listener) =>
    workspace.onDidChangeConfiguration((change) => {
      const isOurs = ['annotator', 'annotations'].some((name) =>
        change.affectsConfiguration(`${settingsSection}.${name}`)
      )
      if (isOurs) listener()
    })
}
