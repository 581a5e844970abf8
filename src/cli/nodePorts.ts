import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine, type Engine } from '../analysis'
import { onInterrupt } from './interruption'
import { nodeEncoder, type EngineFolders } from './nodeEncoder'
import type { CliPorts, EngineWishes } from './ports'
import { standardInput, standardOutput } from './standardStreams'

/** The running process as ports. */
export function nodePorts(process: NodeJS.Process, folders: EngineFolders & { readonly parts: string }): CliPorts {
  return {
    parts: folders.parts,
    input: standardInput(process),
    output: standardOutput(1, () => process.stdout),
    errors: standardOutput(2, () => process.stderr),
    bytesOfArgument,
    onInterrupt: (cleanUp) => onInterrupt(process, cleanUp),
    loadEngine: (wishes) => nodeEngine(folders, wishes)
  }
}

async function nodeEngine(
  folders: EngineFolders,
  { withoutLanguageModel, hasNoLanguageModel }: EngineWishes
): Promise<Engine> {
  const found = withoutLanguageModel ? undefined : await nodeEncoder(folders)
  const problem = found && 'problem' in found ? found : undefined
  const engine = await loadEngine(
    (file) => readFile(join(folders.models, file)),
    found && 'problem' in found ? undefined : found
  )
  if (problem) await hasNoLanguageModel(problem)
  return engine
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
