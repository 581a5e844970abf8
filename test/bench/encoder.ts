import { compiledKernels } from '../../build/kernels.mjs'
import { bundled } from './bundled'
import type { EncoderSpeed, EncoderTask } from './encoderRun'
import { table, whole } from './table'
import { variedTexts } from './texts'

/** How fast the encoder reads, and what it takes of memory, as Markdown. */
export async function reportEncoder(runs: number): Promise<string> {
  const { own, shared } = await compiledKernels()
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const task: EncoderTask = { texts: variedTexts(), runs, own: base64(own), shared: base64(shared) }
  const script = await bundled<EncoderSpeed>('encoderRun')
  try {
    return report(await script.run(task), runs)
  } finally {
    await script.remove()
  }
}

function report({ preparing, memory, windows, reading, lengths }: EncoderSpeed, runs: number): string {
  return [
    `# The encoder alone, one thread, processor time, medians of ${runs} runs`,
    '',
    table(
      ['reading', 'a second'],
      [
        ['word pieces, in windows that are full', whole(windows.piecesPerSecond)],
        ['millions of multiplications in these', whole(windows.productsPerSecond / 1e6)],
        ['characters of articles, once warm', whole(reading.warm)],
        ['characters of articles, the first time', whole(reading.first)]
      ]
    ),
    '',
    `Windows overlap a little: a word piece that is read stands for ${reading.charactersPerPiece.toFixed(2)} characters.`,
    '',
    table(
      ['characters', 'all of it, ms', 'after a keystroke, ms', 'word pieces read anew'],
      lengths.map(({ characters, whole: all, keystroke, pieces }) => [
        whole(characters),
        all.toFixed(0),
        keystroke.toFixed(0),
        whole(pieces)
      ])
    ),
    '',
    table(
      ['before it reads', ''],
      [
        ['preparing the weights the first time, ms', preparing.first.toFixed(0)],
        ['and again, ms', preparing.again.toFixed(0)],
        ['weights in memory, once for all threads that share it, MB', (memory.weights / 1e6).toFixed(1)],
        ['workspace of a thread, MB', (memory.workspace / 1e6).toFixed(1)]
      ]
    )
  ].join('\n')
}
