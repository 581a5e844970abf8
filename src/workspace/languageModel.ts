import { versionWith, type Engine } from '../analysis'
import { foreseeEncoder, type EncoderFiles, type EncoderProblem } from '../encoder'
import type { Disposable } from '../util/disposable'
import { emitter, type Event } from '../util/emitter'
import { lazy } from '../util/lazy'
import { translatable } from '../util/translate'
import { encoderShare, type EncoderShare } from './encoderShare'
import type { Log } from './log'

/**
 * The language model of a window: threads read with it, never the extension host's own. Where it is missing, damaged or cannot run, the
 * engine works without.
 */
export interface LanguageModel extends Disposable {
  /** What threads get: undefined once it is known that they cannot use it. Reads the files the first time. Never rejects. */
  share(): Promise<EncoderShare | undefined>
  /**
   * The version under which a folder's results are kept: what the installation should give, whether or not threads can be started
   * today. Never rejects.
   */
  versionOf(engine: Engine): Promise<string>
  /** Whether the installation has it and this host can run it, as far as its files tell. Never rejects. */
  isForeseen(): Promise<boolean>
  /** A thread could not use it, or no thread could be started: nothing asks for it any more in this session. Logged once. */
  lost(problem: EncoderProblem): void
  /** No thread can be started. */
  threadsFailed(error: unknown): void
  /** Why there is none; undefined where there is one, or while nobody has asked for it. */
  readonly problem: EncoderProblem | undefined
  /** `problem` is another. */
  readonly onDidChange: Event<void>
}

/** A thread cannot use the language model that it was given. */
export class LanguageModelLost extends Error {
  constructor(readonly reason: EncoderProblem) {
    super(`${reason.problem} (${reason.detail})`)
  }
}

const noThreads = translatable('The language model needs background threads, and none can be started')

/** @param readFiles never rejects */
export function languageModel(readFiles: () => Promise<EncoderFiles>, log: Log): LanguageModel {
  const changed = emitter()
  const share = encoderShare(readFiles)
  let problem: EncoderProblem | undefined
  const foreseen = lazy(async () => {
    const found = foreseeEncoder(await readFiles())
    if ('problem' in found) lost(found)
    return found
  })

  function lost(reason: EncoderProblem): void {
    if (problem) return
    problem = reason
    log.warn(`${reason.problem} (${reason.detail}): articles are read without it`)
    changed.fire()
  }

  return {
    async share() {
      await foreseen()
      return problem ? undefined : share
    },
    async versionOf({ version }) {
      const found = await foreseen()
      return 'problem' in found ? version : versionWith(version, found.version)
    },
    threadsFailed(error) {
      const detail = error instanceof Error ? error.message : String(error)
      lost(error instanceof LanguageModelLost ? error.reason : { problem: noThreads, detail })
    },
    isForeseen: async () => !('problem' in (await foreseen())),
    lost,
    get problem() {
      return problem
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose()
  }
}
