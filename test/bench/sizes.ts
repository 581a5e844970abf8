import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { root } from '../engine'

export interface Size {
  readonly name: string
  readonly bytes: number
  readonly compressed: number | null
}

/** The bundles as the package has them (minified now, into memory), the models, and the .vsix when one was made. */
export async function measureSizes(): Promise<readonly Size[]> {
  const bundles = await Promise.all([
    bundle('dist/extension.js', 'src/extension.ts', {
      format: 'cjs',
      platform: 'browser',
      external: ['vscode'],
      conditions: ['worker', 'browser']
    }),
    bundle('dist/worker.js', 'src/worker/main.ts', {
      format: 'iife',
      platform: 'browser',
      conditions: ['worker', 'browser']
    }),
    bundle('dist/webview/sidebar.js', 'src/webview/sidebar/main.tsx', {
      format: 'iife',
      platform: 'browser',
      loader: { '.ttf': 'file' },
      jsx: 'automatic',
      jsxImportSource: 'preact'
    }),
    bundle('dist/cli.js', 'src/cli/main.ts', { format: 'cjs', platform: 'node', target: 'node20' })
  ])
  const models = readdirSync(join(root, 'models')).map((name) => fileSize(`models/${name}`))
  const packages = readdirSync(root)
    .filter((name) => name.endsWith('.vsix'))
    .map((name) => ({ ...fileSize(name), compressed: null }))
  return [...bundles, ...models, ...packages]
}

async function bundle(name: string, entry: string, options: Parameters<typeof build>[0]): Promise<Size> {
  const { outputFiles = [] } = await build({
    ...options,
    entryPoints: [join(root, entry)],
    outfile: join(root, name),
    bundle: true,
    minify: true,
    target: options.target ?? 'es2022',
    legalComments: 'none',
    write: false,
    logLevel: 'error'
  })
  const content = outputFiles.find(({ path }) => path.endsWith('.js'))?.contents ?? new Uint8Array()
  return { name, bytes: content.length, compressed: gzipSync(content).length }
}

function fileSize(name: string): Size {
  return { name, bytes: statSync(join(root, name)).size, compressed: gzipSync(readFileSync(join(root, name))).length }
}
