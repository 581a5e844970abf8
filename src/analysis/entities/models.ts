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
  const [places, countries, words, names, acting] = await Promise.all([read('places.bin'), read('countries.tsv'), read('lexicon.bin'), read('names.bin'), read('acting.bin')])
  const lexicon = readLexicon(words)
  return { gazetteer: readGazetteer(places, countries), lexicon, tag: makeTagger(lexicon, readWeights(names, 'names.bin')), acting: readActingClassifier(acting) }
}
