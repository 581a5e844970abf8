// @ts-check
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { apt, hasApt } from './apt.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
  'msedge.exe'
]
const wellKnown = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
]

/**
 * The Chromium that tests drive: CHROME_PATH, one on the PATH, or one in its usual place.
 * @returns {string | undefined} the path of an executable
 */
export function findBrowser() {
  const wish = process.env['CHROME_PATH']
  if (wish) return wish
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...wellKnown].find((file) => existsSync(file))
}

/** Makes sure that there is a Chromium: on Debian it comes from apt-get. */
export function installBrowser() {
  const found = findBrowser()
  if (found !== undefined && existsSync(found)) return
  if (found !== undefined) throw new Error(`CHROME_PATH names no file: ${found}`)
  if (!hasApt()) throw new Error('the tests drive a Chromium or Chrome: please install one, or name it in CHROME_PATH')
  console.log('setup: Chromium from apt-get')
  apt('update')
  // The fonts are for the screenshots: a bare Debian has none.
  apt('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-dejavu-core', 'fonts-liberation')
  if (findBrowser() === undefined)
    throw new Error('apt-get brought no chromium: please install a Chromium or Chrome, or name it in CHROME_PATH')
}
