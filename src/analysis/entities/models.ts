import { readGazetteer, type Gazetteer } from './gazetteer'

/** What recognition reads from `models/`. */
export interface EntityModels {
  readonly gazetteer: Gazetteer
}

/** Reads the models of this room through `read(file)`. Rejects when one is missing or damaged. */
export async function loadEntityModels(read: (file: string) => Promise<Uint8Array>): Promise<EntityModels> {
  const [places, countries] = await Promise.all([read('places.bin'), read('countries.tsv')])
  return { gazetteer: readGazetteer(places, countries) }
}
