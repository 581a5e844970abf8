import type { Span } from '../../../article'
import type { FlatDocument, FlatFeatures, FlatLayer, FlatRelation, FlatSpan } from '../../flat/flatDocument'
import type { ReadDocument } from '../../importing/readDocument'
import { childOf, childrenOf, textIn, type XmlElement } from '../../reading/xml'
import { guidIn } from '../codebook/readCodes'
import { readFeatureLines } from './featureText'
import { placeSelections } from './positions'
import { engineUser, nextPiece } from './textSource'

/** What a coding with a code says. */
export interface CodeMeaning {
  readonly layer: FlatLayer
  readonly label: string
  /** `ReadCode.id` of a code of the researcher's. */
  readonly code?: string
  /** The name of a quote's speaker. */
  readonly speaker?: string
}

export interface ReadNote {
  readonly text: string
  readonly user: string
  readonly created: string | undefined
}

/** What is to know of a project to read its sources; by GUID. */
export interface ProjectFacts {
  /** Whether we wrote it. */
  readonly isOwn: boolean
  readonly codes: ReadonlyMap<string, CodeMeaning>
  readonly users: ReadonlyMap<string, string>
  readonly notes: ReadonlyMap<string, ReadNote>
  /** By the GUID where they begin. */
  readonly links: ReadonlyMap<string, readonly { readonly name: string; readonly from: string; readonly to: string }[]>
  /** By the end of its path. */
  readonly fileNamed: (path: string) => Uint8Array | undefined
  /** Tells a problem; one of which there are 0 is none. */
  readonly tell: (message: string, count?: number) => void
}

export function readSource(source: XmlElement, facts: ProjectFacts): ReadDocument {
  const name = source.attributes.get('name') ?? ''
  const found = textOf(source, facts)
  if (!found) {
    facts.tell('The text of a source is missing', 1)
    return { name, text: null }
  }
  return { name, text: found.text, flat: flatOf(source, found, facts) }
}

interface SourceText {
  readonly text: string
  readonly hasMark: boolean
}

