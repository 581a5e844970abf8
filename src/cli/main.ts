import { join } from 'node:path'
import { nodePorts } from './nodePorts'
import { run } from './run'

// The models lie beside the folder of the bundle. The exit code is set and not forced, so that all output gets out first.
void run(process.argv.slice(2), nodePorts(process, join(__dirname, '..', 'models'))).then((code) => {
  process.exitCode = code
})
