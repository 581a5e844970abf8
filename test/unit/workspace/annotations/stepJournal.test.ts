import assert from 'node:assert/strict'
import type { Step } from '../../../../src/annotations'
import { stepJournal } from '../../../../src/workspace/annotations/stepJournal'
import { eventually } from '../memoryWorkspace'
import { memoryJournal } from './memoryJournal'

describe('the steps that are not on disk yet', () => {
  it('are kept until they are, in their order', async () => {
    const { texts, journal } = memoryJournal()
    const steps = stepJournal(journal('own'), assert.ifError)
    const [first, second] = [underWay(), underWay()]
    steps.made(step('first'), first.written)
    steps.made(step('second'), second.written)
    await eventually(
      () => labels(texts.get('own')),
      ({ length }) => length === 2
    )
    assert.deepEqual(labels(texts.get('own')), ['first', 'second'])
    first.end()
    await eventually(
      () => labels(texts.get('own')),
      ({ length }) => length === 1
    )
    assert.deepEqual(labels(texts.get('own')), ['second'])
    second.fail()
    await eventually(
      () => texts.size,
      (size) => size === 0
    )
  })

  it('are made by the next window, which leaves alone what it cannot make, and forgets what nobody can read', async () => {
    const { texts, journal } = memoryJournal(
      new Map([
        ['torn', JSON.stringify([step('lost')]).slice(0, -5)],
        ['strange', '{"__proto__": [1], "length": 1}'],
        ['wrong', JSON.stringify([null, 7, { label: 'x', edits: [null] }, step('right')])],
        ['impossible', JSON.stringify([step('no')])],
        ['own', JSON.stringify([step('mine')])]
      ])
    )
    const errors: unknown[] = []
    const made: string[] = []
    const steps = stepJournal(journal('own'), (error) => errors.push(error))
    await steps.resume(({ label }) => {
      made.push(label)
      return label === 'no' ? Promise.reject(new Error('gone')) : Promise.resolve()
    })
    assert.deepEqual(made, ['right', 'no'])
    assert.deepEqual([...texts.keys()], ['impossible', 'own'])
    assert.deepEqual(errors.map(String), ['Error: gone'])
  })

  it('are not kept when there is as much to write as where they belong', async () => {
    const { texts, journal } = memoryJournal()
    const steps = stepJournal(journal('own'), assert.ifError)
    const { edits } = step('one')
    const [many, few] = [underWay(), underWay()]
    steps.made({ label: 'many', edits: Array.from({ length: 201 }, () => edits[0]!) }, many.written)
    steps.made(step('few'), few.written)
    await eventually(
      () => texts.size,
      (size) => size > 0
    )
    assert.deepEqual(labels(texts.get('own')), ['few'])
  })
})

function step(label: string): Step {
  return { label, edits: [{ kind: 'decision', article: 'file:///a.txt' }] }
}

function labels(text = '[]'): readonly string[] {
  return (JSON.parse(text) as readonly Step[]).map(({ label }) => label)
}

function underWay() {
  let end = () => {}
  let fail = () => {}
  const written = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = () => reject(new Error('it could not be written'))
  })
  return { written, end: () => end(), fail: () => fail() }
}
