import assert from 'node:assert/strict'
import { encoderShare, type LentEncoder } from '../../../src/workspace/encoderShare'
import { preparedFrom } from '../encoder/encoders'
import { pause } from '../../../src/util/pause'
import { someEncoderFiles } from './workerBundle'

function shown({ given }: LentEncoder): string {
  if (given.kind === 'files') return `files for ${given.threads}`
  return given.kind === 'shared' ? `place ${given.thread}` : given.kind
}

describe('an encoder that threads share', () => {
  it('is prepared by the first thread; the others get places in its memory, and one more than there are its own', async () => {
    const share = encoderShare(someEncoderFiles)
    const first = await share.lend()
    const others = Promise.all([share.lend(), share.lend(), share.lend(), share.lend()])
    assert.equal(shown(first), 'files for 4')
    const prepared = await preparedFrom((await someEncoderFiles()).weights ?? new Uint8Array(), 4)
    first.prepared(prepared)
    const lent = await others
    assert.deepEqual(lent.map(shown), ['place 1', 'place 2', 'place 3', 'files for 1'])
    lent[1]?.giveBack()
    assert.equal(shown(await share.lend()), 'place 2')
    first.giveBack()
    assert.equal(shown(await share.lend()), 'place 0')
  })

  it('is prepared by the next thread where the first one ended before', async () => {
    const share = encoderShare(someEncoderFiles)
    const first = await share.lend()
    const order: string[] = []
    const others = [share.lend(), share.lend()].map((lending) => lending.then((lent) => order.push(shown(lent))))
    await pause()
    assert.deepEqual(order, [])
    first.giveBack()
    await others[0]
    await pause()
    assert.deepEqual(order, ['files for 4'])
  })

  it('is prepared by each thread where they cannot share', async () => {
    const share = encoderShare(someEncoderFiles)
    const first = await share.lend()
    const second = share.lend()
    first.ready()
    assert.deepEqual([await second, await share.lend()].map(shown), ['files for 1', 'files for 1'])
  })
})
