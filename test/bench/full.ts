import { bundled } from './bundled'
import type { FullSpeed, FullTask } from './fullRun'
import { table, whole } from './table'
import { variedTexts } from './texts'

/** What the language model costs, one thread, as Markdown: the engine with it beside the engine without. */
export async function reportFull(runs: number, isShort = false): Promise<string> {
  const script = await bundled<FullSpeed>('fullRun')
  try {
    const speed = (hasLanguageModel: boolean) =>
      script.run({ texts: variedTexts(), runs, isShort, hasLanguageModel } satisfies FullTask)
    return report(await speed(false), await speed(true))
  } finally {
    await script.remove()
  }
}

function report(without: FullSpeed, full: FullSpeed): string {
  const rows = full.lengths.flatMap(({ characters, whole: all, keystroke }, index) => {
    const rules = without.lengths[index]
    return [
      [`${whole(characters)} characters to all results, ms`, rules?.whole.toFixed(0) ?? '', all.toFixed(0)],
      [`a keystroke in them, ms`, rules?.keystroke.toFixed(0) ?? '', keystroke.toFixed(0)]
    ]
  })
  return table(
    ['the engine, one thread, processor time', 'rules and small models alone', 'with the language model'],
    [
      [
        'characters of articles a second, once warm',
        whole(without.charactersPerSecond),
        whole(full.charactersPerSecond)
      ],
      ...rows,
      ['loading, ms', without.loading.toFixed(0), full.loading.toFixed(0)],
      ['memory of the whole process with one article read, MiB', whole(without.megabytes), whole(full.megabytes)]
    ]
  )
}
