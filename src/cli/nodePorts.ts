import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { loadEngine } from '../analysis'
import type { CliPorts, TextOutput } from './ports'

/** The running process as ports. `models` is the folder of the models. */
export function nodePorts(process: NodeJS.Process, models: string): CliPorts {
  return {
    input: process.stdin as AsyncIterable<Uint8Array>,
    output: textOutput(process.stdout, process.stdout.isTTY),
    errors: textOutput(process.stderr, process.stderr.isTTY),
    loadEngine: () => loadEngine((file) => readFile(join(models, file)))
  }
}

/**
 * Waits for a full pipe to drain, so that a slow reader slows the analysis down and does not fill the memory. A reader that
 * went away (`| head`) is no error: from then on `write` says false.
 */
export function textOutput(stream: Writable, isTerminal = false): TextOutput {
  let open = true
  const close = () => { open = false }
  stream.on('error', close)
  stream.on('close', close)
  return {
    isTerminal,
    async write(text) {
      if (!open) return false
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(close)
      return open
    }
  }
}
