import type { Decision } from '../decision'
import type { Project, ProjectMemo } from '../project'
import type { Edit } from '../step'
import type { Coding } from './codings'
import type { LayeredArticle, MemoEdit } from './codebook'
import type { Sign } from './signature'

/** What a memo is about, and so where it is kept. */
export type MemoPlace = DecisionMemo | AboutMemo

/** The memo of a coding, or a decision that is a memo itself. */
export interface DecisionMemo {
  readonly kind: 'decision'
  /** `AnalyzedArticle.id`. */
  readonly article: string
  /** A coding, or a memo as it is or will be. It may have changed, or gone, since. */
  readonly decision: Decision
}

/** The memo about a code, an entity or the project (""): of each annotator at most one. */
export interface AboutMemo {
  readonly kind: 'about'
  readonly folder: string
  readonly about: string
  /** What it is about, as people call it, where the project does not know it yet. */
  readonly name?: string
  /** What has to be done with the first words, such as saying who a mention is. */
  readonly first?: readonly Edit[]
}

/** The text of a memo; "" for one that is not written yet. */
export function memoText(
  place: MemoPlace,
  { layers, project, annotator }: { layers: LayeredArticle['layers']; project: Project; annotator: string | undefined }
): string {
  if (place.kind === 'about') return memoAbout(project, place.about, annotator)?.text ?? ''
  return textOf(presentDecision(layers, place.decision.id) ?? place.decision)
}

/** Edits that write a memo; a text of white space alone deletes it. None when the text is the same. */
export function writeMemo(
  place: DecisionMemo,
  text: string,
  layers: LayeredArticle['layers'],
  now: string
): readonly Edit[] {
  const { article, decision } = place
  const before = presentDecision(layers, decision.id)
  const isEmpty = text.trim() === ''
  if ((isEmpty ? '' : text) === (before ? textOf(before) : '')) return []
  const known = before ?? decision
  if (known.kind === 'code') {
    const after: Decision = { ...withoutMemo(known), ...(!isEmpty && { memo: text }), ...(before && { modified: now }) }
    return [{ kind: 'decision', article, ...(before && { before }), after }]
  }
  if (known.kind !== 'memo') return []
  if (isEmpty) return before ? [{ kind: 'decision', article, before }] : []
  const after: Decision = { ...known, text, ...(before && { modified: now }) }
  return [{ kind: 'decision', article, ...(before && { before }), after }]
}

/** The same of a memo about a code, an entity or the project. */
export function writeAboutMemo(
  { folder, about, first = [] }: AboutMemo,
  text: string,
  project: Project,
  annotator: string | undefined,
  sign: Sign
): readonly Edit[] {
  const before = memoAbout(project, about, annotator)
  const isEmpty = text.trim() === ''
  if ((isEmpty ? '' : text) === (before?.text ?? '')) return []
  const { id, creator, created } = sign()
  const memo: MemoEdit = {
    kind: 'memo',
    folder,
    ...(before && { before }),
    ...(!isEmpty && { after: before ? { ...before, text, modified: created } : { id, about, text, creator, created } })
  }
  return before ? [memo] : [...first, memo]
}

/** The memos about a code, an entity or the project, the annotator's own first. */
export function memosAbout(project: Project, about: string, annotator: string | undefined): readonly ProjectMemo[] {
  const found = project.memos.filter((memo) => memo.about === about)
  return [
    ...found.filter(({ creator }) => creator === annotator),
    ...found.filter(({ creator }) => creator !== annotator)
  ]
}

function memoAbout(project: Project, about: string, annotator: string | undefined): ProjectMemo | undefined {
  return project.memos.find((memo) => memo.about === about && memo.creator === annotator)
}

function presentDecision(layers: LayeredArticle['layers'], id: string): Decision | undefined {
  for (const { decisions } of layers) {
    const found = decisions.find((decision) => decision.id === id)
    if (found) return found
  }
  return undefined
}

function withoutMemo({ memo: _, ...coding }: Coding): Coding {
  return coding
}

function textOf(decision: Decision): string {
  if (decision.kind === 'memo') return decision.text
  return decision.kind === 'code' ? (decision.memo ?? '') : ''
}
