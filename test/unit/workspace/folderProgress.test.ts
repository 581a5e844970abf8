import { deepEqual } from 'node:assert/strict'
import { reportTo, type FolderProgress, type FolderReadingState } from '../../../src/workspace/folderProgress'

/** What is reported of a folder of 1,000 files: at each time (in seconds) so many are done. */
function reported(...at: readonly (readonly [seconds: number, done: number])[]): readonly string[] {
  let [time, state]: [number, FolderReadingState] = [0, { kind: 'unread' }]
  const lines: string[] = []
  const show = ({ done, total, secondsLeft }: FolderProgress) => {
    lines.push(`${done} of ${total}${secondsLeft === undefined ? '' : `, ${Math.round(secondsLeft)} s left`}`)
  }
  const report = reportTo(
    show,
    () => state,
    () => time
  )
  report()
  for (const [seconds, done] of at) {
    time = seconds * 1000
    state = { kind: 'reading', done, total: 1000 }
    report()
  }
  return lines
}

describe('how far the reading of a folder is', () => {
  it('says how long the rest takes as soon as there is a pace', () => {
    deepEqual(reported([0, 0], [2, 20], [10, 100]), ['0 of 1000', '20 of 1000', '100 of 1000, 90 s left'])
  })
  it('goes by the last half minute: what is kept from before passes at once', () => {
    deepEqual(reported([0, 0], [1, 500], [35, 520], [45, 530]).slice(2), ['520 of 1000', '530 of 1000, 470 s left'])
  })
  it('says no time while nothing goes on', () => {
    deepEqual(reported([0, 10], [20, 10]), ['10 of 1000', '10 of 1000'])
  })
})
