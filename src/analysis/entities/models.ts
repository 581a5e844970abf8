import { readActingClassifier, type ActingClassifier } from './acting/classifier'
import { readGazetteer, type Gazetteer } from './gazetteer'
import { readLexicon, type Lexicon } from './tagger/lexicon'
import { makeTagger, type Tagger } from './tagger/tagger'
import { readWeights } from './tagger/weights'

/** What recognition reads from `models/`. */
export interface EntityModels {
  readonly gazetteer: Gazetteer
  /** Word classes; the quotation models read them too. */
  readonly lexicon: Lexicon
  readonly tag: Tagger
  readonly acting: ActingClassifier
}

/** Reads the models of this room through `read(file)`. Rejects when one is missing or damaged. */
export async function loadEntityModels(read: (file: string) => Promise<Uint8Array>): Promise<EntityModels> {
  // Each is decoded as soon as it is there, while the others are still being read.
  const [gazetteer, lexicon, weights, acting] = await Promise.all([
    Promise.all([read('places.bin'), read('countries.tsv')]).then(([places, countries]) =>
      readGazetteer(places, countries)
    ),
    read('lexicon.bin').then(readLexicon),
    read('names.bin').then((file) => readWeights(file, 'names.bin')),
    read('acting.bin').then(readActingClassifier)
  ])
  return { gazetteer, lexicon, tag: makeTagger(lexicon, weights), acting }
}
