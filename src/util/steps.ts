/** Long work in steps of a few milliseconds at most: whoever runs it may serve others between two of them. */
export type Steps<T> = Generator<undefined, T, undefined>

/** All steps at once. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** What `items.map(toResult)` gives, with a rest after so many items. */
export function* mappedInSteps<Item, Result>(
  items: readonly Item[],
  toResult: (item: Item, index: number) => Result,
  itemsPerStep: number
): Steps<Result[]> {
  const results: Result[] = []
  for (let index = 0; index < items.length; index++) {
    results.push(toResult(items[index] as Item, index))
    if (index % itemsPerStep === itemsPerStep - 1) yield
  }
  return results
}

/** What `items.flatMap(toResults)` gives, with a rest after so many items. */
export function* flatMappedInSteps<Item, Result>(
  items: readonly Item[],
  toResults: (item: Item, index: number) => readonly Result[],
  itemsPerStep: number
): Steps<Result[]> {
  const results: Result[] = []
  for (let index = 0; index < items.length; index++) {
    for (const result of toResults(items[index] as Item, index)) results.push(result)
    if (index % itemsPerStep === itemsPerStep - 1) yield
  }
  return results
}
