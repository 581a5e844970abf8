import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine } from '../../src/analysis'
import { root } from '../engine'
import { medianOf, middle } from './measure'

export interface Activation {
  /** Reading the models and making the engine, in a warm process. Milliseconds. */
  readonly warm: number
  /** The same, once, in each of several new processes. */
  readonly cold: number
}

export async function measureActivation(runs: number): Promise<Activation> {
  const warm = await medianOf(async () => {
    const start = performance.now()
    await loadEngine((file) => readFile(join(root, 'models', file)))
    return performance.now() - start
  }, runs)
  const cold = Array.from({ length: Math.min(runs, 5) }, () => Number(execFileSync(process.execPath, ['--import', 'tsx', join(root, 'test/bench/coldStart.ts')], { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } })))
  return { warm, cold: middle(cold) }
}
