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
 * `write` waits while the pipe is full, so that a slow reader slows the analysis down instead of filling the memory. A reader
 * that went away (`| head`) is no error: from then on `write` resolves to false.
 */
export function textOutput(stream: Writable, isTerminal = false): TextOutput {
  let open = true
  let waiting: (() => void)[] = []
  const wake = () => {
    const woken = waiting
    waiting = []
    for (const resolve of woken) resolve()
  }
  const close = () => {
    open = false
    wake()
  }
  stream.on('drain', wake).on('error', close).on('close', close)
  return {
    isTerminal,
    async write(text) {
      if (open && !stream.write(text)) await new Promise<void>((resolve) => waiting.push(resolve))
      return open
    }
  }
}
