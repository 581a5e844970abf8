// `npm start [-- FOLDER]`: a folder of articles (our samples unless told) in a real VS Code in the browser, with the extension installed.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { run } from './execute.mjs'
import { root } from './places.mjs'
import { startServer } from './server.js'
import { remoteUri } from './session.js'

const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none'
}

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? join(root, 'samples'))
  const vsix = join(root, 'out', 'start.vsix')
  console.log('Packaging the extension')
  mkdirSync(dirname(vsix), { recursive: true })
  run('npm', ['run', 'package', '--', '--out', vsix], { cwd: root })
  const token = randomBytes(24).toString('base64url')
  const server = await startServer({ token, settings, extensions: [vsix] })
  const article = readdirSync(folder)
    .sort()
    .find((name) => /\.(txt|md)$/i.test(name))
  const query = {
    tkn: token,
    folder,
    ...(article === undefined
      ? {}
      : { payload: JSON.stringify([['openFile', remoteUri(server.port, join(folder, article))]]) })
  }
  const address = `http://localhost:${server.port}/?${new URLSearchParams(query).toString()}`
  console.log(
    `\nArticle Annotator in VS Code:\n\n  ${address}\n\nThe address holds a secret token, and only this machine can reach it. Ctrl+C stops it.`
  )
  openInBrowser(address)
  await server.ended
  await server.close()
}

/** A wish: without a browser, or without a screen, the printed address does. BROWSER=none keeps it closed. */
function openInBrowser(address: string): void {
  const hasScreen =
    process.platform === 'darwin' ||
    process.platform === 'win32' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined
  if (!hasScreen || process.env['BROWSER'] === 'none') return
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address]
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
