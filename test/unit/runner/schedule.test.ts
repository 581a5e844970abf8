import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../engine'
import { chooseStages, runStages } from '../../schedule.mjs'
import { stages as realStages } from '../../stages.mjs'

interface TestStage {
  readonly name: string
  readonly group?: string
  readonly seconds: number
  readonly weight?: number
  readonly needs?: readonly string[]
  readonly holds?: readonly string[]
}

/** Runs stages of pretended lengths and says what began and ended, in order. */
async function runOf(stages: readonly TestStage[], atOnce: number, red: readonly string[] = []): Promise<string> {
  const said: string[] = []
  let now = 0
  const ends: { readonly at: number; readonly end: () => void }[] = []
  const run = runStages(
    stages,
    atOnce,
    (stage) => {
      said.push(`+${stage.name}`)
      return new Promise((resolve) => {
        ends.push({
          at: now + stage.seconds,
          end: () => {
            said.push(`-${stage.name}`)
            resolve(!red.includes(stage.name))
          }
        })
      })
    },
    (stage, needed) => said.push(`(${stage.name} needs ${needed})`)
  )
  let isDone = false
  const done = run.then(() => (isDone = true))
  while (!isDone) {
    ends.sort((a, b) => a.at - b.at)
    const first = ends.shift()
    now = first?.at ?? now
    first?.end()
    await Promise.race([done, new Promise(setImmediate)])
  }
  await run
  return said.join(' ')
}

describe('the schedule of stages', () => {
  it('runs as many at once as there are cores, the longest first', async () => {
    const stages = [
      { name: 'a', seconds: 1 },
      { name: 'b', seconds: 3 },
      { name: 'c', seconds: 2 }
    ]
    assert.equal(await runOf(stages, 1), '+b -b +c -c +a -a')
    assert.equal(await runOf(stages, 2), '+b +c -c +a -b -a')
  })

  it('counts what waits behind a stage as part of it', async () => {
    const stages = [
      { name: 'long', seconds: 5 },
      { name: 'build', seconds: 1 },
      { name: 'after', seconds: 6, needs: ['build'] }
    ]
    assert.equal(await runOf(stages, 1), '+build -build +after -after +long -long')
  })

  it('begins no stage before those it needs are green', async () => {
    const stages = [
      { name: 'late', seconds: 9, needs: ['first', 'second'] },
      { name: 'first', seconds: 1 },
      { name: 'second', seconds: 2 }
    ]
    assert.equal(await runOf(stages, 3), '+second +first -first -second +late -late')
  })

  it('gives a heavy stage the room of several, and that of all when it needs more', async () => {
    const stages = [
      { name: 'heavy', seconds: 4, weight: 2 },
      { name: 'other', seconds: 3, weight: 2 },
      { name: 'light', seconds: 1 }
    ]
    assert.equal(await runOf(stages, 3), '+heavy +light -light -heavy +other -other')
    assert.equal(await runOf(stages, 4), '+heavy +other -other +light -heavy -light')
    assert.equal(await runOf(stages, 1), '+heavy -heavy +other -other +light -light')
  })

  it('runs no two stages that hold the same thing', async () => {
    const stages = [
      { name: 'a', seconds: 4, holds: ['dist'] },
      { name: 'b', seconds: 3, holds: ['dist'] },
      { name: 'c', seconds: 1 }
    ]
    assert.equal(await runOf(stages, 3), '+a +c -c -a +b -b')
  })

  it('leaves out what needs a red stage, and goes on with the others', async () => {
    const stages = [
      { name: 'build', seconds: 1 },
      { name: 'package', seconds: 1, needs: ['build'] },
      { name: 'packaged', seconds: 1, needs: ['package'] },
      { name: 'unit', seconds: 2 }
    ]
    assert.equal(
      await runOf(stages, 1, ['build']),
      '+build -build (package needs build) (packaged needs package) +unit -unit'
    )
  })

  it('refuses stages that need each other', async () => {
    const stages = [
      { name: 'a', seconds: 1, needs: ['b'] },
      { name: 'b', seconds: 1, needs: ['a'] }
    ]
    await assert.rejects(runOf(stages, 1), /need each other: a, b, a/)
  })
})

describe('the choice of stages', () => {
  const stages = [
    { name: 'build', seconds: 1 },
    { name: 'one', group: 'both', seconds: 1, needs: ['build'] },
    { name: 'two', group: 'both', seconds: 1 },
    { name: 'window', group: 'desktop', seconds: 1 }
  ]
  const chosen = (...wanted: string[]) => chooseStages(stages, wanted).map(({ name }) => name)

  it('takes all but those of the desktop when none is named', () => {
    assert.deepEqual(chosen(), ['build', 'one', 'two'])
  })

  it('takes what is named, by name or group, and what it needs', () => {
    assert.deepEqual(chosen('two'), ['two'])
    assert.deepEqual(chosen('both'), ['build', 'one', 'two'])
    assert.deepEqual(chosen('window'), ['window'])
  })

  it('says which there are when a name is unknown', () => {
    assert.throws(() => chosen('three'), /no stage "three"; there are build, one, two, window/)
  })

  it('of the real stages can be carried out: each needs only stages that there are, and none needs itself', async () => {
    const ran = await runOf(chooseStages(realStages, []), 2)
    for (const { name } of chooseStages(realStages, [])) assert.ok(ran.includes(`-${name}`), name)
  })
})

describe('the suites of test/ui and test/host', () => {
  it('are each run by one stage', async () => {
    for (const folder of ['ui', 'host']) {
      const files = (await readdir(join(root, 'test', folder))).filter((name) => name.endsWith('.test.ts'))
      const run = realStages.flatMap(({ command }) =>
        Array.from(command.matchAll(new RegExp(`test/${folder}/(\\S+\\.test\\.ts)`, 'g')), ([, name = '']) => name)
      )
      assert.deepEqual(run.sort(), files.sort())
    }
  })
})
