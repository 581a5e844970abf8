import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Row } from './rows'
import { nextStep, steppedRow, type Step } from './stepping'

interface SteppingOptions {
  readonly rows: readonly Row[]
  readonly onShow: (row: number) => void
  readonly onOpen: (key: string) => void
  /** Brings a row into sight, so that it is loaded. */
  readonly onWait: (row: number) => void
}

interface Stepping {
  step(row: number, direction: 1 | -1): void
  /** The reader does something else. */
  stop(): void
}

/** Steps through words: what is closed or not there yet is opened and waited for. */
export function useStepping({ rows, onShow, onOpen, onWait }: SteppingOptions): Stepping {
  /** By the keys of rows. */
  const waiting = useRef<{ readonly owner: string; readonly from: string; readonly direction: 1 | -1 } | undefined>(
    undefined
  )

  function take(step: Step, owner: number, direction: 1 | -1): void {
    waiting.current = undefined
    const key = (index: number) => rows[index]?.node.key ?? ''
    if (step.kind === 'stay') return
    if (step.kind === 'show') return onShow(step.row)
    waiting.current = { owner: key(owner), from: key(step.from), direction }
    if (step.kind === 'open') onOpen(key(step.row))
    else onWait(step.row)
  }

  // At once: the key that is pressed next steps on from there.
  useLayoutEffect(() => {
    if (!waiting.current) return
    const { owner: ownerKey, from: fromKey, direction } = waiting.current
    const owner = rows.findIndex(({ node }) => node.key === ownerKey)
    const from = rows.findIndex(({ node }) => node.key === fromKey)
    if (owner < 0 || from < 0) waiting.current = undefined
    // It is opened with the next rows.
    else if (rows[owner]?.expanded) take(nextStep(rows, owner, from, direction), owner, direction)
  }, [rows])

  return {
    step(row, direction) {
      const owner = steppedRow(rows, row)
      if (owner >= 0) take(nextStep(rows, owner, row, direction), owner, direction)
    },
    stop() {
      waiting.current = undefined
    }
  }
}
