// @ts-check
// Prepares a machine that has only Node and npm: `node test/host/setup.mjs [host] [browser] [consumers]`.
// Without dependencies, and quick when there is nothing to do: `npm start` and `npm test` run it first.
import { installBrowser } from './installBrowser.mjs'
import { installConsumers } from './installConsumers.mjs'
import { installDependencies } from './installDependencies.mjs'
import { installHost } from './installHost.mjs'

const wanted = process.argv.slice(2)
const all = wanted.length === 0
try {
  installDependencies()
  if (all || wanted.includes('host')) installHost()
  if (all || wanted.includes('browser')) installBrowser()
  if (all || wanted.includes('consumers')) installConsumers()
} catch (error) {
  console.error(`setup: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
