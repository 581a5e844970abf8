import { inverse, type Step } from '../../annotations'

/** The steps that were made, to be taken back one after the other and made again. */
export interface StepHistory {
  /** Whatever was undone cannot be made again from now on. */
  made(step: Step): void
  undoLabel(): string | undefined
  redoLabel(): string | undefined
  /** The step that takes back the last one, which `redo` then gives again; undefined where there is none. */
  undo(): Step | undefined
  redo(): Step | undefined
}

/** The oldest steps are forgotten beyond this. */
const mostSteps = 1000

export function stepHistory(): StepHistory {
  const done: Step[] = []
  const undone: Step[] = []
  return {
    made(step) {
      undone.length = 0
      done.push(step)
      if (done.length > mostSteps) done.shift()
    },
    undoLabel: () => done.at(-1)?.label,
    redoLabel: () => undone.at(-1)?.label,
    undo() {
      const step = done.pop()
      if (!step) return undefined
      undone.push(step)
      return inverse(step)
    },
    redo() {
      const step = undone.pop()
      if (step) done.push(step)
      return step
    }
  }
}
