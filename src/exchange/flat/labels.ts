import type { EntityType } from '../../analysis'
import type { FlatLayer } from './flatDocument'

export const entityTypeLabels: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organization: 'Organization',
  group: 'Group',
  place: 'Place'
}

/** What a label of another program says: a type of entity, a part of a quote; undefined for a code of theirs. */
export function layerOfLabel(label: string): { readonly layer: FlatLayer; readonly type?: EntityType } | undefined {
  const type = types.get(label.toLowerCase())
  if (type) return { layer: 'mention', type }
  const layer = layers.get(label.toLowerCase())
  return layer && { layer }
}

/** The usual names of CoNLL, OntoNotes, spaCy, and ours. */
const types: ReadonlyMap<string, EntityType> = new Map([
  ['person', 'person'],
  ['per', 'person'],
  ['pers', 'person'],
  ['organization', 'organization'],
  ['organisation', 'organization'],
  ['org', 'organization'],
  ['group', 'group'],
  ['norp', 'group'],
  ['place', 'place'],
  ['location', 'place'],
  ['loc', 'place'],
  ['gpe', 'place'],
  ['fac', 'place']
])

const layers: ReadonlyMap<string, FlatLayer> = new Map([
  ['quote', 'quote'],
  ['quotation', 'quote'],
  ['content', 'quote'],
  ['cue', 'cue'],
  ['source', 'source'],
  ['memo', 'memo']
])
