// The extension as the integration and browser suites run it: with the fake engine, in a folder of its own, so that neither
// the models nor `dist` are touched.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { languages, manifestOf } from '../../build/l10n/bundles.js'
import { bundles } from '../../esbuild.mjs'
import { fakeEngine } from './fakeEngine.js'
import { extensionUnderTest, root } from './places.mjs'

/** What the extension has beside its bundles and models. */
const files = [
  'package.json',
  manifestOf(),
  ...languages.map(manifestOf),
  ...['l10n', 'media', 'samples', 'schemas', 'syntaxes']
]

async function main(): Promise<void> {
  rmSync(extensionUnderTest, { recursive: true, force: true })
  mkdirSync(extensionUnderTest, { recursive: true })
  for (const file of files) cpSync(join(root, file), join(extensionUnderTest, file), { recursive: true })
  cpSync(join(root, 'test', 'fakeEngine', 'roster.json'), join(extensionUnderTest, 'models', 'roster.json'))
  await Promise.all(
    bundles(join(extensionUnderTest, 'dist'), { production: false }).map(async (options) => {
      const { metafile } = await build({ ...options, plugins: [fakeEngine], metafile: true })
      const inputs = Object.keys(metafile.inputs)
      const holds = (file: string) => inputs.some((input) => input.endsWith(file))
      if (holds('src/analysis/engine.ts') || (holds('src/analysis/index.ts') && !holds('test/fakeEngine/index.ts')))
        throw new Error(`${options.outfile}: the fake engine did not take the place of the real one`)
    })
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
