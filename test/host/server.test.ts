import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'
import { startServer } from './server.js'

describe('the embedded server', function () {
  this.timeout(300_000)

  it('ends and cleans up with close()', async () => {
    const server = await startServer()
    assert.equal((await fetch(`http://localhost:${server.port}/version`)).status, 200)
    await server.close()
    await assert.rejects(fetch(`http://localhost:${server.port}/version`))
    assert.equal(existsSync(server.folder), false)
  })

  it('ends and cleans up with the process that started it, on SIGTERM', async () => {
    const holder = spawn(
      process.execPath,
      ['--require', 'tsx/cjs', join(root, 'test', 'host', 'fixtures', 'holdsServer.ts')],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }
    )
    const [line] = (await once(holder.stdout, 'data')) as [Buffer]
    const { port, folder } = JSON.parse(line.toString()) as { port: number; folder: string }
    assert.equal((await fetch(`http://localhost:${port}/version`)).status, 200)
    holder.kill('SIGTERM')
    await once(holder, 'exit')
    await assert.rejects(fetch(`http://localhost:${port}/version`))
    assert.equal(existsSync(folder), false)
  })

  it('says so when an extension does not install', async () => {
    await assert.rejects(startServer({ extensions: [join(root, 'package.json')] }), /package\.json did not install/)
  })
})
