import type { FlatDocument, FlatFeatures, FlatSpan } from '../../flat/flatDocument'
import type { ExportInput } from '../../format'
import { writeJsonLine } from '../../jsonLine'
import { offsetTable, type OffsetUnit } from '../../offsets'
import { fragmentsOf } from './fragments'
import { textOfNote } from './noteText'
import { typeOfLabel } from './typeNames'

export interface BratProfile {
  /** Of the offsets: what brat's own server counts, and what INCEpTION does. */
  readonly offsets: OffsetUnit
  /** Whether features may be attributes, and identities references to a database: INCEpTION reads a file with them not at all. */
  readonly attributes: boolean
}

/** The features that have few values, which brat shows at the annotation. */
export const attributeNames = ['form', 'kind', 'act', 'status'] as const

/**
 * The lines of an .ann file. Features that are no attributes are one JSON object, in a note of the type "Features": brat and
 * INCEpTION keep such notes, and the reader takes them from there.
 */
export function annotationLines(
  text: string,
  { spans, relations }: FlatDocument,
  { offsets, attributes }: BratProfile,
  lost: ExportInput['lost']
): readonly string[] {
  const table = offsetTable(text)
  const names = new Map<string, string>()
  const lines: string[] = []
  const counts = { A: 0, N: 0, '#': 0 }
  const add = (kind: keyof typeof counts, type: string, target: string, content: string) =>
    lines.push(`${kind}${++counts[kind]}\t${type} ${target}${content}`)
  for (const span of spans) {
    const fragments = fragmentsOf(text, span.pieces)
    if (fragments.length === 0) {
      lost(span.pieces.length > 0 ? 'character' : 'memo')
      continue
    }
    if (isTrimmed(span, fragments)) lost('character')
    const name = `T${names.size + 1}`
    names.set(span.id, name)
    const places = fragments.map((fragment) => {
      const { start, end } = table.out(fragment, offsets)
      return `${start} ${end}`
    })
    const words = fragments.map(({ start, end }) => text.slice(start, end))
    lines.push(`${name}\t${typeOfLabel(span.label)} ${places.join(';')}\t${words.join(' ')}`)
    if (attributes) {
      for (const attribute of attributeNames) {
        const value = span.features[attribute]
        if (value !== undefined) add('A', attribute, name, ` ${value}`)
      }
      if (span.features['acting'] === true) add('A', 'acting', name, '')
      const { identity, name: called = '' } = span.features
      if (typeof identity === 'string')
        add('N', 'Reference', name, ` ${reference(identity)}\t${textOfNote(`${called}`)}`)
    }
    const rest = attributes ? withoutAttributes(span.features) : span.features
    if (Object.keys(rest).length > 0) add('#', 'Features', name, `\t${writeJsonLine(rest)}`)
    if (span.note !== undefined) add('#', 'AnnotatorNotes', name, `\t${textOfNote(span.note)}`)
  }
  let count = 0
  for (const { label, from, to } of relations) {
    const [first, second] = [names.get(from), names.get(to)]
    if (first === undefined || second === undefined) lost('link')
    else lines.push(`R${++count}\t${label} Arg1:${first} Arg2:${second}`)
  }
  return lines
}

function isTrimmed({ pieces }: FlatSpan, fragments: readonly { start: number; end: number }[]): boolean {
  const isEdge = (edge: 'start' | 'end', offset: number) => fragments.some((fragment) => fragment[edge] === offset)
  return !pieces.every(({ start, end }) => isEdge('start', start) && isEdge('end', end))
}

/** A database and an id in it, without a blank. */
function reference(identity: string): string {
  const wikidata = /^https?:\/\/www\.wikidata\.org\/entity\/(Q\d+)$/.exec(identity)
  return wikidata ? `Wikidata:${wikidata[1]}` : `Identity:${identity.replace(/[\s\p{Cc}]/gu, encodeURIComponent)}`
}

function withoutAttributes(features: FlatFeatures): FlatFeatures {
  const isAttribute = (name: string) => name === 'acting' || attributeNames.some((each) => each === name)
  return Object.fromEntries(Object.entries(features).filter(([name]) => !isAttribute(name)))
}
