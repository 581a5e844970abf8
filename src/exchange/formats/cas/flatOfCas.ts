import type { Span } from '../../../article'
import type { FlatDocument, FlatRelation, FlatSpan } from '../../flat/flatDocument'
import type { ReadDocument, ReadProblem } from '../../importing/readDocument'
import { featuresOfTexts, labelled, relationLabel } from '../../reading/foreign'
import { casTypes } from './typeSystem'
import { isMachinery } from '../../reading/uimaTypes'

/** A feature structure of any program: `texts` are its features as text, and the ids of those that it refers to. */
export interface ReadStructure {
  readonly id: string
  /** With its package: "custom.Span". */
  readonly type: string
  /** The id of the text it is about; undefined of one that is about none. */
  readonly sofa: string | undefined
  readonly span: Span | undefined
  readonly texts: ReadonlyMap<string, string>
  /** It has a feature that is its label, and that says nothing. */
  readonly isUnlabelled?: boolean
}

export interface ReadCas {
  /** The texts, by the id of their structure, that of the first view first. */
  readonly sofas: ReadonlyMap<string, string>
  readonly structures: readonly ReadStructure[]
}

/** The annotations of a CAS on its first text, whoever wrote it. */
export function documentOfCas(
  { sofas, structures }: ReadCas,
  path: string
): { readonly document: ReadDocument; readonly problems: readonly ReadProblem[] } {
  const problems: ReadProblem[] = []
  const tell = (message: string, count: number) => {
    if (count > 0) problems.push({ file: path, message, count })
  }
  const [[sofa, text] = ['', '']] = sofas
  const own = structures.filter((structure) => structure.sofa === sofa && !isMachinery(structure.type))
  const spans = spansOf(
    own.filter((structure) => !isRelation(structure)),
    text
  )
  const known = new Set(spans.spans.map(({ id }) => id))
  const relations = own.filter(isRelation).flatMap(({ id, type, texts }): readonly FlatRelation[] => {
    const label = relationLabel(texts.get('label') ?? shortName(type))
    const [from, to] = [texts.get('Governor')!, texts.get('Dependent')!]
    return label && known.has(from) && known.has(to) ? [{ id, label, from, to }] : []
  })
  tell('Annotations are not inside of the text', spans.outside)
  tell('Annotations have no label', spans.unlabelled)
  tell('Relations of other kinds are left out', own.filter(isRelation).length - relations.length)
  tell('Annotations of other views of the text are left out', otherViews(structures, sofa))
  const title = structures.find(({ type }) => /\bDocumentMetaData$/.test(type))?.texts.get('documentTitle')
  const name = title === undefined || title === '' ? path.replace(/\.(json|xmi|xml)$/i, '') : title
  const flat: FlatDocument = { spans: spans.spans, relations }
  return { document: { name, text, flat }, problems }
}

function spansOf(structures: readonly ReadStructure[], text: string) {
  const spans = new Map<string, FlatSpan>()
  let outside = 0
  let unlabelled = 0
  const further: (readonly [first: string, piece: Span])[] = []
  for (const structure of structures) {
    const { id, type, span, texts } = structure
    if (!span) continue
    const isInside = 0 <= span.start && span.start <= span.end && span.end <= text.length
    const isOfDocument = type === 'articleannotator.DocumentMemo'
    const first = texts.get('continues')
    if (!isInside || (span.start === span.end && !isOfDocument)) outside++
    else if (first !== undefined) further.push([first, span])
    else if (!isOfDocument && hasNoLabel(structure)) unlabelled++
    else spans.set(id, flatSpan(structure, isOfDocument ? [] : [span]))
  }
  for (const [first, piece] of further) {
    const span = spans.get(first)
    if (span) spans.set(first, { ...span, pieces: inOrder([...span.pieces, piece]) })
    else outside++
  }
  return { spans: [...spans.values()], outside, unlabelled }
}

function flatSpan(structure: ReadStructure, pieces: readonly Span[]): FlatSpan {
  const { id, type, texts } = structure
  const label = pieces.length === 0 ? 'Memo' : labelOf(structure)
  const features = featuresOfTexts(texts)
  const identifier = texts.get('identifier')
  const note = texts.get('note')
  return {
    id,
    ...(features['code'] === undefined ? labelled(label) : { layer: 'code', label }),
    pieces,
    features: {
      ...features,
      ...(/\.NamedEntity$/.test(type) && identifier !== undefined && { identity: identifier })
    },
    ...(note !== undefined && { note })
  }
}

/** The layer of ours, which others have too, says nothing by its name. */
function hasNoLabel({ type, texts, isUnlabelled }: ReadStructure): boolean {
  return isUnlabelled === true || (type === casTypes.span && !labelFeatures.some((name) => texts.has(name)))
}

export const labelFeatures = ['label', 'value', 'category'] as const

/** What the features of the usual layers say; of others their own first feature, and else the name of the layer. */
function labelOf({ type, texts }: ReadStructure): string {
  for (const name of labelFeatures) {
    const label = texts.get(name)
    if (label !== undefined && label !== '') return label
  }
  return shortName(type)
}

function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1)
}

function inOrder(pieces: readonly Span[]): readonly Span[] {
  return [...pieces].sort((a, b) => a.start - b.start)
}

function isRelation({ texts }: ReadStructure): boolean {
  return texts.has('Governor') && texts.has('Dependent')
}

function otherViews(structures: readonly ReadStructure[], sofa: string): number {
  return structures.filter((each) => each.sofa !== sofa && each.span && !isMachinery(each.type)).length
}
