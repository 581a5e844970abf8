// `npm start [-- FOLDER]`: a folder of articles (our samples unless told) in a real VS Code in the browser, with the extension installed.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { run } from './execute.mjs'
import { openAddress } from './openAddress.js'
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

/**
 * Our samples need no question whether somebody trusts us: they open in Restricted Mode, in which the extension can do all it does.
 * A folder of somebody's own gets VS Code's own handling of trust, which is never off: another folder may be opened from here, too.
 */
const withoutQuestion = {
  // VS Code would frame every curly quotation mark there, as in the source of a program that nobody trusts.
  'editor.unicodeHighlight.nonBasicASCII': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never'
}

async function main(): Promise<void> {
  const given = process.argv[2]
  const folder = resolve(given ?? join(root, 'samples'))
  const vsix = join(root, 'out', 'start.vsix')
  console.log('Packaging the extension')
  mkdirSync(dirname(vsix), { recursive: true })
  run('npm', ['run', 'package', '--', '--out', vsix], { cwd: root })
  const token = randomBytes(24).toString('base64url')
  const server = await startServer({
    token,
    workspaceTrust: true,
    settings: given === undefined ? { ...settings, ...withoutQuestion } : settings,
    extensions: [vsix]
  })
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
  openAddress(address, join(root, 'out'))
  await server.ended
  await server.close()
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
