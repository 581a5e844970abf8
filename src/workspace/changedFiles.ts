import type { Uri } from 'vscode'
import type { Disposable } from '../util/disposable'

/** Collects changes of files, to be followed together once nothing has changed for a while. */
export interface ChangedFiles extends Disposable {
  changed(uri: Uri): void
  /** Files were created or deleted: they are to be listed again. */
  listChanged(): void
  /** What changed since the last call. */
  take(): { readonly changed: readonly Uri[]; readonly mustList: boolean }
}

/** Calls `follow` after `settlingTime` ms without another change. */
export function changedFiles(settlingTime: number, follow: () => void): ChangedFiles {
  const uris = new Map<string, Uri>()
  let mustList = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function followSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(follow, settlingTime)
  }

  return {
    changed(uri) {
      uris.set(uri.toString(), uri)
      followSoon()
    },
    listChanged() {
      mustList = true
      followSoon()
    },
    take() {
      const taken = { changed: [...uris.values()], mustList }
      uris.clear()
      mustList = false
      return taken
    },
    dispose: () => clearTimeout(timer)
  }
}
