import { disposableList, type Disposable } from '../util/disposable'
import { emitter, type Event } from '../util/emitter'
import type { ArticleFolder } from '../workspace/articleFolder'
import { decisionsInFolder, type DecisionsInFolder, type FolderAnnotations } from './folderDecisions'
import { folderViews, type FolderViews } from './folderViews'
import type { FolderView } from './folderView'
import { studyFilter, type Kept, type StudyFilter } from './studyFilter'

/**
 * The folder as the researcher looks at it: its articles with their decisions, under the filter. What sidebar, quotes panel and
 * overview show is made of it, so that they always agree.
 */
export interface Study extends Disposable {
  readonly filter: StudyFilter
  readonly decisions: DecisionsInFolder
  readonly views: FolderViews
  /** What the filter leaves of the folder; undefined before anything is read, and when another change makes it outdated. */
  present(): Promise<FolderView | undefined>
  /** What another filter would leave of it; undefined before anything is read, and when `isWanted` says no meanwhile. */
  under(query: string, isWanted: () => boolean): Promise<FolderView | undefined>
  /** `present` may say something else: the folder, its decisions, the filter or a setting changed. */
  readonly onDidChange: Event<void>
}

export interface StudyOptions {
  readonly folder: Pick<ArticleFolder, 'snapshot' | 'onDidChange'>
  readonly annotations: FolderAnnotations
  readonly settings: StudySettings
  readonly kept: Kept
}

export interface StudySettings {
  /** Whether lists show what people believe, want and fear beside what they say. */
  showsAttitudes(): boolean
  readonly onDidChange: Event<void>
}

export function study({ folder, annotations, settings, kept }: StudyOptions): Study {
  const owned = disposableList()
  const changed = owned.add(emitter())
  const filter = owned.add(studyFilter(kept))
  const decisions = owned.add(decisionsInFolder(annotations))
  const views = folderViews()
  for (const event of [folder.onDidChange, decisions.onDidChange, settings.onDidChange])
    owned.add(event(() => changed.fire()))
  owned.add(filter.onDidChange(() => changed.fire()))
  async function under(query: string, isWanted: () => boolean): Promise<FolderView | undefined> {
    const snapshot = folder.snapshot()
    if (!snapshot) return undefined
    return views.of(
      { folder: snapshot, filter: query, showAttitudes: settings.showsAttitudes(), decisions: decisions.present() },
      isWanted
    )
  }
  return {
    filter,
    decisions,
    views,
    onDidChange: changed.event,
    present() {
      const query = filter.query()
      return under(query, () => filter.query() === query)
    },
    under,
    dispose: () => owned.dispose()
  }
}
