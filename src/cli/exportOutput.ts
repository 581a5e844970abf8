import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, open, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { exportedBytes, type ExchangeFormat, type ExportInput } from '../exchange'
import { kindOfFile } from './openFile'
import type { CliPorts } from './ports'
import { describeError } from './report'

/** Writes an export to a file or folder: all of it or nothing. */
export interface ExportOutput {
  /** Rejects when it cannot be written; what was there is then as it was. */
  readonly write: (format: ExchangeFormat, input: ExportInput) => Promise<void>
}

/** Looks whether something can be written to a path. Rejects with an error that says why not. */
export async function exportOutput(
  path: string,
  { writer }: ExchangeFormat,
  ports: Pick<CliPorts, 'onInterrupt'>
): Promise<ExportOutput> {
  const asFolder = writer.kind === 'files' && !path.toLowerCase().endsWith('.zip')
  const target = await realpath(path).catch(() => resolve(path))
  await (asFolder ? proveEmptyFolder(target) : proveFile(target))
  await stat(dirname(target)).catch((error: unknown) => {
    throw new Error(describeError(error), { cause: error })
  })
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`)
  return {
    async write(format, input) {
      const stopListening = ports.onInterrupt(() => rmSync(beside, { recursive: true, force: true }))
      try {
        if (asFolder) await writeFolder(beside, format, input)
        else await writeFile(beside, exportedBytes(format, input))
        // An empty folder is replaced, which not every system does by itself.
        if (asFolder) await rmdir(target).catch(() => undefined)
        await rename(beside, target)
      } catch (error) {
        await rm(beside, { recursive: true, force: true }).catch(() => undefined)
        throw error
      } finally {
        stopListening()
      }
    }
  }
}

async function proveFile(path: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined)
  if (stats?.isDirectory()) throw new Error('is a folder, and the export is one file')
  if (stats && !stats.isFile()) throw new Error(`is ${kindOfFile(stats)}, not a file`)
}

async function proveEmptyFolder(path: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined)
  if (!stats) return
  if (!stats.isDirectory()) throw new Error('is no folder, and the export is several files: name a folder or a .zip')
  if ((await readdir(path)).length > 0) throw new Error('is a folder that is not empty')
}

async function writeFolder(folder: string, { writer }: ExchangeFormat, input: ExportInput): Promise<void> {
  if (writer.kind !== 'files') throw new TypeError('one file is no folder')
  await mkdir(folder)
  for await (const { path, pieces } of writer.write(input)) {
    const file = resolve(folder, path)
    if (!file.startsWith(`${folder}${sep}`)) throw new Error(`the file ${path} of the export would leave its folder`)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, pieces)
  }
}

async function writeFile(
  path: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
): Promise<void> {
  const file = await open(path, 'wx')
  try {
    for await (const piece of pieces) await file.appendFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
}
