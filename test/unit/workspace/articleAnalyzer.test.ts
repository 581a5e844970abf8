import assert from 'node:assert/strict'
import { pause } from '../../../src/util/pause'
import { threadedAnalyzer } from '../../../src/workspace/articleAnalyzer'

/** Answers with the text as the record; "die" ends the thread. */
const echo = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ kind, id, text }) => {
    if (kind !== 'article') return
    if (text === 'die') process.exit(0)
    if (text === 'fail') return parentPort.postMessage({ kind: 'failed', id, reason: 'cannot' })
    parentPort.postMessage({ kind: 'record', id, record: new TextEncoder().encode(text) })
  })
  parentPort.postMessage({ kind: 'ready', version: '1' })
`

describe('analyzing in threads', () => {
  it('rejects when a thread cannot start, and leaves no rejection behind', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    // Mocha's own listeners would end the run.
    const others = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', note)
    try {
      for (const script of ['throw new Error("no")', 'process.exit(0)', echo])
        await assert.rejects(start(script, '2'), script)
      // Rejections that nobody took are reported at the end of a turn.
      await pause()
    } finally {
      process.removeAllListeners('unhandledRejection')
      for (const listener of others) process.on('unhandledRejection', listener)
    }
    assert.deepEqual(unhandled, [])
  })

  it('goes on with the threads that are left', async () => {
    const analyzer = await start(echo, '1')
    const read = async (text: string) => new TextDecoder().decode(await analyzer.analyze(text, 'plain', () => true))
    try {
      assert.deepEqual(await Promise.all(['a', 'b', 'c'].map(read)), ['a', 'b', 'c'])
      await assert.rejects(read('fail'), /cannot/)
      await assert.rejects(read('die'))
      for (const text of ['d', 'e', 'f']) assert.equal(await read(text), text)
      await assert.rejects(read('die'))
      await assert.rejects(read('g'))
    } finally {
      analyzer.dispose()
    }
    await assert.rejects(read('h'))
  })

  it('gives nothing when nobody waits any more', async () => {
    const analyzer = await start(echo, '1')
    try {
      assert.equal(await analyzer.analyze('a', 'plain', () => false), undefined)
    } finally {
      analyzer.dispose()
    }
  })
})

function start(script: string, version: string) {
  return threadedAnalyzer({ script, readModel: () => Promise.reject(new Error('no models')), version, count: 2 })
}
