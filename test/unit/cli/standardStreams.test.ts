import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { streamOutput } from '../../../src/cli/standardStreams'

describe('output to a stream', () => {
  it('waits while a slow reader has enough, and leaves no listeners behind', async () => {
    const seen: string[] = []
    let waiting = 0
    const stream = new Writable({
      highWaterMark: 4,
      write(chunk: Buffer, _encoding, done) {
        seen.push(chunk.toString())
        setImmediate(done)
      }
    })
    const output = streamOutput(stream)
    for (let index = 0; index < 50; index++) {
      assert.equal(await output.write(`line ${index}\n`), true)
      waiting = Math.max(waiting, stream.writableLength)
    }
    assert.equal(seen.join(''), Array.from({ length: 50 }, (_, index) => `line ${index}\n`).join(''))
    assert.ok(waiting <= 8, `${waiting} bytes were waiting`)
    assert.equal(stream.listenerCount('drain') + stream.listenerCount('close'), 1)
  })

  it('says so when the reader has gone, also to a writer that waits', async () => {
    const stream = new Writable({
      highWaterMark: 1,
      write: () => {
        setImmediate(() => stream.destroy(Object.assign(new Error('broken pipe'), { code: 'EPIPE' })))
      }
    })
    const output = streamOutput(stream)
    assert.deepEqual(await Promise.all([output.write('one'), output.write('two')]), [false, false])
    assert.equal(await output.write('three'), false)
  })
})
