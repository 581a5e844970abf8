import { cpus, loadavg } from 'node:os'
import { bundled } from './bundled'
import type { LongCost, LongCosts, LongTask } from './longRun'
import { table, whole } from './table'
import { variedTexts } from './texts'

/** What an article of 300,000 characters costs, opened and typed into; no step of a keystroke may take longer than 50 ms. */
export async function reportLong(runs: number): Promise<string> {
  const script = await bundled<LongCosts>('longRun')
  try {
    const { opened, real, extreme, memory } = await script.run({ texts: variedTexts(), runs } satisfies LongTask)
    return [
      '# A long article',
      '',
      `300,000 characters; medians of ${runs} runs, milliseconds of processor time; Node ${process.versions.node}, ${cpus().length} \u00d7 ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${(loadavg()[0] ?? 0).toFixed(1)} at the end (above ${cpus().length}, all figures are too high). The most memory was ${whole(memory / 1_000_000)} MB.`,
      '',
      table(
        ['opened in a new process', 'ms'],
        [
          ['until the names are known', opened.names.toFixed(0)],
          ['until everything is', opened.whole.toFixed(0)]
        ]
      ),
      '',
      costTable('articles of news', real),
      '',
      costTable('20,000 quotes of 6,000 sources', extreme)
    ].join('\n')
  } finally {
    await script.remove()
  }
}

function costTable(title: string, costs: readonly LongCost[]): string {
  return table(
    [title, 'whole: ms', 'longest step: ms'],
    costs.map(({ what, whole: all, longest }) => [what, all.toFixed(1), longest.toFixed(1)])
  )
}
