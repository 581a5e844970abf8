import type { Step } from '../../annotations'
import { turns } from '../../util/turns'

/** A place for a text of this window that is there when the window is not any more. */
export interface JournalPlace {
  /** What other windows left. */
  left(): Promise<readonly LeftText[]>
  /** Replaces the text; undefined takes it away. Called once at a time. */
  keep(text: string | undefined): Promise<void>
}

export interface LeftText {
  readonly text: string
  readonly forget: () => Promise<void>
}

/**
 * The steps that are not on disk yet, written down at once and as they are. To write decisions takes the lock of their folder, a
 * tenth of a second at least, and a window that is reloaded has no time left: VS Code takes its files from an extension before it
 * calls `deactivate`. The next window makes what was left over: what is made twice changes nothing.
 */
export interface StepJournal {
  /** A step was made; `written` ends when it is on disk, or waits where it is safe. */
  made(step: Step, written: Promise<unknown>): void
  /** Makes the steps that other windows left. `make` ends when it is written; what it rejects is left as it is. Never rejects. */
  resume(make: (step: Step) => Promise<unknown>): Promise<void>
}

/** A step of more edits is not written down: that would take as long as to write it where it belongs. */
const mostEdits = 200

export function stepJournal(place: JournalPlace, failed: (error: unknown) => void): StepJournal {
  const open = new Set<Step>()
  const inTurn = turns(failed)
  let kept: string | undefined

  async function keep(): Promise<void> {
    const text = open.size > 0 ? JSON.stringify([...open]) : undefined
    if (text === kept) return
    kept = text
    await place.keep(text)
  }

  return {
    made(step, written) {
      if (step.edits.length > mostEdits) return
      open.add(step)
      void inTurn(keep)
      const isWritten = () => {
        open.delete(step)
        void inTurn(keep)
      }
      written.then(isWritten, isWritten)
    },
    async resume(make) {
      const left = await place.left().catch(failed)
      for (const { text, forget } of left ?? []) {
        try {
          for (const step of stepsIn(text)) await make(step)
          await forget()
        } catch (error) {
          failed(error)
        }
      }
    }
  }
}

/** None of a text that is not whole: its window was ended while it wrote it. */
function stepsIn(text: string): readonly Step[] {
  try {
    const steps: unknown = JSON.parse(text)
    return Array.isArray(steps) ? steps.filter(isStep) : []
  } catch {
    return []
  }
}

function isStep(step: unknown): step is Step {
  const { edits } = (step ?? {}) as Partial<Step>
  return Array.isArray(edits) && edits.every((edit: unknown) => typeof edit === 'object' && edit !== null)
}
