import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../engine'

/** A Slurm cluster of one node, for as long as the tests run. */
export async function startSlurm(folder: string) {
  await mkdir(folder)
  execFileSync('bash', [join(root, 'test/clusters/slurmCluster.sh'), folder], {
    stdio: ['ignore', 'ignore', 'inherit']
  })
  return {
    environment: { SLURM_CONF: join(folder, 'slurm.conf') },
    async stop(): Promise<void> {
      for (const daemon of ['slurmd', 'slurmctld', 'munged'])
        await ended(Number(readFileSync(join(folder, `${daemon}.pid`))))
    }
  }
}

async function ended(id: number): Promise<void> {
  process.kill(id)
  while (isThere(id)) await new Promise((resolve) => setTimeout(resolve, 20))
}

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}
