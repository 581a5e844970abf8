import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { GivenFile } from '../../src/exchange/importing/readDocument'

const run = promisify(execFile)

/** How LibreOffice reads and writes CSV: comma, quotation mark, UTF-8, from line 1, texts quoted, values as they are, every sheet. */
const asCsv = 'Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1'

/** How it reads CSV: as above, with formulas calculated, as a person may have it. */
const fromCsv = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,0,true'

/** What LibreOffice Calc sees in files, as CSV of its own: one for each sheet, by the file's and the sheet's name ("book-quotes.csv"). */
export async function seenByCalc(files: readonly GivenFile[]): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'calc-'))
  try {
    const paths = files.map(({ path }) => join(folder, path))
    for (const [index, { bytes }] of files.entries()) await writeFile(paths[index]!, bytes)
    const isCsv = paths[0]!.endsWith('.csv')
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const out = join(folder, 'out')
    const filters = [...(isCsv ? [`--infilter=${fromCsv}`] : []), '--convert-to', `csv:${asCsv}`]
    await run('soffice', [profile, '--headless', ...filters, '--outdir', out, ...paths])
    const seen = new Map<string, string>()
    for (const name of await readdir(out)) seen.set(name, await readFile(join(out, name), 'utf8'))
    return seen
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
