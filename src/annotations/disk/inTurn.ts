/** Runs tasks about the same paths one after the other, in the order in which they come; others overlap. */
export function turnsByPath(): <Result>(paths: readonly string[], task: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>()
  return <Result>(paths: readonly string[], task: () => Promise<Result>) => {
    const before = paths.map(async (path) => last.get(path))
    const result = Promise.allSettled(before).then(task)
    for (const path of paths) last.set(path, result)
    const forget = () => {
      for (const path of paths) if (last.get(path) === result) last.delete(path)
    }
    result.then(forget, forget)
    return result
  }
}
