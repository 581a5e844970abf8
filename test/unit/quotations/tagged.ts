import { partsOfSpeech } from '../../../src/analysis/quotations/model/partsOfSpeech'
import { verbForm, type TaggedWords } from '../../../src/analysis/quotations/model/verbForms'

/** Words with their parts of speech, as "she/PRON left/VERB". */
export function tagged(text: string): TaggedWords {
  const pairs = text.split(' ').map((pair) => pair.split('/') as [string, (typeof partsOfSpeech)[number]])
  return { words: pairs.map(([word]) => word), pos: Uint8Array.from(pairs, ([, tag]) => partsOfSpeech.indexOf(tag)) }
}

export function nameOf(form: number): string {
  return Object.entries(verbForm).find(([, number]) => number === form)?.[0] ?? String(form)
}
