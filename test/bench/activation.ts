import { bundled } from './bundled'
import { middle } from './measure'

/** Reading the models and making the engine, in milliseconds. */
export interface Activation {
  /** The first time in a new process, by the clock. */
  readonly wall: number
  /** The same in processor time of all threads. */
  readonly processor: number
  /** Once more in the same process, processor time. */
  readonly again: number
}

/** Medians over so many new processes, each of which runs the bundled engine. */
export async function measureActivation(processes: number): Promise<Activation> {
  const start = await bundled<Activation>('coldStart')
  try {
    const found: Activation[] = []
    while (found.length < processes) found.push(await start.run())
    const median = (of: (one: Activation) => number) => middle(found.map(of))
    return {
      wall: median(({ wall }) => wall),
      processor: median(({ processor }) => processor),
      again: median(({ again }) => again)
    }
  } finally {
    await start.remove()
  }
}
