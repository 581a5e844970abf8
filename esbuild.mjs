// Builds the bundles: the extension and the script of its threads (desktop and browser alike), a script for each page of a webview, and the command line;
// and the notices of the packages that are in them; and the encoder's kernels in WebAssembly.
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { context } from 'esbuild'
import subsetFont from 'subset-font'
import { compiledKernels } from './build/kernels.mjs'
import { thirdPartyNotices } from './build/notices.mjs'

/**
 * @param {string} folder where the bundles go
 * @param {{ production: boolean }} options
 * @returns {import('esbuild').BuildOptions[]}
 */
export function bundles(folder, { production }) {
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: import.meta.dirname,
    bundle: true,
    minify: production,
    sourcemap: !production,
    metafile: true,
    target: 'es2022',
    logLevel: 'warning',
    legalComments: 'none'
  }
  return [
    {
      ...common,
      entryPoints: ['src/extension.ts'],
      outfile: join(folder, 'extension.js'),
      format: 'cjs',
      platform: 'browser',
      external: ['vscode'],
      conditions: ['worker', 'browser']
    },
    {
      ...common,
      entryPoints: ['src/worker/main.ts'],
      outfile: join(folder, 'worker.js'),
      format: 'iife',
      platform: 'browser',
      conditions: ['worker', 'browser']
    },
    {
      ...common,
      entryPoints: [
        ...pages().map((page) => ({ in: `src/webview/${page}/main.tsx`, out: page })),
        // The outlines of the map: read by the host when the map is shown, so that no page waits for them.
        { in: 'world-atlas/countries-110m.json', out: 'countries-110m' }
      ],
      outdir: join(folder, 'webview'),
      format: 'iife',
      platform: 'browser',
      loader: { '.ttf': 'file', '.json': 'copy' },
      plugins: [usedIcons(join(import.meta.dirname, 'src/webview'))],
      assetNames: '[name]',
      jsx: 'automatic',
      jsxImportSource: 'preact'
    },
    {
      ...common,
      entryPoints: ['src/cli/main.ts'],
      outfile: join(folder, 'cli.js'),
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      banner: { js: '#!/usr/bin/env node' }
    },
    {
      ...common,
      // What some verbs alone need: loaded when they do, so that the others start as fast as without it. In the tarball, not in the .vsix.
      entryPoints: [
        { in: 'src/cli/sqlite/index.ts', out: 'sqlite' },
        { in: 'src/cli/sqlite/queryThread.ts', out: 'queryThread' },
        { in: 'src/cli/assistants/index.ts', out: 'mcp' },
        { in: 'node_modules/node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm', out: 'node-sqlite3-wasm' }
      ],
      outdir: join(folder, 'cli'),
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      loader: { '.wasm': 'copy' }
    }
  ]
}

/** The rooms of `src/webview` that are a page of their own: `dist/webview/<page>.js` and `.css` come of them. */
function pages() {
  const rooms = join(import.meta.dirname, 'src/webview')
  return readdirSync(rooms).filter((room) => existsSync(join(rooms, room, 'main.tsx')))
}

/**
 * Leaves out the icons whose name stands nowhere in the webview's sources, rules and glyphs: of some 600 about 30 are used. An
 * icon's name is written out where it is used, never put together.
 * @param {string} sources a folder
 * @returns {import('esbuild').Plugin}
 */
function usedIcons(sources) {
  const rule = /^\.codicon-([\w-]+):before \{ *content: "\\([0-9a-f]+)" *\}\n?/gm
  return {
    name: 'used-icons',
    setup(build) {
      build.onLoad({ filter: /codicon\.css$/ }, async ({ path }) => {
        const words = await wordsOf(sources)
        const css = await readFile(path, 'utf8')
        return { contents: css.replace(rule, (whole, name) => (words.has(name) ? whole : '')), loader: 'css' }
      })
      build.onLoad({ filter: /codicon\.ttf$/ }, async ({ path }) => {
        const words = await wordsOf(sources)
        const css = await readFile(path.replace(/ttf$/, 'css'), 'utf8')
        const used = [...css.matchAll(rule)].filter(([, name = '']) => words.has(name))
        const characters = used.map(([, , code = '']) => String.fromCodePoint(parseInt(code, 16))).join('')
        const glyphs = await subsetFont(await readFile(path), characters, { targetFormat: 'truetype' })
        return { contents: glyphs, loader: 'file' }
      })
    }
  }
}

/** @param {string} sources a folder @returns {Promise<ReadonlySet<string>>} the words of its scripts' plain strings */
async function wordsOf(sources) {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const texts = await Promise.all(files.map((file) => readFile(join(sources, file), 'utf8')))
  const strings = texts.flatMap((text) => text.match(/(?<=['"`])[\w -]+(?=['"`])/g) ?? [])
  return new Set(strings.flatMap((string) => string.split(' ')))
}

/** Writes the encoder's kernels: for a memory of a thread's own, and for one that threads share. @param {string} folder */
async function writeKernels(folder) {
  const { own, shared } = await compiledKernels()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'kernels.wasm'), own)
  await writeFile(join(folder, 'kernels-shared.wasm'), shared)
}

async function main() {
  await writeKernels('dist')
  const all = bundles('dist', { production: process.argv.includes('--production') })
  const contexts = await Promise.all(all.map((options) => context(options)))
  if (process.argv.includes('--watch')) {
    await Promise.all(contexts.map((bundle) => bundle.watch()))
    return
  }
  try {
    const results = await Promise.all(contexts.map((bundle) => bundle.rebuild()))
    const metafiles = results.flatMap(({ metafile }) => metafile ?? [])
    await writeFile(join('dist', 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(metafiles, import.meta.dirname))
  } finally {
    // Otherwise a build that fails never ends.
    await Promise.all(contexts.map((bundle) => bundle.dispose()))
  }
}

// Tests take the bundles from here and build them elsewhere.
if (process.argv[1] === fileURLToPath(import.meta.url))
  main().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
