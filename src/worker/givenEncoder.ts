import { openEncoder, prepareEncoder, type Encoder, type EncoderProblem, type PreparedEncoder } from '../encoder'
import type { GivenEncoder } from './messages'

/**
 * The encoder of this thread, or why there is none; undefined where none is given.
 * @param share called with what this thread has prepared, where other threads can work with it
 */
export function givenEncoder(
  given: GivenEncoder,
  share: (prepared: PreparedEncoder) => void
): Encoder | EncoderProblem | undefined {
  if (given.kind === 'none') return undefined
  if (given.kind === 'shared') return openEncoder(given.prepared, given.thread)
  const prepared = prepareEncoder(given.files, given.threads)
  if ('problem' in prepared) return prepared
  if (prepared.isShared) share(prepared)
  return openEncoder(prepared)
}
