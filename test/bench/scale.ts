import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { builtCli } from '../builtCli'
import { bundled } from './bundled'
import { folderArticle, folderSource, variation, type FolderSource } from './folderArticles'
import type { ScaleCost, ScaleTask } from './scaleRun'
import { table, whole } from './table'

interface Cost {
  /** Seconds by the clock, and of the processor; and what of that was the last process of ours. */
  readonly wall: number
  readonly processor: number
  readonly ours: number
  /** Mebibytes: the most that it had at one time. */
  readonly memory: number
}

interface LinkCosts {
  readonly articles: number
  readonly records: number
  readonly bytes: number
  /** Sort and reduce, which go on at the same time. */
  readonly both: Cost
  readonly resultBytes: number
}

/** Articles that are analyzed from their texts; more only take longer. */
const mostMapped = 10_000
/** Real articles that are varied. */
const baseTexts = 300

/**
 * What it costs to link as many articles as the largest of `sizes` on many machines: the map from texts (as many as may be), and
 * sort and reduce of the records of varied articles, one size after the other. Each figure goes to standard error as soon as it is known.
 */
export async function reportScale(sizes: readonly number[], withLanguageModel: boolean): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'article-annotator-scale-'))
  try {
    const source = folderSource()
    const cli = await commandLine(home)
    const mapped = Math.min(mostMapped, ...sizes)
    const map = await measureMap(source, mapped, cli, home, withLanguageModel)
    tell(`map of ${mapped}: ${map.processor.toFixed(0)} s of the processor`)
    const links: LinkCosts[] = []
    for (const articles of sizes) {
      const cost = await measureLinks(source, articles, cli, home)
      tell(JSON.stringify(cost))
      links.push(cost)
    }
    return report(source, { articles: mapped, ...map }, links)
  } finally {
    await rm(home, { recursive: true })
  }
}

function report(source: FolderSource, map: Cost & { readonly articles: number }, links: readonly LinkCosts[]): string {
  const each = map.processor / map.articles
  const rows = links.map(({ articles, records, bytes, both, resultBytes }) => [
    whole(articles),
    whole(records),
    (bytes / 1e9).toFixed(2),
    (both.processor - both.ours).toFixed(0),
    both.ours.toFixed(0),
    both.wall.toFixed(0),
    whole(both.memory),
    (resultBytes / 1e6).toFixed(1),
    ((each * articles) / 2 / 60 + both.wall / 60).toFixed(1),
    ((each * articles) / 1000 + both.wall).toFixed(0)
  ])
  return [
    '# Links of very many articles',
    '',
    `\`links --map\` of ${whole(map.articles)} articles in one process (${source.description}; ${variation}): ${(map.articles / map.processor).toFixed(0)} articles a second of one core, ${whole(map.memory)} MiB. Sort (GNU, two threads, 512 MB, temporary files packed) and reduce: of records of varied articles, one in three a reprint, people by Zipf's law with namesakes. Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${(loadavg()[0] ?? 0).toFixed(1)}.`,
    '',
    table(
      [
        'articles',
        'records',
        'gigabytes',
        'sort, s of the processor',
        'reduce, s of the processor',
        'both, s by the clock',
        "MiB of the reduce's memory",
        'megabytes of the result',
        'minutes in all on 2 cores',
        'seconds in all on 1,000 cores, one sort and reduce'
      ],
      rows
    )
  ].join('\n')
}

async function measureMap(
  source: FolderSource,
  articles: number,
  cli: string,
  home: string,
  withLanguageModel: boolean
): Promise<Cost> {
  const path = join(home, 'articles.jsonl')
  const lines = Array.from({ length: articles }, (_, place) =>
    JSON.stringify({ id: `${place}`, text: folderArticle(source, place) })
  )
  await writeFile(path, `${lines.join('\n')}\n`)
  const wish = withLanguageModel ? '' : ' --no-language-model'
  return measured(`"$NODE" "${cli}" links --map${wish} --input jsonl --output "${home}/map.records" "${path}"`, home)
}

async function measureLinks(source: FolderSource, articles: number, cli: string, home: string): Promise<LinkCosts> {
  const { records, bytes } = await writeRecords(source, articles, home)
  const both = await measured(
    `LC_ALL=C sort -u --parallel=2 --buffer-size=512M --compress-program=gzip --temporary-directory="${home}" "${home}"/*.part | "$NODE" "${cli}" links --reduce --output "${home}/links.json" -`,
    home
  )
  await rm(join(home, '0.part'))
  await rm(join(home, '1.part'))
  return { articles, records, bytes, both, resultBytes: (await stat(join(home, 'links.json'))).size }
}

/** Two processes, as there are two cores. */
async function writeRecords(source: FolderSource, articles: number, home: string): Promise<ScaleCost> {
  const texts = source.texts.slice(0, baseTexts)
  const half = Math.ceil(articles / 2)
  const costs = await Promise.all(
    [0, 1].map(async (part) => {
      const script = await bundled<ScaleCost>('scaleRun')
      try {
        const [from, to] = [part * half, Math.min(articles, (part + 1) * half)]
        return await script.run({ texts, from, to, path: join(home, `${part}.part`) } satisfies ScaleTask)
      } finally {
        await script.remove()
      }
    })
  )
  return costs.reduce((sum, cost) => ({
    processor: sum.processor + cost.processor,
    records: sum.records + cost.records,
    bytes: sum.bytes + cost.bytes
  }))
}

/** The command line as it is shipped, with the models where it looks for them. */
async function commandLine(home: string): Promise<string> {
  const script = await builtCli(home, { withEncoder: true, isMinified: true })
  // A process tells at its end what it cost: of a child only its own parent knows, and that is a shell.
  await writeFile(
    join(home, 'cost.cjs'),
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(join(home, 'memory'))}, JSON.stringify(process.resourceUsage())))`
  )
  return script
}

async function measured(command: string, home: string): Promise<Cost> {
  const timed = `set -o pipefail; TIMEFORMAT='%R %U %S'; time { ${command}\n}`
  const environment = { ...process.env, NODE: process.execPath, NODE_OPTIONS: `--require ${join(home, 'cost.cjs')}` }
  const { stderr } = await promisify(execFile)('bash', ['-ec', timed], { env: environment, maxBuffer: 1 << 26 })
  const [wall = 0, user = 0, system = 0] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
    await readFile(join(home, 'memory'), 'utf8')
  ) as NodeJS.ResourceUsage
  return { wall, processor: user + system, ours: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
