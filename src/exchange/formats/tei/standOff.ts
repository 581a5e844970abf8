import type { DocumentEntity } from '../../document'
import type { FlatDocument, FlatLayer, FlatSpan } from '../../flat/flatDocument'
import type { XmlWriter } from '../../xml'
import { anchorId } from './body'

export interface StandOff {
  readonly flat: FlatDocument
  /** The ids of the spans that are elements of the text. */
  readonly inline: ReadonlySet<string>
  /** In the order of their ids in the file: "e1" is the first. */
  readonly entities: readonly DocumentEntity[]
  /** By `Code.id`. */
  readonly codeIds: ReadonlyMap<string, string>
}

/** Who and what is spoken of, spans between anchors, relations, notes and features. */
export function* standOff({ flat, inline, entities, codeIds }: StandOff, xml: XmlWriter): Generator<string> {
  if (flat.spans.length + entities.length === 0) return
  yield xml.open('standOff')
  yield* entityLists(entities, xml)
  for (const layer of layers) {
    const spans = flat.spans.filter((span) => span.layer === layer && !inline.has(span.id) && span.pieces.length > 0)
    if (spans.length === 0) continue
    yield xml.open('spanGrp', { type: layer })
    for (const span of spans) yield* writeSpan(span, codeIds, xml)
    yield xml.close()
  }
  if (flat.relations.length > 0) {
    yield xml.open('linkGrp', { type: 'relations' })
    for (const { label, from, to } of flat.relations) yield xml.leaf('link', { type: label, target: `#${from} #${to}` })
    yield xml.close()
  }
  for (const { id, pieces, note } of flat.spans)
    if (note !== undefined) yield xml.leaf('note', { target: pieces.length === 0 ? '#text' : `#${id}` }, note)
  for (const span of flat.spans) yield* writeFeatures(span, xml)
  yield xml.close()
}

const layers: readonly FlatLayer[] = ['mention', 'quote', 'cue', 'source', 'code', 'memo']

/** The pieces of one annotation point to each other. */
function* writeSpan(
  { id, label, pieces, features, layer }: FlatSpan,
  codeIds: ReadonlyMap<string, string>,
  xml: XmlWriter
) {
  const code = layer === 'code' ? codeIds.get(String(features['code'])) : undefined
  const pieceId = (index: number) => (index === 0 ? id : `${id}.${index + 1}`)
  for (const [index, { start, end }] of pieces.entries())
    yield xml.leaf(
      'span',
      {
        'xml:id': pieceId(index),
        from: `#${anchorId(start)}`,
        to: `#${anchorId(end)}`,
        prev: index > 0 ? `#${pieceId(index - 1)}` : undefined,
        next: index < pieces.length - 1 ? `#${pieceId(index + 1)}` : undefined,
        ana: [...(code === undefined ? [] : [`#${code}`]), `#${id}.f`].join(' ')
      },
      label
    )
}

function* writeFeatures({ id, layer, features }: FlatSpan, xml: XmlWriter) {
  yield xml.open('fs', { 'xml:id': `${id}.f`, type: layer })
  for (const [name, value] of Object.entries(features)) {
    yield xml.open('f', { name })
    if (typeof value === 'string') yield xml.leaf('string', {}, value)
    else yield xml.leaf(typeof value === 'number' ? 'numeric' : 'binary', { value })
    yield xml.close()
  }
  yield xml.close()
}

const lists = [
  { list: 'listPerson', types: ['person', 'group'] },
  { list: 'listOrg', types: ['organization'] },
  { list: 'listPlace', types: ['place'] }
] as const

const elements = {
  person: ['person', 'persName'],
  group: ['personGrp', 'persName'],
  organization: ['org', 'orgName'],
  place: ['place', 'placeName']
} as const

function* entityLists(entities: readonly DocumentEntity[], xml: XmlWriter) {
  const numbered = entities.map((entity, index) => ({ ...entity, number: index + 1 }))
  for (const { list, types } of lists) {
    const its = numbered.filter(({ type }) => types.some((each) => each === type))
    if (its.length === 0) continue
    yield xml.open(list)
    for (const { id, number, type, name, aliases, identity, descriptions } of its) {
      const [element, nameElement] = elements[type]
      yield xml.open(element, { 'xml:id': `e${number}` })
      yield xml.leaf(nameElement, {}, name)
      for (const alias of aliases) yield xml.leaf(nameElement, { type: 'alias' }, alias)
      for (const description of descriptions) yield xml.leaf('note', {}, description)
      yield xml.leaf('idno', { type: 'export' }, id)
      if (identity !== undefined) yield xml.leaf('idno', { type: 'URI' }, identity)
      yield xml.close()
    }
    yield xml.close()
  }
}
