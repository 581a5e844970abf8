import type { StudySettings } from '../../../src/study/study.js'
import type { Kept } from '../../../src/study/studyFilter.js'

/** What a window keeps, in memory. */
export function memoryKept(): Kept {
  const values = new Map<string, unknown>()
  return {
    get: (key) => values.get(key),
    update(key, value) {
      values.set(key, value)
      return Promise.resolve()
    }
  }
}

/** Settings as they are at first. */
export const plainSettings: StudySettings = {
  showsAttitudes: () => false,
  onDidChange: () => ({ dispose: () => undefined })
}
