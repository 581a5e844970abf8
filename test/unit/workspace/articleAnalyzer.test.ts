import assert from 'node:assert/strict'
import { pause } from '../../../src/util/pause'
import type { ArticleAnalyzer } from '../../../src/workspace/articleAnalyzer'
import { refusingKillers } from '../../../src/workspace/refusingKillers'
import { threadedAnalyzer, ThreadKilled } from '../../../src/workspace/threadedAnalyzer'

/** Answers with the text as the record, but for texts that say what else to do. */
const echo = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ kind, id, text }) => {
    if (kind !== 'article') return
    if (text === 'die') process.exit(0)
    if (text === 'throw') throw new Error('beside its work')
    if (text === 'grow') for (const all = []; ; ) all.push(new Array(10000).fill({}))
    if (text === 'hang') for (;;);
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

  for (const [how, text] of [
    ['exits', 'die'],
    ['throws beside its work', 'throw'],
    ['needs more memory than it may have', 'grow'],
    ['never answers', 'hang']
  ] as const)
    it(`an article whose thread ${how} takes no other with it`, async () => {
      const analyzer = await start(echo, '1')
      try {
        const texts = [...'abcdefgh', text, ...'ijklmnop', text, ...'qr']
        const results = await Promise.allSettled(texts.map((each) => read(analyzer, each)))
        assert.deepEqual(
          results.map((result) => (result.status === 'fulfilled' ? result.value : errorOf(result.reason))),
          texts.map((each) => (each === text ? 'ThreadKilled' : each))
        )
        assert.equal(await read(analyzer, 'after it'), 'after it')
      } finally {
        analyzer.dispose()
      }
    })

  it('an analysis that throws fails alone, and its thread goes on', async () => {
    const analyzer = await start(echo, '1')
    try {
      await assert.rejects(read(analyzer, 'fail'), /cannot/)
      assert.equal(await read(analyzer, 'a'), 'a')
    } finally {
      analyzer.dispose()
    }
    await assert.rejects(read(analyzer, 'b'), /ended/)
  })

  it('rejects all that waits when no thread can be started any more', async () => {
    let models = 0
    // It asks for a model before it is ready: the third and fourth thread get none, and end.
    const script = `
      const { parentPort } = require('node:worker_threads')
      parentPort.on('message', ({ kind, bytes }) => {
        if (kind === 'article' || !bytes) process.exit(1)
        parentPort.postMessage({ kind: 'ready', version: '1' })
      })
      parentPort.postMessage({ kind: 'needs', file: 'a' })
    `
    const analyzer = await threadedAnalyzer({
      script,
      readModel: () => (++models > 2 ? Promise.reject(new Error('gone')) : Promise.resolve(new Uint8Array(1))),
      version: '1',
      count: 2
    })
    try {
      const results = await Promise.allSettled([...'abcdefghijkl'].map((text) => read(analyzer, text)))
      assert.deepEqual(
        results.map(({ status }) => status),
        results.map(() => 'rejected')
      )
      await assert.rejects(read(analyzer, 'm'))
    } finally {
      analyzer.dispose()
    }
  })

  it('what killed a thread is tried nowhere again, under any name', async () => {
    const killers = new Set<string>()
    const asked: string[] = []
    const noting = (analyzer: ArticleAnalyzer): ArticleAnalyzer => ({
      ...analyzer,
      analyze(text, format, isWanted) {
        asked.push(text)
        return analyzer.analyze(text, format, isWanted)
      }
    })
    const threaded = await start(echo, '1')
    try {
      await assert.rejects(read(refusingKillers(noting(threaded), killers), 'die'), ThreadKilled)
    } finally {
      threaded.dispose()
    }
    const host: ArticleAnalyzer = {
      analyze: (text) => Promise.resolve(new TextEncoder().encode(text)),
      dispose: () => undefined
    }
    const next = refusingKillers(noting(host), killers)
    await assert.rejects(read(next, 'die'), ThreadKilled)
    assert.equal(await read(next, 'a'), 'a')
    assert.deepEqual(asked, ['die', 'a'])
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
  return threadedAnalyzer({
    script,
    readModel: () => Promise.reject(new Error('no models')),
    version,
    count: 2,
    timeLimit: () => 3000,
    heapMegabytes: 64
  })
}

async function read(analyzer: ArticleAnalyzer, text: string): Promise<string> {
  return new TextDecoder().decode(await analyzer.analyze(text, 'plain', () => true))
}

function errorOf(reason: unknown): string {
  return reason instanceof ThreadKilled ? 'ThreadKilled' : String(reason)
}
