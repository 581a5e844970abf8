import type { Uri } from 'vscode'
import type { Cancellation } from '../util/cancellation'
import { concurrently } from '../util/concurrently'
import type { ArticlesReader } from './articlesReader'
import type { ChangedFiles } from './changedFiles'
import type { FolderContents } from './folderContents'
import type { FolderDecisions } from './folderDecisions'
import type { FolderFiles } from './folderFiles'
import type { FolderTools } from './folderTools'

export interface FollowChangesOptions {
  readonly files: Pick<FolderFiles, 'list'>
  readonly contents: FolderContents
  readonly tools: () => Promise<FolderTools>
  readonly reader: ArticlesReader
  readonly decisions?: FolderDecisions | undefined
  /** That of the folder itself: a changed file is read in any case. */
  readonly token: Cancellation
}

/** Articles whose decisions are read at a time. */
const concurrentReads = 16

/** Reads what has changed on disk. Undefined where the folder is not wanted any more. */
export async function followChanges(
  changes: Pick<ChangedFiles, 'take'>,
  { files, contents, tools, reader, decisions, token }: FollowChangesOptions
): Promise<FolderTools | undefined> {
  // Before the files are listed: what is created meanwhile asks for another list.
  const { changed, mustList } = changes.take()
  const listed = mustList ? await files.list(token) : undefined
  // A list that was cut short would look like an empty folder.
  if (token.isCancellationRequested) return undefined
  if (listed) contents.keepOnly(listed)
  const found = await tools()
  if (listed) found.store.keepOnly(new Set(listed.map(String)))
  const known = changed.filter((uri) => contents.isKnown(uri))
  const created: readonly Uri[] = listed?.filter((uri) => !contents.isKnown(uri)) ?? []
  const uris = [...known, ...created]
  await reader.read(uris, found, { token, progress: () => undefined })
  // Nobody has looked yet what lies beside them.
  if (decisions) await concurrently(created, concurrentReads, (uri) => decisions.load(uri))
  await found.decider?.decide(uris, () => !token.isCancellationRequested)
  return found
}
