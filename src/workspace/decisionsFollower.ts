import type { Uri } from 'vscode'
import type { Disposable } from '../util/disposable'
import type { FolderDecider } from './folderDecider'
import type { FolderDecisions } from './folderDecisions'

export interface DecisionsFollowerOptions {
  readonly decisions: FolderDecisions
  /** Whether there are articles that could be decided anew. */
  readonly isRead: () => boolean
  /** Runs one reading of the folder at a time. Never rejects. */
  readonly inTurn: (task: () => Promise<void>) => Promise<unknown>
  readonly decider: () => Promise<FolderDecider | undefined>
  /** Undefined for what is no article of the folder. */
  readonly uriOf: (id: string) => Uri | undefined
  readonly isWanted: () => boolean
  /** Saves what was decided: the next session then has less to do. */
  readonly save: () => Promise<void>
}

/** Long, because the whole corpus is written each time. Milliseconds. */
const saveDelay = 60_000

/** Decides the articles of a folder anew when what is decided about them changes. */
export function decisionsFollower(options: DecisionsFollowerOptions): Disposable {
  const { decisions, isRead, inTurn, decider, uriOf, isWanted, save } = options
  /** By id. Several changes while the folder is read are followed at once. */
  const changed = new Set<string>()
  let isProjectChanged = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const following = decisions.onDidChange((change) => {
    if (!isRead()) return
    for (const id of change.articles) changed.add(id)
    if (change.isProject) isProjectChanged = true
    void inTurn(follow)
  })

  async function follow(): Promise<void> {
    const ids = [...changed]
    const wasProjectChanged = isProjectChanged
    changed.clear()
    isProjectChanged = false
    if (ids.length === 0 && !wasProjectChanged) return
    const found = await decider()
    const known = ids.flatMap((id) => uriOf(id) ?? [])
    const named = wasProjectChanged ? decidedOf(found) : []
    const isDifferent = await found?.decide([...known, ...named], isWanted)
    if (isDifferent) saveSoon()
  }

  /** All of which something is decided: the registry may call anybody otherwise. */
  function decidedOf(found: FolderDecider | undefined): readonly Uri[] {
    return found?.decided().flatMap((id) => uriOf(id) ?? []) ?? []
  }

  function saveSoon(): void {
    timer ??= setTimeout(() => void inTurn(saveDecided), saveDelay)
  }

  async function saveDecided(): Promise<void> {
    timer = undefined
    // What was not on disk yet when it was decided is there now.
    const found = await decider()
    await found?.decide(decidedOf(found), isWanted)
    await save()
  }

  return {
    dispose() {
      following.dispose()
      clearTimeout(timer)
    }
  }
}
