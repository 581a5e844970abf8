import { inverse, type Edit, type Step } from '../../annotations'

/** The steps that were made, to be taken back one after the other and made again. */
export interface StepHistory {
  /** Whatever was undone cannot be made again from now on. */
  made(step: Step): void
  undoLabel(): string | undefined
  redoLabel(): string | undefined
  /** The step that takes back the last one, which `redo` then gives again; undefined where there is none. */
  undo(): Step | undefined
  redo(): Step | undefined
  /** An article, or a folder of articles, has another id from now on: steps on it are taken back there. */
  renamed(from: string, to: string): void
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
    renamed(from, to) {
      for (const steps of [done, undone])
        for (const [index, step] of steps.entries())
          steps[index] = { ...step, edits: step.edits.map((edit) => withArticle(edit, from, to)) }
    }
  }
}

function withArticle(edit: Edit, from: string, to: string): Edit {
  if (edit.kind !== 'decision' || (edit.article !== from && !edit.article.startsWith(`${from}/`))) return edit
  return { ...edit, article: to + edit.article.slice(from.length) }
}
