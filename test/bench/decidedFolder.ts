import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../engine'
import type { OpeningCost } from './decidedFolderRun'
import { bundle, writeArticles } from './folder'
import { folderSource } from './folderArticles'
import { middle } from './measure'
import { table, whole } from './table'

const runs = 5

/**
 * What it costs to open a folder again that was read before, without and with ten decisions about each article: each time in a
 * process of its own, in turn, on files of this machine; all but what VS Code itself adds.
 */
export async function reportDecidedFolder(size: number): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'article-annotator-bench-'))
  try {
    const [script, run, articles] = ['worker.js', 'run.cjs', 'articles'].map((name) => join(home, name)) as [
      string,
      string,
      string
    ]
    await bundle('src/worker/main.ts', script, 'browser')
    await bundle('test/bench/decidedFolderRun.ts', run, 'node')
    await writeArticles(folderSource(), articles, size)
    const inProcess = async <T>(mode: string, storage: string): Promise<T> => {
      const { stdout } = await promisify(execFile)(process.execPath, [
        run,
        mode,
        articles,
        join(home, storage),
        join(root, 'models'),
        script
      ])
      return JSON.parse(stdout) as T
    }
    const opened = (storage: 'undecided' | 'decided') =>
      inProcess<OpeningCost>(storage === 'decided' ? 'open' : 'open-undecided', storage)
    await opened('undecided')
    await cp(join(home, 'undecided'), join(home, 'decided'), { recursive: true })
    const decisions = await inProcess<number>('decide', 'undecided')
    const first = await inProcess<OpeningCost>('open-first', 'decided')
    const without: OpeningCost[] = []
    const withThem: OpeningCost[] = []
    for (let count = 0; count < runs; count++) {
      without.push(await opened('undecided'))
      withThem.push(await opened('decided'))
    }
    return report({ size, decisions, first, without, withThem })
  } finally {
    await rm(home, { recursive: true })
  }
}

interface Measured {
  readonly size: number
  readonly decisions: number
  readonly first: OpeningCost
  readonly without: readonly OpeningCost[]
  readonly withThem: readonly OpeningCost[]
}

function report({ size, decisions, first, without, withThem }: Measured): string {
  const figures = (costs: readonly OpeningCost[]) =>
    (['shown', 'processorShown', 'certain', 'processor'] as const).map((what) =>
      middle(costs.map((cost) => cost[what]))
    )
  const memory = (costs: readonly OpeningCost[]) => whole(middle(costs.map((cost) => cost.memory)) / 1_000_000)
  const [plain, decided] = [figures(without), figures(withThem)]
  return [
    '# A folder with decisions, opened again',
    '',
    `${whole(size)} articles, ${whole(decisions)} decisions about ${whole(withThem[0]?.decided ?? 0)} of them; medians of ${runs} openings in turn; Node ${process.versions.node}, ${cpus().length} \u00d7 ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${(loadavg()[0] ?? 0).toFixed(1)} at the end. When all of them were new, they were applied ${(first.certain / 1000).toFixed(1)} s after the folder was opened.`,
    '',
    table(
      [
        '',
        'articles and links to be shown: ms',
        'processor ms',
        'certain that nothing else was decided: ms',
        'processor ms',
        'most memory MB'
      ],
      [
        ['without decisions', ...plain.map(whole), memory(without)],
        ['with decisions', ...decided.map(whole), memory(withThem)],
        ['times', ...decided.map((figure, index) => (figure / (plain[index] ?? Number.NaN)).toFixed(2)), '']
      ]
    )
  ].join('\n')
}
