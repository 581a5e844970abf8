import { FileType, Uri, workspace } from 'vscode'
import { randomId } from '../../util/randomId'
import type { JournalPlace, LeftText } from './stepJournal'

/** A file of this window's own in the extension's storage, beside those of other windows of the same workspace. */
export function journalFile(storage: Uri): JournalPlace {
  const folder = Uri.joinPath(storage, 'unwritten')
  const ownName = `${randomId()}.json`
  const own = Uri.joinPath(folder, ownName)

  return {
    async left() {
      const left: LeftText[] = []
      for (const [name, type] of await entriesOf(folder)) {
        if (type !== FileType.File || name === ownName || !name.endsWith('.json')) continue
        const file = Uri.joinPath(folder, name)
        const bytes = await Promise.resolve(workspace.fs.readFile(file)).catch(() => undefined)
        // What is gone by now was another window's, which has written it.
        if (bytes) left.push({ text: new TextDecoder().decode(bytes), forget: () => remove(file) })
      }
      return left
    },
    async keep(text) {
      await (text === undefined ? remove(own) : workspace.fs.writeFile(own, new TextEncoder().encode(text)))
    }
  }
}

function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  return Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => [])
}

async function remove(file: Uri): Promise<void> {
  await Promise.resolve(workspace.fs.delete(file)).catch(() => undefined)
}
