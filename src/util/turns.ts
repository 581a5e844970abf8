/**
 * Work that is done one after the other, in the order in which it was asked for. What fails is handed to `failed` and gives
 * undefined; the next has its turn all the same.
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
