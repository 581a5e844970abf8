/**
 * Gives a function that runs tasks one after the other, in the order in which it was called. When a task fails, `failed` gets
 * the error, the call resolves to undefined, and the next task runs all the same.
 */
export function turns(failed: (error: unknown) => void): <T>(task: () => Promise<T>) => Promise<T | undefined> {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(task: () => Promise<T>) => {
    const result = last.then(task).catch((error: unknown) => {
      failed(error)
      return undefined
    })
    last = result
    return result
  }
}
