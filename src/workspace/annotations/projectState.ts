import {
  emptyProject,
  type Code,
  type Project,
  type ProjectEdit,
  type ProjectMemo,
  type RegisteredEntity
} from '../../annotations'

/** A folder's project in memory: what is on disk with the edits that are not written yet. */
export interface ProjectState {
  /** The same object until something changes. */
  project(): Project
  read(onDisk: Project): void
  edit(edits: readonly ProjectEdit[]): void
  /** Given once, and under way until `written`. */
  takeUnwritten(): readonly ProjectEdit[]
  written(isOnDisk: boolean): void
  hasUnwritten(): boolean
}

export function projectState(): ProjectState {
  let stored = emptyProject
  let project = emptyProject
  let unwritten: readonly ProjectEdit[] = []
  let underWay: readonly ProjectEdit[] = []
  const again = () => {
    project = withEdits(stored, [...underWay, ...unwritten])
  }
  return {
    project: () => project,
    read(onDisk) {
      stored = onDisk
      again()
    },
    edit(edits) {
      unwritten = [...unwritten, ...edits]
      project = withEdits(project, edits)
    },
    takeUnwritten() {
      underWay = unwritten
      unwritten = []
      return underWay
    },
    written(isOnDisk) {
      if (!isOnDisk) unwritten = [...underWay, ...unwritten]
      underWay = []
    },
    hasUnwritten: () => unwritten.length > 0 || underWay.length > 0
  }
}

function withEdits(project: Project, edits: readonly ProjectEdit[]): Project {
  let { codes, entities, memos } = project
  for (const edit of edits) {
    if (edit.kind === 'code') codes = replaced(codes, edit, ({ id }: Code) => id)
    else if (edit.kind === 'entity') entities = replaced(entities, edit, ({ iri }: RegisteredEntity) => iri)
    else memos = replaced(memos, edit, ({ id }: ProjectMemo) => id)
  }
  return { codes, entities, memos }
}

function replaced<T>(
  all: readonly T[],
  { before, after }: { readonly before?: T; readonly after?: T },
  keyOf: (one: T) => string
): readonly T[] {
  const changed = after ?? before
  if (changed === undefined) return all
  const others = all.filter((one) => keyOf(one) !== keyOf(changed))
  return after === undefined ? others : [...others, after].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
