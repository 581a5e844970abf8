import { projectPath, type AnnotationStore, type FileProblem, type Project, type ProjectEdit } from '../../annotations'
import { turns } from '../../util/turns'
import { isUnread, notWritten } from './fileProblems'
import { projectState } from './projectState'

/** The project of one folder: in memory at once, on disk soon after. None of it rejects, one reading or writing at a time. */
export interface FolderProject {
  project(): Project
  /** Reads it when it is not known yet. */
  load(): Promise<void>
  /** Reads it again. */
  read(): Promise<void>
  /** Resolves when it is on disk, or could not be written. */
  edit(edits: readonly ProjectEdit[]): Promise<void>
  /** Writes what is not written yet. */
  write(): Promise<void>
}

export interface FolderProjectOptions {
  readonly store: Pick<AnnotationStore, 'project' | 'saveProject'>
  /** Called when it was read for the first time. */
  readonly loaded: () => void
  /** Called with what is wrong with its file after each reading and writing; nothing when all is well. */
  readonly noted: (problems: readonly FileProblem[]) => void
  readonly failed: (error: unknown) => void
}

export function folderProject({ store, loaded, noted, failed }: FolderProjectOptions): FolderProject {
  const state = projectState()
  const inTurn = turns(failed)
  let loading: Promise<void> | undefined

  async function readNow(): Promise<void> {
    const { content, problem } = await store.project()
    noted(problem ? [problem] : [])
    if (!problem || !isUnread(problem)) state.read(content)
  }

  async function write(): Promise<void> {
    await inTurn(async () => {
      if (!state.hasUnwritten()) return
      const saved = await store.saveProject(state.takeUnwritten()).catch(notWritten(projectPath))
      state.written(saved.content !== undefined)
      noted(saved.problem ? [saved.problem] : [])
      if (saved.content) state.read(saved.content)
    })
  }

  return {
    project: () => state.project(),
    load: () => (loading ??= inTurn(readNow).then(loaded)),
    read: () => inTurn(readNow),
    edit(edits) {
      state.edit(edits)
      return write()
    },
    write
  }
}
