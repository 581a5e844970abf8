import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** What is measured on a set: by the shared scorer, but for `coreference` and `across`, which are measured here. `given` means that the gold quotes are handed in and only their speakers are resolved. */
export interface Measurement {
  readonly label: string
  readonly task: 'entities' | 'quotes' | 'roles' | 'links' | 'acting' | 'seeds' | 'coreference' | 'across'
  readonly options: readonly string[]
  readonly given: boolean
}

export type Section = 'entities' | 'quotes' | 'roles' | 'links' | 'coreference' | 'acting' | 'seeds'

export interface GoldSet {
  readonly section: Section
  /** The file's name without its ending: "conll2003-dev". */
  readonly name: string
  readonly file: string
  readonly measurements: readonly Measurement[]
}

export const sections: readonly Section[] = ['entities', 'quotes', 'roles', 'links', 'coreference', 'acting', 'seeds']

/**
 * The gold files under `data`, a folder for each kind of annotation. A training set is left out where a set for development
 * lies beside it, unless `withTraining`: models learned from it.
 */
export async function findGoldSets(
  data: string,
  only: readonly Section[],
  withTraining: boolean
): Promise<{ sets: readonly GoldSet[]; absent: readonly string[] }> {
  const sets: GoldSet[] = []
  const absent: string[] = []
  for (const section of only) {
    const folder = join(data, folders[section])
    const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.jsonl')).sort()
    if (files.length === 0 && !absent.includes(folder)) absent.push(folder)
    const names = files.map((file) => basename(file, '.jsonl'))
    for (const name of names) {
      const family = name.replace(/-train$/, '')
      if (name !== family && names.includes(`${family}-dev`) && !withTraining) continue
      sets.push({ section, name, file: join(folder, `${name}.jsonl`), measurements: measurements[section] })
    }
  }
  return { sets, absent }
}

const folders: Readonly<Record<Section, string>> = {
  entities: 'entities',
  quotes: 'quotes',
  roles: 'quotes',
  links: 'links',
  coreference: 'coreference',
  acting: 'acting',
  seeds: 'seeds'
}

const measurements: Readonly<Record<Section, readonly Measurement[]>> = {
  entities: [{ label: 'exact spans', task: 'entities', options: [], given: false }],
  quotes: [
    { label: 'all quotes', task: 'quotes', options: [], given: false },
    { label: 'direct quotes', task: 'quotes', options: ['--kind', 'direct'], given: false }
  ],
  roles: [{ label: 'exact roles', task: 'roles', options: [], given: false }],
  links: [
    { label: 'gold quotes given', task: 'links', options: [], given: true },
    { label: 'own quotes', task: 'links', options: [], given: false }
  ],
  coreference: [{ label: 'news', task: 'coreference', options: [], given: false }],
  acting: [{ label: 'acting or place', task: 'acting', options: [], given: false }],
  seeds: [
    { label: 'seed articles', task: 'seeds', options: [], given: false },
    { label: 'the articles together', task: 'across', options: [], given: false }
  ]
}