function textOf(source: XmlElement, { fileNamed }: ProjectFacts): SourceText | undefined {
  const content = childOf(source, 'PlainTextContent')
  const path = source.attributes.get('plainTextPath')
  if (content && (path === undefined || textIn(content) !== '')) return withoutMark(textIn(content))
  const bytes = path === undefined ? undefined : fileNamed(path)
  return bytes && withoutMark(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
}

function withoutMark(text: string): SourceText {
  const hasMark = text.startsWith('\uFEFF')
  return { text: hasMark ? text.slice(1) : text, hasMark }
}

function flatOf(source: XmlElement, { text, hasMark }: SourceText, facts: ProjectFacts): FlatDocument {
  const selections = childrenOf(source, 'PlainTextSelection')
  const placed = placeSelections(
    text,
    hasMark,
    selections.map(({ attributes }) => ({
      start: Number(attributes.get('startPosition') ?? Number.NaN),
      end: Number(attributes.get('endPosition') ?? Number.NaN),
      name: attributes.get('name') ?? ''
    })),
    facts.isOwn
  )
  const places = new Map<string, Span>()
  for (const [index, selection] of selections.entries()) {
    const span = placed[index]
    if (span) places.set(guidIn(selection, 'guid'), span)
  }
  const guids = new Set(selections.map((selection) => guidIn(selection, 'guid')))
  facts.tell('Selections have the id of another one', selections.length - guids.size)
  facts.tell('Selections are outside of their text', placed.filter((span) => !span).length)

  const spans: FlatSpan[] = []
  const spansOf = new Map<string, readonly FlatSpan[]>() // by the GUIDs of their selections
  const add = (element: XmlElement, pieces: readonly Span[]) => {
    const made = spansIn(element, facts).map((span, index) => ({ ...span, id: `s${spans.length + index + 1}`, pieces }))
    spans.push(...made)
    return made
  }
  const later = laterPieces(selections, facts)
  let empty = 0
  // Selections in a circle have no first one: they come last.
  const isLater = (selection: XmlElement) => later.has(guidIn(selection, 'guid'))
  for (const selection of [...selections.filter((each) => !isLater(each)), ...selections.filter(isLater)]) {
    const guid = guidIn(selection, 'guid')
    if (spansOf.has(guid) || !places.has(guid)) continue
    const guids = piecesFrom(guid, facts)
    const made = add(selection, inOrder(guids.flatMap((each) => places.get(each) ?? [])))
    if (made.length === 0) empty++
    for (const each of guids) spansOf.set(each, made)
  }
  facts.tell('Selections have neither a code nor a memo', empty)
  add(source, [])
  return { spans, relations: relationsOf(spansOf, facts) }
}

/** The codings and notes of a selection or of a whole source. */
function spansIn(element: XmlElement, facts: ProjectFacts): readonly Omit<FlatSpan, 'id' | 'pieces'>[] {
  const description = textIn(childOf(element, 'Description'))
  const own = readFeatureLines(description)
  const codings = childrenOf(element, 'Coding').flatMap((coding) => {
    const meaning = facts.codes.get(guidIn(childOf(coding, 'CodeRef') ?? coding, 'targetGUID'))
    if (!meaning) {
      facts.tell('Codings have a code that is not in the codebook', 1)
      return []
    }
    const { layer, label, code, speaker } = meaning
    const features = {
      ...(code !== undefined && { code }),
      ...(speaker !== undefined && { name: speaker }),
      ...own,
      ...historyIn(coding, element, facts)
    }
    const note = notesIn(coding, facts)
      .map(({ text }) => text)
      .join('\n\n')
    return [{ layer, label, features: partFeatures(layer, features), ...(childOf(coding, 'NoteRef') && { note }) }]
  })
  const memos = notesIn(element, facts).map(({ text, user, created }) => ({
    layer: 'memo' as const,
    label: 'Memo',
    features: { status: 'added', ...own, ...history(user, created, facts) },
    note: text
  }))
  const described =
    own || description.trim() === '' ? [] : [{ layer: 'memo' as const, label: 'Memo', features: {}, note: description }]
  return [...codings, ...memos, ...described]
}

/** Cue and source have none of their own: they are parts of a quote. */
function partFeatures(layer: FlatLayer, features: FlatFeatures): FlatFeatures {
  return layer === 'cue' || layer === 'source' ? {} : features
}

function notesIn(element: XmlElement, { notes, tell }: ProjectFacts): readonly ReadNote[] {
  const found = childrenOf(element, 'NoteRef').map((reference) => notes.get(guidIn(reference, 'targetGUID')))
  tell('Memos are not in the project', found.filter((note) => !note).length)
  return found.filter((note) => !!note)
}

function historyIn(coding: XmlElement, selection: XmlElement, facts: ProjectFacts): FlatFeatures {
  const created = coding.attributes.get('creationDateTime') ?? selection.attributes.get('creationDateTime')
  return history(guidIn(coding, 'creatingUser') || guidIn(selection, 'creatingUser'), created, facts)
}

function history(user: string, created: string | undefined, { users }: ProjectFacts): FlatFeatures {
  const annotator = user === engineUser ? undefined : users.get(user)
  return { ...(annotator !== undefined && { annotator }), ...(created !== undefined && { created }) }
}

/** The GUIDs of selections that continue another one. */
function laterPieces(selections: readonly XmlElement[], facts: ProjectFacts): ReadonlySet<string> {
  return new Set(
    selections.flatMap((selection) => {
      const guid = guidIn(selection, 'guid')
      return nextOf(guid, facts).filter((next) => next !== guid)
    })
  )
}

function piecesFrom(guid: string, facts: ProjectFacts): readonly string[] {
  const pieces = new Set([guid])
  for (const piece of pieces) for (const next of nextOf(piece, facts)) pieces.add(next)
  return [...pieces]
}

function nextOf(guid: string, { links }: ProjectFacts): readonly string[] {
  return (links.get(guid) ?? []).filter(({ name }) => name === nextPiece).map(({ to }) => to)
}

/** Without those that overlap one before. */
function inOrder(pieces: readonly Span[]): readonly Span[] {
  const ordered = [...pieces].sort((a, b) => a.start - b.start)
  return ordered.filter(({ start }, index) => index === 0 || start >= ordered[index - 1]!.end)
}

const endLayer = { cue: 'cue', source: 'source', speaker: 'mention', sameSpeaker: 'quote' } as const

function relationsOf(
  spansOf: ReadonlyMap<string, readonly FlatSpan[]>,
  { links, tell }: ProjectFacts
): readonly FlatRelation[] {
  const relations: FlatRelation[] = []
  let others = 0
  for (const guid of spansOf.keys()) {
    for (const { name, to } of links.get(guid) ?? []) {
      if (name === nextPiece) continue
      const label = Object.keys(endLayer).find((known) => known === name) as keyof typeof endLayer | undefined
      const from = spansOf.get(guid)?.find(({ layer }) => layer === 'quote')
      const target = spansOf.get(to)?.find(({ layer }) => label && layer === endLayer[label])
      if (label && from && target)
        relations.push({ id: `r${relations.length + 1}`, label, from: from.id, to: target.id })
      else others++
    }
  }
  tell('Links are not read', others)
  return relations
}
