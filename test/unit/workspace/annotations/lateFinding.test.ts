import assert from 'node:assert/strict'
import type { Steps } from '../../../../src/util/steps'
import { lateFinding } from '../../../../src/workspace/annotations/lateFinding'

describe('looking for decisions that are off their words', () => {
  it('begins at once where it may, and once when typing rests', async () => {
    const begun: string[] = []
    const finding = recorded(begun, function* () {
      yield
    })
    finding.now('a.txt')
    assert.deepEqual(begun, ['a.txt'])
    for (const path of ['b.txt', 'c.txt', 'b.txt']) finding.whenTypingRests(path)
    assert.deepEqual(begun, ['a.txt'])
    await turnsUntil(() => begun.length === 3)
    assert.deepEqual(begun, ['a.txt', 'b.txt', 'c.txt'])
    finding.dispose()
  })

  it('ends when something is typed meanwhile, and begins again when typing rests', async () => {
    const begun: string[] = []
    let steps = 0
    const finding = recorded(begun, function* (): Steps<void> {
      const own = begun.length
      while (own === 1) {
        steps++
        yield
      }
    })
    finding.now('a.txt')
    const before = steps
    finding.whenTypingRests('a.txt')
    await turnsUntil(() => begun.length === 2)
    assert.ok(before > 0)
    assert.equal(steps, before)
    finding.dispose()
  })

  it('begins no more when nobody listens', async () => {
    const begun: string[] = []
    const [gone, other] = [recorded(begun, none), recorded(begun, none)]
    gone.whenTypingRests('a.txt')
    gone.dispose()
    other.whenTypingRests('b.txt')
    await turnsUntil(() => begun.length > 0)
    assert.deepEqual(begun, ['b.txt'])
    other.dispose()
  })
})

function* none(): Steps<void> {}

function recorded(begun: string[], search: () => Steps<void>) {
  const findMore = (path: string) => {
    begun.push(path)
    return search()
  }
  return lateFinding(findMore, assert.ifError, 2)
}

async function turnsUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
