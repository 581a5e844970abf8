import type { FlatDocument, FlatFeatures, FlatLayer, FlatRelation, FlatSpan } from '../flat/flatDocument'
import { entityTypeLabels, layerOfLabel } from '../flat/labels'
import type { ReadCode } from '../importing/readDocument'

const featureTypes: ReadonlyMap<string, 'string' | 'number' | 'boolean'> = new Map([
  ['acting', 'boolean'],
  ['form', 'string'],
  ['entity', 'string'],
  ['name', 'string'],
  ['identity', 'string'],
  ['kind', 'string'],
  ['act', 'string'],
  ['speaker', 'string'],
  ['repeat', 'number'],
  ['code', 'string'],
  ['status', 'string'],
  ['annotator', 'string'],
  ['created', 'string'],
  ['confidence', 'number']
])

export const featureNames: readonly string[] = [...featureTypes.keys()]

/** Those features of a span that we know, of the right type; of anything that a file may hold. */
export function knownFeatures(found: unknown): FlatFeatures {
  if (typeof found !== 'object' || found === null) return {}
  const features: Record<string, string | number | boolean> = {}
  for (const [name, type] of featureTypes) {
    const value: unknown = Object.hasOwn(found, name) ? (found as Record<string, unknown>)[name] : undefined
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      if (typeof value === type) features[name] = value
  }
  return features
}

/** The same of a file that knows text alone. */
export function featuresOfTexts(texts: ReadonlyMap<string, string>): FlatFeatures {
  const features: Record<string, string | number | boolean> = {}
  for (const [name, type] of featureTypes) {
    const text = texts.get(name)
    if (text === undefined) continue
    if (type === 'string') features[name] = text
    else if (type === 'boolean') features[name] = text === 'true'
    else if (text.trim() !== '' && Number.isFinite(Number(text))) features[name] = Number(text)
  }
  return features
}

/** What a label says, in our words: of those that are not known, a code. */
export function labelled(label: string): { readonly layer: FlatLayer; readonly label: string } {
  const known = layerOfLabel(label)
  if (!known) return { layer: 'code', label }
  return { layer: known.layer, label: known.type ? entityTypeLabels[known.type] : partLabels[known.layer] }
}

const partLabels: Readonly<Record<FlatLayer, string>> = {
  mention: 'Person',
  quote: 'Quote',
  cue: 'Cue',
  source: 'Source',
  code: 'Code',
  memo: 'Memo'
}

const relationLabels: ReadonlyMap<string, FlatRelation['label']> = new Map([
  ['cue', 'cue'],
  ['source', 'source'],
  ['speaker', 'speaker'],
  ['samespeaker', 'sameSpeaker']
])

export function relationLabel(label: string): FlatRelation['label'] | undefined {
  return relationLabels.get(label.toLowerCase())
}

/** The codes that spans have, each once. */
export function codesOfSpans(documents: readonly { readonly flat?: FlatDocument }[]): readonly ReadCode[] {
  const codes = new Map<string, ReadCode>()
  for (const { layer, label, features } of documents.flatMap(({ flat }): readonly FlatSpan[] => flat?.spans ?? [])) {
    if (layer !== 'code') continue
    const id = typeof features['code'] === 'string' ? features['code'] : label
    if (!codes.has(id)) codes.set(id, { id, name: label })
  }
  return [...codes.values()]
}
