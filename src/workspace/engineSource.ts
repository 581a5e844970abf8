import { Uri, window, workspace, type LogOutputChannel } from 'vscode'
import { loadEngine, type Engine } from '../analysis'
import { lazy } from '../util/lazy'
import { l10n } from './l10n'

export type EngineSource = () => Promise<Engine>

/**
 * The engine, loaded from `models/` of the extension when it is first asked for. A model that is missing or damaged is
 * reported to the user once; the promise rejects each time, because only a new installation can help.
 */
export function engineSource(extensionUri: Uri, log: LogOutputChannel): EngineSource {
  return lazy(async () => {
    try {
      const begun = performance.now()
      const engine = await loadEngine((file) => readModel(Uri.joinPath(extensionUri, 'models', file)))
      log.info(`Engine ${engine.version} loaded in ${Math.round(performance.now() - begun)} ms`)
      return engine
    } catch (error) {
      log.error('The engine could not be loaded', error)
      void window.showErrorMessage(
        l10n.t(
          'Article Annotator cannot read its models, so articles stay without annotations. Install the extension again.'
        )
      )
      throw error
    }
  })
}

async function readModel(uri: Uri): Promise<Uint8Array> {
  return workspace.fs.readFile(uri)
}
