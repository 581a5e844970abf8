/** Calls `work` for every item, in order of beginning, with at most `lanes` calls under way. Rejects when one rejects. */
export async function concurrently<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>
): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: Math.min(lanes, items.length) }, async () => {
      for (const item of queue) await work(item)
    })
  )
}
