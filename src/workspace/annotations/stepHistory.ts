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
  /** Articles got other names: `nameOf` gives the present one of an article's id. */
  renamed(nameOf: (article: string) => string): void
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
    },
    renamed(nameOf) {
      for (const steps of [done, undone]) steps.forEach((step, index) => (steps[index] = withNames(step, nameOf)))
    }
  }
}

function withNames(step: Step, nameOf: (article: string) => string): Step {
  const edits = step.edits.map((edit) => {
    if (edit.kind !== 'decision') return edit
    const article = nameOf(edit.article)
    return article === edit.article ? edit : { ...edit, article }
  })
  return edits.every((edit, index) => edit === step.edits[index]) ? step : { ...step, edits }
}
