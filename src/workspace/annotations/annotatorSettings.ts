import { workspace } from 'vscode'
import { isAssistant } from '../../annotations'
import { annotatorName, settingsSection, shownLayers } from '../settings'
import type { AnnotatorSettings } from './annotationHomes'

/** Who decides and whose decisions are shown, as VS Code's settings say. */
export const annotatorSettings: AnnotatorSettings = {
  annotator() {
    const name = annotatorName()
    // Whose name is an assistant's would decide nothing: who decides is asked again.
    return name !== undefined && isAssistant(name) ? undefined : name
  },
  shownLayers,
  onDidChange: (listener) =>
    workspace.onDidChangeConfiguration((change) => {
      const isOurs = ['annotator', 'annotations'].some((name) =>
        change.affectsConfiguration(`${settingsSection}.${name}`)
      )
      if (isOurs) listener()
    })
}
