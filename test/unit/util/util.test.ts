import { emitter } from '../../../src/util/emitter'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { concurrently } from '../../../src/util/concurrently'
import { countWords } from '../../../src/util/countWords'
import { disposableList } from '../../../src/util/disposable'
import { lazy } from '../../../src/util/lazy'
import { flatMapped, mapped } from '../../../src/util/mapped'
import { pause } from '../../../src/util/pause'
import { workSlices } from '../../../src/util/slices'
import { turns } from '../../../src/util/turns'

describe('an event', () => {
  it('reaches every listener, also when one throws, which the host hears of', async () => {
    const source = emitter<number>()
    const heard: string[] = []
    const others = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException').on('uncaughtException', ({ message }) => heard.push(message))
    try {
      source.event(() => {
        throw new Error('a fault')
      })
      const second = source.event((value) => heard.push(`second ${value}`))
      source.fire(1)
      second.dispose()
      source.fire(2)
      await pause()
      await pause()
    } finally {
      process.removeAllListeners('uncaughtException')
      for (const listener of others) process.on('uncaughtException', listener)
    }
    assert.deepEqual(heard, ['second 1', 'a fault', 'a fault'])
  })
})

describe('lazy', () => {
  it('makes its value once, when it is first asked for, even when it is undefined', () => {
    let made = 0
    const value = lazy(() => void (made += 1))
    assert.equal(made, 0)
    value()
    value()
    assert.equal(made, 1)
  })
})

describe('a list of disposables', () => {
  it('disposes the last first and each once, and at once what comes late', () => {
    const ended: string[] = []
    const list = disposableList()
    for (const name of ['first', 'second']) list.add({ dispose: () => ended.push(name) })
    list.dispose()
    list.dispose()
    list.add({ dispose: () => ended.push('late') })
    assert.deepEqual(ended, ['second', 'first', 'late'])
  })
})

describe('concurrently', () => {
  it('works on every item in order, with no more under way than allowed', async () => {
    const begun: number[] = []
    let under = 0
    let most = 0
    await concurrently([1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item)
      most = Math.max(most, (under += 1))
      await pause()
      under -= 1
    })
    assert.deepEqual([begun, most], [[1, 2, 3, 4, 5], 2])
  })

  it('rejects with what failed', async () => {
    await assert.rejects(
      concurrently([1], 3, () => Promise.reject(new Error('no'))),
      /no/
    )
  })
})

describe('mapped', () => {
  it('gives what map and flatMap give', () => {
    assert.deepEqual(
      mapped(['a', 'b'], (letter, index) => letter + index),
      ['a0', 'b1']
    )
    assert.deepEqual(
      flatMapped([0, 2, 1], (count, index) => Array<number>(count).fill(index)),
      [1, 1, 2]
    )
    assert.deepEqual([mapped([], String), flatMapped([], () => [1])], [[], []])
  })
})

describe('work in slices', () => {
  it('lets timers run once its time is up, and not before', async () => {
    let turns = 0
    setTimeout(() => (turns += 1), 0)
    await workSlices(Infinity).rest()
    assert.equal(turns, 0)
    const over = workSlices(0)
    while (turns === 0) await over.rest()
    assert.equal(turns, 1)
  })
})

describe('counting words', () => {
  it('counts runs of letters and digits with single apostrophes, commas, hyphens and points inside', () => {
    for (const [text, count] of [
      ['', 0],
      ['One two, three.', 3],
      ["don\u2019t o'clock 1,000.5 well-known", 4],
      ['a..b c- d', 4],
      ['\u{1D400}\u{1D401}x \u{1F600}y', 2],
      ['\uD835 half', 1],
      ["'quoted' -dash", 2]
    ] as const)
      assert.equal(countWords(text), count, JSON.stringify(text))
  })

  it('is what a regular expression says of any text', () => {
    const units = fc.array(
      fc.constantFrom(
        'a',
        'Z',
        '7',
        '.',
        ',',
        '-',
        "'",
        '\u2019',
        ' ',
        '\n',
        '\u00e9',
        '\u00d7',
        '\u0300',
        '\u00b2',
        '\ud835',
        '\udc00',
        '\u{1F600}',
        '\u0436',
        '+',
        '_'
      ),
      { maxLength: 30 }
    )
    fc.assert(
      fc.property(units, (parts) => {
        const text = parts.join('')
        assert.equal(
          countWords(text),
          text.match(/[\p{L}\p{M}\p{N}]+(?:['\u2019.,-][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0
        )
      }),
      { numRuns: 2000 }
    )
  })
})

describe('turns', () => {
  it('do one thing after the other, and go on after a failure', async () => {
    const told: string[] = []
    const inTurn = turns((error) => told.push(String(error)))
    const results = await Promise.all([
      inTurn(async () => {
        await pause(10)
        told.push('first')
        return 1
      }),
      inTurn(() => Promise.reject(new Error('second'))),
      inTurn(() => Promise.resolve(told.push('third')))
    ])
    assert.deepEqual(
      [results, told],
      [
        [1, undefined, 3],
        ['first', 'Error: second', 'third']
      ]
    )
  })
})
