import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine } from '../analysis'
import type { CliPorts } from './ports'
import { onInterrupt } from './interruption'
import { standardInput, standardOutput } from './standardStreams'

/** The running process as ports. `models` is the folder of the models. */
export function nodePorts(process: NodeJS.Process, models: string): CliPorts {
  return {
    input: standardInput(process),
    output: standardOutput(1, () => process.stdout),
    errors: standardOutput(2, () => process.stderr),
    bytesOfArgument,
    onInterrupt: (cleanUp) => onInterrupt(process, cleanUp),
    loadEngine: () => loadEngine((file) => readFile(join(models, file)))
  }
}

/** Node decodes arguments as UTF-8; on Linux the bytes themselves can be read. */
function bytesOfArgument(argument: string): Uint8Array | undefined {
  if (!argument.includes('\uFFFD')) return undefined
  try {
    const commandLine = readFileSync('/proc/self/cmdline')
    for (let start = 0; start < commandLine.length;) {
      const end = commandLine.indexOf(0, start)
      const bytes = commandLine.subarray(start, end < 0 ? commandLine.length : end)
      if (bytes.toString() === argument) return bytes
      start += bytes.length + 1
    }
  } catch {
    // Another system than Linux.
  }
  return undefined
}
