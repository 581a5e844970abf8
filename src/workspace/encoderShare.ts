import type { EncoderFiles, PreparedEncoder } from '../encoder'
import type { GivenEncoder } from '../worker/messages'

/** The encoder of a window: the first thread prepares its weights, and where the host lets them the others work with the same memory. */
export interface EncoderShare {
  /** For a thread that starts. Never rejects. */
  lend(): Promise<LentEncoder>
}

export interface LentEncoder {
  readonly given: GivenEncoder
  /** The thread has prepared what others can share. */
  prepared(shared: PreparedEncoder): void
  /** The thread is ready: what it has not told until now does not come any more. */
  ready(): void
  /** The thread is no more, and another one may have its place. */
  giveBack(): void
}

/** Places for threads in a shared memory: the window's thread, the folder's two, and one that takes the place of a thread that is ending. */
const places = 4

/** @param readFiles reads the weights and kernels anew each time: they are not held here. Never rejects */
export function encoderShare(readFiles: () => Promise<EncoderFiles>): EncoderShare {
  let shared: PreparedEncoder | undefined
  /** While a thread prepares what may be shared. */
  let preparing: Promise<void> | undefined
  let canShare = true
  const free = new Set(Array.from({ length: places }, (_, place) => place))

  /** A place in the shared memory. */
  function placed(prepared: PreparedEncoder, thread: number): LentEncoder {
    free.delete(thread)
    return { ...idle, given: { kind: 'shared', prepared, thread }, giveBack: () => void free.add(thread) }
  }

  async function first(): Promise<LentEncoder> {
    let settle: () => void = () => undefined
    preparing = new Promise((resolve) => {
      settle = () => {
        preparing = undefined
        resolve()
      }
    })
    free.delete(0)
    const files = await readFiles()
    return {
      given: { kind: 'files', files, threads: places },
      prepared(prepared) {
        shared = prepared
        settle()
      },
      ready() {
        if (!shared) canShare = false
        settle()
      },
      giveBack() {
        free.add(0)
        settle()
      }
    }
  }

  return {
    async lend() {
      while (preparing) await preparing
      if (!shared && canShare) return first()
      const [place] = free
      if (shared && place !== undefined) return placed(shared, place)
      return { ...idle, given: { kind: 'files', files: await readFiles(), threads: 1 } }
    }
  }
}

const idle = { prepared: () => undefined, ready: () => undefined, giveBack: () => undefined }
