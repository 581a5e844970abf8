// npm run bench: speeds and sizes as Markdown. `-- --runs 5` for fewer runs; `-- --folder` for folders of 1,000, 3,000 and
// 10,000 articles instead, which takes minutes (`--articles 100,300` for other sizes).
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { loadTestEngine } from '../engine'
import { measureActivation } from './activation'
import { reportFolders } from './folderReport'
import { measureKeystroke } from './keystroke'
import { measureSizes } from './sizes'
import { articleTexts, longArticle } from './texts'
import { measureThroughput } from './throughput'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '9' }, folder: { type: 'boolean', default: false }, articles: { type: 'string', default: '1000,3000,10000' } } })

void (values.folder ? reportFolders(values.articles.split(',').map(Number)).then((report) => print([report])) : main(Math.max(1, Number(values.runs) || 1)))

async function main(runs: number): Promise<void> {
  const engine = await loadTestEngine()
  const texts = articleTexts()
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
  const speeds = measureThroughput(engine, texts, runs)
  const compromise = speeds.at(-1)?.charactersPerSecond ?? Number.NaN
  const short = await measureKeystroke(engine, longArticle(texts, 6_000), runs)
  const long = await measureKeystroke(engine, longArticle(texts, 300_000), Math.min(runs, 5))
  const activation = await measureActivation(runs)
  const sizes = await measureSizes()

  print([
    '# Benchmark', '',
    `${texts.length} articles, ${whole(characters)} characters; medians of ${runs} runs; Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${(loadavg()[0] ?? 0).toFixed(1)} (above ${cpus().length}: others were at work, the times are too long).`, '',
    table(['step', 'characters a second', 'times compromise'], speeds.map(({ step, charactersPerSecond }) => [step, whole(charactersPerSecond), (charactersPerSecond / compromise).toFixed(2)])), '',
    table(['from a keystroke to new tokens, engine side', 'milliseconds'], [['6,000 characters', short.toFixed(1)], ['300,000 characters', long.toFixed(1)]]), '',
    table(['loading the engine', 'milliseconds'], [['in a new process', activation.cold.toFixed(1)], ['again', activation.warm.toFixed(1)]]), '',
    table(['size', 'bytes', 'compressed'], sizes.map(({ name, bytes, compressed }) => [name, whole(bytes), compressed === null ? '-' : whole(compressed)])),
    ...(sizes.some(({ name }) => name.endsWith('.vsix')) ? [] : ['', 'There is no .vsix: `npm run package` makes one.'])
  ])
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en')
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
