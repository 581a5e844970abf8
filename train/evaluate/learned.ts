import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GoldSet } from './goldSets'

/** Which gold files a shipped model has learned from: in step with the training scripts and the model cards. */
export interface Learning {
  readonly model: string
  /** Files of the gold data, without their ending. */
  readonly files: readonly string[]
  /** Where to find figures over texts that the model has not seen. */
  readonly heldOut: string
}

export const learning: readonly Learning[] = [
  {
    model: 'names.bin',
    files: ['entities/conll2003-train', 'entities/polnear-entities-dev'],
    heldOut: 'its model card and train/entities/cross.ts'
  },
  {
    model: 'acting.bin',
    files: ['acting/relocar-train', 'acting/semeval2007-train', 'acting/conll-locations-train'],
    heldOut: 'its model card and train/acting/cross.ts'
  },
  { model: 'quotations.bin', files: ['quotes/polnear-train'], heldOut: 'the sets for development' },
  { model: 'judges.bin', files: ['quotes/polnear-train'], heldOut: 'the sets for development' },
  {
    model: 'encoder.safetensors',
    files: [
      'quotes/polnear-train',
      'entities/conll2003-train',
      'entities/polnear-entities-dev',
      'acting/relocar-train',
      'acting/semeval2007-train'
    ],
    heldOut: 'its model card and train/encoder/folds'
  }
]

/**
 * A sentence for each model that has learned from documents of a set: whatever it reaches there is no measure of what it
 * does with other texts. Documents are the same when their ids are.
 */
export async function cautions(set: GoldSet, data: string, models: string): Promise<readonly string[]> {
  const documents = await idsOf(set.file)
  const sentences: string[] = []
  for (const { model, files, heldOut } of learning) {
    if (!existsSync(join(models, model))) continue
    const learned = new Set(
      (await Promise.all(files.map((file) => idsOf(join(data, `${file}.jsonl`))))).flatMap((ids) => [...ids])
    )
    const seen = [...documents].filter((id) => learned.has(id)).length
    if (seen > 0)
      sentences.push(
        `**Not held out:** ${model} has learned from ${seen} of these ${documents.size} documents. For held out figures see ${heldOut}.`
      )
  }
  return sentences
}

async function idsOf(file: string): Promise<ReadonlySet<string>> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return new Set(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { id: string }).id)
  )
}
