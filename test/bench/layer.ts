import { cpus, loadavg } from 'node:os'
import { bundled } from './bundled'
import type { LayerCost, LayerTask } from './layerRun'
import { table } from './table'
import { variedTexts } from './texts'

/** What saving and typing cost in an article of 300,000 characters with 20,000 decisions. */
export async function reportLayer(runs: number): Promise<string> {
  const script = await bundled<readonly LayerCost[]>('layerRun')
  try {
    const costs = await script.run({ texts: variedTexts(), runs } satisfies LayerTask)
    return [
      '# An article with very many decisions',
      '',
      `20,000 decisions in 300,000 characters; medians of ${runs} runs, by the clock; Node ${process.versions.node}, ${cpus().length} \u00d7 ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${(loadavg()[0] ?? 0).toFixed(1)} at the end.`,
      '',
      table(
        ['', 'whole: ms', 'longest step: ms'],
        costs.map(({ what, whole, longest }) => [what, whole.toFixed(1), longest.toFixed(1)])
      )
    ].join('\n')
  } finally {
    await script.remove()
  }
}
