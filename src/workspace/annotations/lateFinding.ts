import { delayed } from '../../util/delayed'
import type { Disposable } from '../../util/disposable'
import { atOnceOrInSlices } from '../../util/slices'
import type { Steps } from '../../util/steps'

/** Looks for decisions that are off their words. What takes long is done between other work, and never while somebody types. */
export interface LateFinding extends Disposable {
  /** Begins now: what takes a few milliseconds is done when this returns. */
  now(path: string): void
  /** Begins when nothing was typed into the article for a while. */
  whenTypingRests(path: string): void
}

/** Milliseconds without a keystroke. */
const restOfTyping = 500

export function lateFinding(
  findMore: (path: string) => Steps<void>,
  failed: (error: unknown) => void,
  rest = restOfTyping
): LateFinding {
  /** By article, the last search that began. */
  const searches = new Map<string, Steps<void>>()
  const typedInto = new Set<string>()
  const rested = delayed(rest, () => {
    for (const path of typedInto) now(path)
    typedInto.clear()
  })

  function now(path: string): void {
    void search(path).catch(failed)
  }

  async function search(path: string): Promise<void> {
    const steps = findMore(path)
    searches.set(path, steps)
    await atOnceOrInSlices(steps, () => searches.get(path) === steps)
    if (searches.get(path) === steps) searches.delete(path)
  }

  return {
    now,
    whenTypingRests(path) {
      searches.delete(path)
      typedInto.add(path)
      rested.cancel()
      rested()
    },
    dispose() {
      searches.clear()
      rested.dispose()
    }
  }
}
