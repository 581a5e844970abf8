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
