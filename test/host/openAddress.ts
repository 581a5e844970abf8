import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Opens an address that holds a secret in the person's browser. Everybody on the machine can read a command line, so the
 * command is given a page that only this user can read, and that page leads on. The page goes with this process.
 * It lies in a folder of the repository: browsers in a sandbox (snap, flatpak) see neither the temporary nor hidden folders.
 *
 * A wish: without a browser, or without a screen, nothing happens. BROWSER=none keeps it closed.
 * @param under a folder, made when there is none
 */
export function openAddress(address: string, under: string): void {
  const command = openingCommand()
  if (command === undefined) return
  const page = pathToFileURL(leadingPage(address, under)).href
  spawn(command[0], [...command.slice(1), page], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

function openingCommand(): readonly [string, ...string[]] | undefined {
  if (process.env['BROWSER'] === 'none') return undefined
  if (process.platform === 'darwin') return ['open']
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  const hasScreen = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  return hasScreen ? ['xdg-open'] : undefined
}

/** Writes the page into a folder that only this user can enter. */
function leadingPage(address: string, under: string): string {
  mkdirSync(under, { recursive: true })
  const folder = mkdtempSync(join(under, 'start-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const page = join(folder, 'open.html')
  const target = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Article Annotator</title>
<meta http-equiv="refresh" content="0; url=${target}"><a href="${target}">Open Article Annotator</a>\n`,
    { mode: 0o600 }
  )
  return page
}
