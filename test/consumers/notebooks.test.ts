import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from '../engine'
import { installedCli, type InstalledCli } from '../unit/cli/installed'

/** Those of the samples have some 80,000 to 110,000 bytes; what is empty compresses to a fraction. */
const leastBytes = 50_000

describe('the notebooks, from the samples to figures', () => {
  let folder: string
  let cli: InstalledCli
  let counts: Readonly<Record<string, number>>
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'notebooks-'))
    cli = await installedCli()
    const asked = run('article-annotator', 'query', '--format', 'json', 'SELECT figure, count FROM counts', 'samples')
    const rows = JSON.parse(asked) as { figure: string; count: number }[]
    counts = Object.fromEntries(rows.map(({ figure, count }) => [figure, count]))
  })
  after(async () => {
    await cli.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  function run(command: string, ...args: readonly string[]): string {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', PATH: cli.bin + delimiter + (process.env['PATH'] ?? '') }
    return execFileSync(command, args, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  }

  const headline = () => `${counts['Quotes']} quotes of ${counts['Sources']} sources in ${counts['Articles']} articles`

  it('in Python: pandas counts as the sidebar does, matplotlib draws', () => {
    const figure = join(folder, 'python.png')
    const output = run('/usr/bin/python3', 'docs/notebooks/sources.py', 'samples', figure)
    assert.equal(output.split('\n')[0], headline())
    assert.match(output, /^woman +\d+\nman +\d+$/m)
    assert.match(output, /^ *Meridian +\d+ +\d+ +0\.\d+$/m)
    assert.deepEqual(pictureAt(figure), { width: 1800, height: 840, isDrawn: true })
  })

  it('in R: base R counts and draws, ggplot2 draws', () => {
    const [bars, days] = [join(folder, 'bars.png'), join(folder, 'days.png')]
    const output = run('Rscript', '--vanilla', 'docs/notebooks/sources.R', 'samples', bars, days)
    assert.equal(output.split('\n')[0], headline())
    const kinds = /direct +mixed +indirect *\n([\d ]+)/.exec(output)?.[1]?.trim().split(/ +/).map(Number) ?? []
    const [withSource] = JSON.parse(
      run(
        'article-annotator',
        'query',
        '--format',
        'json',
        "SELECT count(*) AS n FROM quotes WHERE act = 'speech' AND NOT again AND speaker_id IS NOT NULL",
        'samples'
      )
    ) as { n: number }[]
    assert.equal(
      kinds.reduce((sum, count) => sum + count, 0),
      withSource?.n
    )
    assert.deepEqual(pictureAt(bars), { width: 1800, height: 1300, isDrawn: true })
    assert.deepEqual(pictureAt(days), { width: 1650, height: 924, isDrawn: true })
  })
})

/** What a PNG says of itself, and whether there is something in it. */
function pictureAt(path: string) {
  const bytes = readFileSync(path)
  assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG')
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), isDrawn: bytes.length > leastBytes }
}
