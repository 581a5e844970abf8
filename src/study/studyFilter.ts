import { disposableList, type Disposable } from '../util/disposable'
import { emitter, type Event } from '../util/emitter'

/** The one filter of a window: whatever shows the folder shows what it leaves. */
export interface StudyFilter extends Disposable {
  /** As it is typed (`util/filterQuery`). */
  query(): string
  set(query: string): void
  readonly onDidChange: Event<string>
  /** Searches that the researcher keeps, in order of name. */
  saved(): readonly SavedSearch[]
  /** Under a name that is there already, it takes the place of that one. */
  save(search: SavedSearch): void
  forget(name: string): void
  readonly onDidChangeSaved: Event<readonly SavedSearch[]>
}

export interface SavedSearch {
  readonly name: string
  readonly query: string
}

/** Where a window keeps its things: VS Code's `Memento`. */
export interface Kept {
  get(key: string): unknown
  update(key: string, value: unknown): PromiseLike<void>
}

const queryKey = 'study.filter'
const savedKey = 'study.savedSearches'

export function studyFilter(kept: Kept): StudyFilter {
  const owned = disposableList()
  const changed = owned.add(emitter<string>())
  const changedSaved = owned.add(emitter<readonly SavedSearch[]>())
  const first = kept.get(queryKey)
  let query = typeof first === 'string' ? first : ''
  let saved = readSaved(kept.get(savedKey))

  function keep(searches: readonly SavedSearch[]): void {
    saved = [...searches].sort((a, b) => a.name.localeCompare(b.name))
    void kept.update(savedKey, saved)
    changedSaved.fire(saved)
  }

  return {
    query: () => query,
    set(wanted) {
      if (wanted === query) return
      query = wanted
      void kept.update(queryKey, query)
      changed.fire(query)
    },
    onDidChange: changed.event,
    saved: () => saved,
    save: (search) => keep([...saved.filter(({ name }) => name !== search.name), search]),
    forget: (name) => keep(saved.filter((search) => search.name !== name)),
    onDidChangeSaved: changedSaved.event,
    dispose: () => owned.dispose()
  }
}

function readSaved(value: unknown): readonly SavedSearch[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) => {
    const { name, query } = (one ?? {}) as Partial<Record<keyof SavedSearch, unknown>>
    return typeof name === 'string' && typeof query === 'string' ? [{ name, query }] : []
  })
}
