// Run by activation.ts in processes of its own: what the first engine costs, and the same once more.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine } from '../../src/analysis'
import type { Activation } from './activation'
import { processorTime } from './measure'

async function load(): Promise<{ readonly wall: number; readonly processor: number }> {
  const start = performance.now()
  const before = processorTime()
  await loadEngine((file) => readFile(join(process.argv[2] ?? '', file)))
  return { wall: performance.now() - start, processor: processorTime() - before }
}

void (async () => {
  const { wall, processor } = await load()
  const again = (await load()).processor
  process.stdout.write(JSON.stringify({ wall, processor, again } satisfies Activation))
})()
