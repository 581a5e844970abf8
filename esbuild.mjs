// Builds the four bundles: the extension and the script of its threads (desktop and browser alike), the webview's script, and the command line.
import { context } from 'esbuild'

const production = process.argv.includes('--production')
const watch = process.argv.includes('--watch')

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none'
}
const bundles = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    conditions: ['worker', 'browser']
  },
  {
    ...common,
    entryPoints: ['src/worker/main.ts'],
    outfile: 'dist/worker.js',
    format: 'iife',
    platform: 'browser',
    conditions: ['worker', 'browser']
  },
  {
    ...common,
    entryPoints: ['src/webview/sidebar/main.tsx'],
    outfile: 'dist/webview.js',
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
    outfile: 'dist/cli.js',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' }
  }
]

const contexts = await Promise.all(bundles.map((options) => context(options)))
if (watch) {
  await Promise.all(contexts.map((bundle) => bundle.watch()))
} else {
  await Promise.all(contexts.map((bundle) => bundle.rebuild()))
  await Promise.all(contexts.map((bundle) => bundle.dispose()))
}
