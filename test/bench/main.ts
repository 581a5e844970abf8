// npm run bench: speeds and sizes as Markdown. `-- --runs 5` for fewer runs; `-- --folder` for folders of 1,000, 3,000 and
// 10,000 articles instead, which takes minutes (`--articles 100,300` for other sizes); `-- --growth` for how time grows with
// hostile texts, which takes a minute.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measureActivation } from './activation'
import { bundled } from './bundled'
import { reportFolders } from './folderReport'
import { measureGrowth } from './growth'
import { measureSizes } from './sizes'
import type { Speeds, SpeedTask } from './speedRun'
import { variedTexts } from './texts'
import type { WholeSpeed } from './wholeRun'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    folder: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    articles: { type: 'string', default: '1000,3000,10000' }
  }
})

void (values.folder
  ? reportFolders(values.articles.split(',').map(Number)).then((report) => print([report]))
  : values.growth
    ? reportGrowth().then((report) => print([report]))
    : main(Math.max(1, Number(values.runs) || 1)))

async function main(runs: number): Promise<void> {
  const texts = variedTexts()
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
  const loadBefore = loadavg()[0] ?? 0
  const alone = await inOneProcess<WholeSpeed>('wholeRun', { texts, runs })
  const { steps, keystrokes } = await inOneProcess<Speeds>('speedRun', { texts, runs })
  const activation = await measureActivation(runs)
  const sizes = await measureSizes()

  print([
    '# Benchmark',
    '',
    `The bundled, minified code in processes of its own: ${texts.length} articles, ${whole(characters)} characters; medians of ${runs} runs;${texts.length > 30 ? '' : ' ../shared/gold is not here, so these are few;'} Node ${process.versions.node}, ${cpus().length} \u00d7 ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${loadBefore.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after (above ${cpus().length}, others were at work: what the clock says is then too long, processor time less so).`,
    '',
    table(
      ['an article from text to analysis, nothing else in the process', 'characters a second of processor time'],
      [
        ['once warm', whole(alone.warm)],
        ['the first time', whole(alone.first)],
        ['the second time', whole(alone.second)]
      ]
    ),
    '',
    table(
      [
        'step, each in turn with compromise',
        'characters a second of processor time',
        'the first time in a process',
        'times compromise'
      ],
      steps.map(({ step, charactersPerSecond, atFirst, timesCompromise }) => [
        step,
        whole(charactersPerSecond),
        whole(atFirst),
        timesCompromise === null ? '' : timesCompromise.toFixed(1)
      ])
    ),
    '',
    table(
      [
        'from a keystroke to new tokens, engine side',
        'milliseconds of processor time',
        'of this, names',
        'words scored',
        'words labelled'
      ],
      keystrokes.flatMap(({ characters: length, whole: anew, remembered }) =>
        (
          [
            ['everything anew', anew],
            ['with the version before', remembered]
          ] as const
        ).map(([how, cost]) => [
          `${whole(length)} characters, ${how}`,
          cost.milliseconds.toFixed(1),
          cost.names.toFixed(1),
          whole(cost.scored),
          whole(cost.labelled)
        ])
      )
    ),
    '',
    table(
      ['loading the engine', 'milliseconds'],
      [
        ['in a new process, by the clock', activation.wall.toFixed(1)],
        ['the same in processor time of all threads', activation.processor.toFixed(1)],
        ['again, in processor time', activation.again.toFixed(1)]
      ]
    ),
    '',
    table(
      ['size', 'bytes', 'compressed'],
      sizes.map(({ name, bytes, compressed }) => [name, whole(bytes), compressed === null ? '-' : whole(compressed)])
    ),
    ...(sizes.some(({ name }) => name.endsWith('.vsix')) ? [] : ['', 'There is no .vsix: `npm run package` makes one.'])
  ])
}

/** Ratios, because they are the same on every machine. */
async function reportGrowth(): Promise<string> {
  const growths = await measureGrowth()
  return table(
    [
      'the worst of hostile texts',
      'texts',
      'the worst',
      'characters',
      'milliseconds of processor time',
      'twice as long: times',
      'four times as long: times'
    ],
    growths.map(({ what, cases, worst, length, first, twice, fourTimes }) => [
      what,
      whole(cases),
      `\`${worst.replaceAll('|', '\\|')}\``,
      whole(length),
      first.toFixed(1),
      twice.toFixed(1),
      fourTimes.toFixed(1)
    ])
  )
}

async function inOneProcess<T>(name: string, task: SpeedTask): Promise<T> {
  const script = await bundled<T>(name)
  try {
    return await script.run(task)
  } finally {
    await script.remove()
  }
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
