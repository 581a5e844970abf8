import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { kindOfFile } from './openFile'
import { written } from './outputs'
import type { CliPorts, ExitCode } from './ports'
import { describeError, type Report } from './report'
import { fileOutput } from './standardStreams'

export interface OutputOptions {
  /** A file instead of standard output. */
  readonly output?: string
  /** Nothing is done where the file is there, and nothing had failed. */
  readonly missing?: boolean
}

export function withOutputOptions(command: Command): Command {
  return command
    .option(
      '--output <file>',
      'write to a file, whole or not at all: where it is, it is complete. What failed is listed in FILE.failures'
    )
    .option('--missing', 'with --output: do nothing where the file is there and nothing had failed')
}

/** False where nothing came of it: no file is left then. */
export type Work = (put: Put) => Promise<boolean>

/** Writes a piece of the output; false when its reader has gone. */
export type Put = (text: string) => Promise<boolean>

/**
 * Does `work` with its output in a file or on standard output. A file is written beside and renamed, so that a process that is killed
 * leaves none, and of two that do the same at a time each leaves the same.
 */
export async function withOutput(
  { output, missing }: OutputOptions,
  ports: CliPorts,
  report: Report,
  work: Work
): Promise<ExitCode> {
  if (output === undefined) {
    await work((text) => written(ports.output, text))
    return report.exitCode()
  }
  if (missing && (await isDone(output))) {
    await report.noted({ name: output, message: 'is there: nothing was done' })
    return 0
  }
  try {
    await writeWhole(output, ports, report, work)
  } catch (error) {
    await report.failed({ name: output, message: describeError(error) })
  }
  return report.exitCode()
}

async function isDone(path: string): Promise<boolean> {
  return (await isFile(path)) && !(await isFile(failuresOf(path)))
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false
  )
}

function failuresOf(path: string): string {
  return `${path}.failures`
}

async function writeWhole(path: string, ports: CliPorts, report: Report, work: Work): Promise<void> {
  const target = await realpath(path).catch(() => resolve(path))
  const there = await stat(target).catch(() => undefined)
  if (there && !there.isFile())
    throw new Error(there.isDirectory() ? 'is a folder' : `is ${kindOfFile(there)}, not a file`)
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`)
  const stopListening = ports.onInterrupt(() => rmSync(beside, { force: true }))
  try {
    if (!(await fill(beside, work))) {
      await rm(beside, { force: true })
      return
    }
    const failures = report.failures().map((failure) => `${JSON.stringify(failure)}\n`)
    // First, so that a file without failures beside it never had any.
    if (failures.length > 0) await writeFile(failuresOf(target), failures.join(''))
    await rename(beside, target)
    if (failures.length === 0) await rm(failuresOf(target), { force: true })
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  } finally {
    stopListening()
  }
}

async function fill(path: string, work: Work): Promise<boolean> {
  const descriptor = openSync(path, 'wx')
  try {
    const file = fileOutput(descriptor)
    const isWhole = await work((text) => file.write(text))
    fsyncSync(descriptor)
    return isWhole
  } finally {
    closeSync(descriptor)
  }
}
