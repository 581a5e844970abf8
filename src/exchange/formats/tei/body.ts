import type { AnnotationDocument } from '../../document'
import type { FlatSpan } from '../../flat/flatDocument'
import type { XmlAttributes, XmlWriter } from '../../xml'
import { blocksOf, inlineSpans } from './inline'

export interface Body {
  readonly xml: string
  /** The ids of those that are elements of the text. */
  readonly inline: ReadonlySet<string>
}

/** The id of the anchor at an offset (UTF-16 units). */
export function anchorId(offset: number): string {
  return `a${offset}`
}

/**
 * The text with its elements, and anchors at the edges of all other spans. Its characters are those of the article: nothing is indented.
 * `refOf` gives what an entity's id is in this file.
 */
export function teiBody(
  document: AnnotationDocument,
  spans: readonly FlatSpan[],
  xml: XmlWriter,
  refOf: (entity: unknown) => string | undefined
): Body {
  const { text } = document
  const blocks = blocksOf(document)
  const inside = inlineSpans(spans, blocks)
  const inline = new Set(inside.map(({ id }) => id))
  const ends = new Map<number, string[]>() // of elements and blocks, the inner ones first
  const anchors = new Set<number>()
  const starts = new Map<number, string[]>() // of blocks and elements, the outer ones first
  const mark = (start: number, end: number, name: string, attributes: XmlAttributes) => {
    starts.set(start, [...(starts.get(start) ?? []), xml.start(name, attributes)])
    ends.set(end, [xml.end(name), ...(ends.get(end) ?? [])])
  }
  for (const { start, end, role } of blocks) mark(start, end, 'p', { rend: role })
  for (const span of inside) {
    const [name, attributes] = elementOf(span, refOf)
    mark(span.pieces[0]!.start, span.pieces[0]!.end, name, attributes)
  }
  for (const { id, pieces } of spans)
    if (!inline.has(id)) for (const { start, end } of pieces) anchors.add(start).add(end)
  const offsets = [...new Set([...ends.keys(), ...anchors, ...starts.keys(), text.length])].sort((a, b) => a - b)
  const parts = [xml.start('body')]
  let at = 0
  for (const offset of offsets) {
    parts.push(xml.text(text.slice(at, offset)))
    at = offset
    const [closing, opening] = [ends.get(offset) ?? [], starts.get(offset) ?? []]
    const anchor = anchors.has(offset) ? xml.empty('anchor', { 'xml:id': anchorId(offset) }) : ''
    // An empty block begins and ends at once.
    if (text === '') parts.push(...opening, anchor, ...closing)
    else parts.push(...closing, anchor, ...opening)
  }
  parts.push(xml.end('body'))
  return { xml: parts.join(''), inline }
}

const nameElements: Readonly<Record<string, string>> = {
  Person: 'persName',
  Organization: 'orgName',
  Place: 'placeName'
}

/** A pronoun or a description refers (`rs`), a name names. */
function elementOf(
  { id, layer, label, features }: FlatSpan,
  refOf: (entity: unknown) => string | undefined
): readonly [string, XmlAttributes] {
  const own = { 'xml:id': id, ana: `#${id}.f` }
  if (layer === 'quote') {
    const direct = features['kind'] === 'mixed' ? 'unknown' : features['kind'] === 'direct'
    return ['said', { ...own, who: refOf(features['speaker']), direct }]
  }
  const ref = refOf(features['entity'])
  const name = features['form'] === 'name' ? nameElements[label] : undefined
  return name === undefined ? ['rs', { ...own, type: label.toLowerCase(), ref }] : [name, { ...own, ref }]
}
