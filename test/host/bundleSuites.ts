import { basename, join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { fakeEngine } from './fakeEngine.js'
import { root } from './places.mjs'

export type ExtensionHost = 'node' | 'web'

/**
 * Bundles suites and the runner into one CommonJS file that exports `run()`, as both extension hosts load it.
 * @param suites absolute paths of test files
 * @param outfile absolute path
 * @param engine which one the suites get from `src/analysis`: the one that the extension under test has
 */
export async function bundleSuites(
  suites: readonly string[],
  target: ExtensionHost,
  outfile: string,
  engine: 'fake' | 'real' = 'fake'
): Promise<void> {
  await build({
    stdin: { contents: entry(suites, basename(outfile)), resolveDir: root, sourcefile: 'suites.ts', loader: 'ts' },
    // Not `cjs`: mocha's browser build would write its own exports over ours.
    outfile,
    bundle: true,
    format: 'iife',
    globalName: 'suites',
    footer: { js: 'module.exports = suites' },
    target: 'es2022',
    external: ['vscode'],
    plugins: engine === 'fake' ? [fakeEngine] : [],
    sourcemap: 'inline',
    logLevel: 'warning',
    ...(target === 'web' ? forBrowser : forNode)
  })
}

const forNode: BuildOptions = { platform: 'node', external: ['vscode', 'mocha'] }

/** No Node there: mocha's own browser build, and assert for browsers, which asks for a few of Node's globals. */
const forBrowser: BuildOptions = {
  platform: 'browser',
  // As the extension's own bundle: a web worker has no document.
  conditions: ['worker', 'browser'],
  alias: {
    mocha: 'mocha/mocha.mjs',
    'node:assert/strict': join(root, 'test/host/stand-ins/assertStrict.cjs'),
    'node:assert': 'assert'
  },
  define: { 'process.env.NODE_DEBUG': 'undefined', global: 'globalThis' },
  inject: [join(root, 'test/host/stand-ins/browserProcess.mjs')]
}

function entry(suites: readonly string[], bundle: string): string {
  const loads = suites.map((suite) => `require(${JSON.stringify(suite)})`).join('; ')
  return `import { runSuites } from './test/integration/index.ts'\nexport function run() { return runSuites(() => { ${loads} }, ${JSON.stringify(bundle)}) }\n`
}
