import { join } from 'node:path'
import { nodePorts } from './nodePorts'
import { run } from './run'

// The models lie beside the folder of the bundle, the kernels in it. The exit code is set and not forced, so that all output gets out first.
void run(
  process.argv.slice(2),
  nodePorts(process, { models: join(__dirname, '..', 'models'), kernels: __dirname, parts: join(__dirname, 'cli') })
).then((code) => {
  process.exitCode = code
})
