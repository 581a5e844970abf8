// Builds the four bundles: the extension and the script of its threads (desktop and browser alike), the webview's script, and the command line.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { context } from 'esbuild'

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
      entryPoints: ['src/webview/sidebar/main.tsx'],
      outfile: join(folder, 'webview.js'),
      format: 'iife',
      platform: 'browser',
      loader: { '.ttf': 'file' },
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
    }
  ]
}

async function main() {
  const all = bundles('dist', { production: process.argv.includes('--production') })
  const contexts = await Promise.all(all.map((options) => context(options)))
  if (process.argv.includes('--watch')) {
    await Promise.all(contexts.map((bundle) => bundle.watch()))
  } else {
    await Promise.all(contexts.map((bundle) => bundle.rebuild()))
    await Promise.all(contexts.map((bundle) => bundle.dispose()))
  }
}

// Tests take the bundles from here and build them elsewhere.
if (process.argv[1] === fileURLToPath(import.meta.url))
  main().catch(() => {
    process.exitCode = 1
  })
