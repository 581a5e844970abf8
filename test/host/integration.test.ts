import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleSuites, type ExtensionHost } from './bundleSuites.js'
import { extensionUnderTest, root } from './places.mjs'

// What must never look green: each of these ends an extension host or a suite in its own way.
describe('the stand-in for code', function () {
  this.timeout(300_000)
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'aa-'))
  })
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const run = async (fixture: string, host: ExtensionHost): Promise<string> => {
    // Within the extension under development: from elsewhere VS Code would take the Node extension host.
    const tests = join(extensionUnderTest, 'out', 'test', `${fixture}.${host}.js`)
    await bundleSuites([join(root, 'test', 'host', 'fixtures', `${fixture}.ts`)], host, tests)
    const result = spawnSync(
      join(root, 'test', 'host', 'codeStandIn.cjs'),
      [
        folder,
        `--extensionTestsPath=${tests}`,
        `--extensionDevelopmentPath=${extensionUnderTest}`,
        `--extensionDevelopmentKind=${host}`
      ],
      { encoding: 'utf8', cwd: folder }
    )
    const line = /^article-annotator tests: (.*)$/m.exec(result.stdout)?.[1] ?? 'no marker'
    return `exit ${result.status ?? result.signal}, ${line}`
  }

  const cases: readonly (readonly [fixture: string, host: ExtensionHost, expected: string])[] = [
    ['passes', 'node', 'exit 0, 1 passed, 0 failed'],
    ['passes', 'web', 'exit 0, 1 passed, 0 failed'],
    ['fails', 'node', 'exit 1, 1 passed, 1 failed'],
    ['exits', 'node', 'exit 70, no marker'],
    ['empty', 'web', 'exit 1, 0 passed, 0 failed'],
    ['stray', 'node', 'exit 1, 2 passed, 1 failed'],
    ['stray', 'web', 'exit 1, 2 passed, 1 failed'],
    ['throwsLate', 'web', 'exit 1, 1 passed, 1 failed'],
    ['doesNotLoad', 'node', 'exit 1, 0 passed, 1 failed']
  ]
  for (const [fixture, host, expected] of cases) {
    it(`${fixture} in the ${host} extension host: ${expected}`, async () => {
      assert.equal(await run(fixture, host), expected)
    })
  }
})
