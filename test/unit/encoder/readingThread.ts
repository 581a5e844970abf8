// The script of a thread in threads.test.ts: reads texts with what another thread has prepared.
import { parentPort, workerData } from 'node:worker_threads'
import { openEncoder, type PreparedEncoder } from '../../../src/encoder'
import { digestOf } from './digestOf'

const { prepared, thread, texts } = workerData as {
  readonly prepared: PreparedEncoder
  readonly thread: number
  readonly texts: readonly string[]
}
const encoder = openEncoder(prepared, thread)
parentPort?.postMessage(texts.map((text) => digestOf(encoder.read(text))))
