import * as vscode from 'vscode'
import Mocha from 'mocha'
import { marker, type Counts } from '../host/marker.mjs'

/**
 * Runs suites with mocha inside an extension host of VS Code, Node's or the browser's alike.
 * The bundle of the suites exports a `run()` that calls this; the last line printed is the marker with the counts,
 * because VS Code says "passed" about a host that died.
 * @param load requires the suites, once mocha's globals are there
 * @param bundle the file name of the bundle, to know its errors by their stack
 * @throws when anything failed or nothing ran
 */
export async function runSuites(load: () => void, bundle: string): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color: false,
    timeout: 120_000,
    forbidOnly: true,
    forbidPending: true
  })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  const strays = watchStrayErrors(bundle)
  let counts: Counts
  try {
    load()
    counts = await runMocha(mocha)
  } catch (error) {
    console.error('The suites did not load:', error instanceof Error ? error.stack : error)
    counts = { passed: 0, failed: 1 }
  }
  for (const stray of strays) console.error('Outside of a test:', stray)
  const all = { passed: counts.passed, failed: counts.failed + strays.size }
  console.log(marker(all))
  if (all.failed > 0 || all.passed === 0) throw new Error(`${all.passed} passed, ${all.failed} failed`)
}

function runMocha(mocha: Mocha): Promise<Counts> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      resolve({ passed: runner.stats?.passes ?? 0, failed })
    })
  })
}

/** Promises rejected outside of a test fail no test and VS Code only logs them; those of built-in extensions are none of ours. */
function watchStrayErrors(bundle: string): ReadonlySet<string> {
  const ours = [
    bundle,
    ...vscode.extensions.all
      .filter((one) => one.id === 'article-annotator.article-annotator')
      .map((one) => one.extensionUri.path)
  ]
  // A set: mocha sends what it hears round once more.
  const strays = new Set<string>()
  const note = (reason: unknown): void => {
    const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
    if (ours.some((path) => text.includes(path))) strays.add(text)
  }
  process.on('unhandledRejection', note)
  // The web extension host takes addEventListener away.
  globalThis.onunhandledrejection = (event: PromiseRejectionEvent) => {
    note(event.reason)
  }
  return strays
}
