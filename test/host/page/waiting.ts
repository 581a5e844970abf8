import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'

/**
 * How long tests wait for what must come, in milliseconds: so long that a busy machine turns none of them red. Only a failure
 * takes that time.
 */
export const patience = 60_000

/**
 * Asks again until the answer is right. The last answer is in the error, so that a failure can be read.
 * @param milliseconds how long, `patience` unless told
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  milliseconds = patience
): Promise<T> {
  const end = Date.now() + milliseconds
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    if (Date.now() > end)
      throw new Error(
        `waited ${milliseconds} ms for ${what}, last seen: ${JSON.stringify(answer)?.slice(0, 2000) ?? 'nothing'}`
      )
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
  }
}

/**
 * Asks again until the answer is the one that is expected, to the last detail: what must come may come in parts, or late.
 * @throws with the difference between the two when it does not come in time
 */
export async function waitForEqual<T>(ask: () => Promise<T>, expected: T, message?: string): Promise<void> {
  for (const end = Date.now() + patience; ;) {
    const answer = await ask()
    if (isDeepStrictEqual(answer, expected)) return
    if (Date.now() > end) assert.deepEqual(answer, expected, message)
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  }
}
