import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'

/** The writer as one file, which starts ten times as fast as its source. */
export async function bundledWriter(folder: string): Promise<string> {
  const outfile = join(folder, 'writer.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'writer.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error'
  })
  return outfile
}

export interface Program {
  readonly child: ChildProcess
  /** All lines that it writes, also those that it had written when it was killed. */
  readonly lines: Promise<readonly string[]>
}

/** Starts the writer; `told` gets each line at once. */
export function startWriter(
  writer: string,
  values: readonly string[],
  told: (line: string) => void = () => {}
): Program {
  const child = spawn(process.execPath, [writer, ...values], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const reader = createInterface(child.stdout).on('line', (line) => {
    lines.push(line)
    told(line)
  })
  return { child, lines: new Promise((resolve) => reader.on('close', () => resolve(lines))) }
}
