export interface Disposable {
  dispose(): void
}

export interface DisposableList extends Disposable {
  /** Takes the ownership of a disposable and hands it back. */
  add<T extends Disposable>(disposable: T): T
}

/** Disposes what it was given, the last first and each once; what comes after the end is disposed at once. */
export function disposableList(): DisposableList {
  const owned: Disposable[] = []
  let ended = false
  return {
    add(disposable) {
      if (ended) disposable.dispose()
      else owned.push(disposable)
      return disposable
    },
    dispose() {
      ended = true
      for (const disposable of owned.splice(0).reverse()) disposable.dispose()
    }
  }
}
