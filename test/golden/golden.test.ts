import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expectedFolder, renderGoldenFiles } from './goldenFiles'

// After a change that was meant: `npm run golden:accept`, and read the difference before you commit it.
describe('golden files', () => {
  let rendered: ReadonlyMap<string, string>
  before(async () => {
    rendered = await renderGoldenFiles()
  })

  it('are there for each sample, and no others', async () => {
    const entries = await readdir(expectedFolder, { recursive: true, withFileTypes: true })
    const names = entries.flatMap((entry) =>
      entry.isFile() ? relative(expectedFolder, join(entry.parentPath, entry.name)).replaceAll('\\', '/') : []
    )
    assert.deepEqual(names.sort(), [...rendered.keys()].sort())
  })

  it('say what the engine says', async () => {
    for (const [name, content] of rendered) {
      const expected = await readFile(join(expectedFolder, name), 'utf8').catch(() => '')
      if (content !== expected) assert.fail(`${name} differs (- expected, + now):\n${difference(expected, content)}`)
    }
  })
})

/** The lines that are only in one of two texts, each in its own order. */
function difference(expected: string, actual: string): string {
  const missing = (lines: readonly string[], others: readonly string[], sign: string) => {
    const known = new Set(others)
    return lines.flatMap((line, index) => (known.has(line) ? [] : [{ index, line: `${sign} ${line}` }]))
  }
  const before = expected.split('\n')
  const now = actual.split('\n')
  const lines = [...missing(before, now, '-'), ...missing(now, before, '+')]
    .sort((a, b) => a.index - b.index)
    .map(({ line }) => line)
  return lines.length === 0 ? 'the same lines in another order or number' : lines.join('\n')
}
