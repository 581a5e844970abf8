import { Uri, workspace } from 'vscode'
import { encoderWeights } from '../analysis'
import type { EncoderFiles } from '../encoder'
import type { ThreadFiles } from './analysisThread'
import { languageModel, type LanguageModel } from './languageModel'
import type { Log } from './log'

/** The script and the models of a thread, as they are installed. */
export async function threadFiles(extensionUri: Uri): Promise<ThreadFiles> {
  const script = new TextDecoder().decode(await read(extensionUri, 'dist', 'worker.js'))
  return { script, readModel: (file) => read(extensionUri, 'models', file) }
}

/** The window's language model; undefined where the engine is made for none. Reads nothing yet. */
export function installedLanguageModel(extensionUri: Uri, log: Log): LanguageModel | undefined {
  if (encoderWeights === undefined) return undefined
  const orNone = (file: Promise<Uint8Array>) => file.catch(() => undefined)
  const files = async (): Promise<EncoderFiles> => {
    const [weights, own, shared] = await Promise.all([
      orNone(read(extensionUri, 'models', encoderWeights ?? '')),
      orNone(read(extensionUri, 'dist', 'kernels.wasm')),
      orNone(read(extensionUri, 'dist', 'kernels-shared.wasm'))
    ])
    return { weights, kernels: own && shared && { own, shared } }
  }
  return languageModel(files, log)
}

/** Copied: the bytes may be a view of a larger buffer, and the whole buffer would be sent to a thread. */
async function read(extensionUri: Uri, ...path: readonly string[]): Promise<Uint8Array> {
  return new Uint8Array(await workspace.fs.readFile(Uri.joinPath(extensionUri, ...path)))
}
