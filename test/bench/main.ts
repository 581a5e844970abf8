// npm run bench: speeds and sizes as Markdown. `-- --runs 5` for fewer runs; `-- --folder` for folders of 1,000, 3,000 and
// 10,000 articles instead, which takes minutes (`--articles 100,300` for other sizes, `--no-language-model` without it); `-- --decided` for one of 10,000 with 100,000
// decisions (`--articles 1000` for another size); `-- --encoder` for the encoder alone, `-- --full` for the engine with it and without; `-- --layer` for one article with 20,000
// decisions; `-- --long` for one of 300,000 characters, opened, typed into and shown;
// `-- --export 10000` for exporting so many articles in every format (`--formats csv,xlsx` for some; `--window` as a window on the desktop does it); `-- --growth` for how time
// grows with hostile texts and folders, which takes minutes and ends with exit code 1 when something grows faster than it may;
// `-- --scale 10000,100000,1000000` for linking so many articles on a cluster: the last takes an hour and 40 GB in TMPDIR.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measureActivation } from './activation'
import { bundled } from './bundled'
import { reportDecidedFolder } from './decidedFolder'
import { reportEncoder } from './encoder'
import { reportExport } from './export'
import { reportFolders } from './folderReport'
import { reportFull } from './full'
import { isTooSteep, measureGrowth, reportGrowth } from './growth'
import { reportLayer } from './layer'
import { reportLong } from './long'
import { reportScale } from './scale'
import { measureSizes } from './sizes'
import type { Speeds, SpeedTask } from './speedRun'
import { table, whole } from './table'
import { variedTexts } from './texts'
import type { WholeSpeed } from './wholeRun'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '9' },
    folder: { type: 'boolean', default: false },
    decided: { type: 'boolean', default: false },
    layer: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    encoder: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    'no-language-model': { type: 'boolean', default: false },
    export: { type: 'string' },
    formats: { type: 'string' },
    window: { type: 'boolean', default: false },
    articles: { type: 'string' },
    scale: { type: 'boolean', default: false }
  }
})

const runs = Math.max(1, Number(values.runs) || 1)

void (values.folder
  ? reportFolders((values.articles ?? '1000,3000,10000').split(',').map(Number), !values['no-language-model']).then(
      (report) => print([report])
    )
  : values.decided
    ? reportDecidedFolder(Number(values.articles ?? 10_000)).then((report) => print([report]))
    : values.export !== undefined
      ? reportExport(Number(values.export), values.window ? 'window' : 'command line', values.formats?.split(',')).then(
          (report) => print([report])
        )
      : values.growth
        ? growth()
        : values.full
          ? reportFull(runs).then((report) => print([report]))
          : values.encoder
            ? reportEncoder(runs).then((report) => print([report]))
            : values.layer
              ? reportLayer(runs).then((report) => print([report]))
              : values.long
                ? reportLong(runs).then((report) => print([report]))
                : values.scale
                  ? reportScale((positionals[0] ?? '10000').split(',').map(Number), !values['no-language-model']).then(
                      (report) => print([report])
                    )
                  : main(runs))

async function main(runs: number): Promise<void> {
  const texts = variedTexts()
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
  const loadBefore = loadavg()[0] ?? 0
  const alone = await inOneProcess<WholeSpeed>('wholeRun', { texts, runs })
  const { steps, keystrokes, decisions } = await inOneProcess<Speeds>('speedRun', { texts, runs })
  const full = await reportFull(runs)
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
    full,
    '',
    table(
      [
        `${whole(decisions.decisions)} decisions on ${whole(decisions.characters)} characters`,
        'milliseconds of processor time'
      ],
      [
        ['following a keystroke', decisions.keystroke.toFixed(1)],
        ['the same, and looking at every decision', decisions.keystrokeAndAll.toFixed(1)],
        ['placing them in the unchanged text', decisions.unchanged.toFixed(1)],
        ['placing them where all have moved', decisions.moved.toFixed(1)]
      ]
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

/** Measures how time grows; the exit code is 1 when something grows faster than it may. */
async function growth(): Promise<void> {
  const growths = await measureGrowth()
  print([reportGrowth(growths)])
  if (isTooSteep(growths)) process.exitCode = 1
}

async function inOneProcess<T>(name: string, task: SpeedTask): Promise<T> {
  const script = await bundled<T>(name)
  try {
    return await script.run(task)
  } finally {
    await script.remove()
  }
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
