import { execFile } from 'node:child_process'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { root } from '../engine'
import { writeKernels } from './kernelFiles'
import { folderArticle, folderSource, type FolderSource } from './folderArticles'
import type { FolderCost } from './folderRun'

export interface FolderMeasurement {
  readonly articles: number
  readonly characters: number
  /** Read, analyzed by two threads, linked and kept. */
  readonly first: FolderCost
  /** Opened again in another process with nothing changed. */
  readonly again: FolderCost
}

/**
 * Folders of several sizes, each read in a process of its own as the extension reads them, on files of this machine: all
 * but what VS Code itself adds. Takes minutes.
 */
export async function measureFolders(
  sizes: readonly number[],
  withLanguageModel: boolean
): Promise<readonly FolderMeasurement[]> {
  const source = folderSource()
  const home = await mkdtemp(join(tmpdir(), 'article-annotator-bench-'))
  const measured: FolderMeasurement[] = []
  try {
    const script = join(home, 'worker.js')
    const run = join(home, 'run.cjs')
    await bundle('src/worker/main.ts', script, 'browser')
    await bundle('test/bench/folderRun.ts', run, 'node')
    await writeKernels(home)
    for (const size of sizes) {
      const articles = join(home, `articles-${size}`)
      const characters = await writeArticles(source, articles, size)
      const cost = async (mode: string): Promise<FolderCost> => {
        const { stdout } = await promisify(execFile)(process.execPath, [
          run,
          mode,
          articles,
          join(home, `storage-${size}`),
          join(root, 'models'),
          script,
          ...(withLanguageModel ? [home] : [])
        ])
        return JSON.parse(stdout) as FolderCost
      }
      measured.push({ articles: size, characters, first: await cost('first'), again: await cost('again') })
    }
  } finally {
    await rm(home, { recursive: true })
  }
  return measured
}

/** Gives the number of characters. */
export async function writeArticles(source: FolderSource, folder: string, size: number): Promise<number> {
  await mkdir(folder)
  let characters = 0
  for (let place = 0; place < size; place++) {
    const text = folderArticle(source, place)
    characters += text.length
    await writeFile(join(folder, `article-${String(place).padStart(5, '0')}.txt`), text)
  }
  return characters
}

export async function bundle(entry: string, outfile: string, platform: 'browser' | 'node'): Promise<void> {
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    minify: true,
    platform,
    target: 'es2022',
    format: platform === 'node' ? 'cjs' : 'iife',
    conditions: ['worker', 'browser'],
    legalComments: 'none',
    logLevel: 'error'
  })
}
