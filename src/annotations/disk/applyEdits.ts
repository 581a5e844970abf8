import { sortInSteps } from '../../util/sortInSteps'
import type { Steps } from '../../util/steps'
import { mapAnchors, type Decision } from '../decision'
import { inTextOrder } from '../layer'
import type { Project } from '../project'
import type { DecisionEdit, ProjectEdit } from './annotationStore'
import { inOrder } from './projectFile'

interface Dated {
  readonly created: string
  readonly modified?: string
  readonly rejected?: string
}

export interface ItemEdit<Item> {
  readonly before?: Item
  readonly after?: Item
}

/** `overruled`: the ids of what another has changed meanwhile, where the later change was kept. */
export interface Applied<Content> {
  readonly content: Content
  readonly overruled: readonly string[]
}

/** Edits that are applied in one step. */
const editsPerStep = 100

/** What is on disk now with edits of it applied. In order of the text; the same objects where nothing changed. */
export function* applyDecisionEdits(
  decisions: readonly Decision[],
  edits: readonly DecisionEdit[]
): Steps<Applied<readonly Decision[]>> {
  const { content, overruled } = yield* applyEdits(decisions, edits, ({ id }) => id, isSameDecision)
  return { content: yield* sortInSteps(content, inTextOrder), overruled }
}

export function* applyProjectEdits(project: Project, edits: readonly ProjectEdit[]): Steps<Applied<Project>> {
  const of = <Kind extends ProjectEdit['kind']>(kind: Kind) =>
    edits.filter((edit): edit is Extract<ProjectEdit, { kind: Kind }> => edit.kind === kind)
  const codes = yield* applyEdits(project.codes, of('code'), ({ id }) => id, isSameThing)
  const entities = yield* applyEdits(project.entities, of('entity'), ({ iri }) => iri, isSameThing)
  const memos = yield* applyEdits(project.memos, of('memo'), ({ id }) => id, isSameThing)
  return {
    content: inOrder({ codes: codes.content, entities: entities.content, memos: memos.content }),
    overruled: [...codes.overruled, ...entities.overruled, ...memos.overruled]
  }
}

/**
 * Three-way: an edit holds where the thing is on disk as it was before the edit, or not at all. Where another has changed it,
 * the later change holds, and nothing is deleted that another has changed.
 */
function* applyEdits<Item extends Dated>(
  items: readonly Item[],
  edits: readonly ItemEdit<Item>[],
  idOf: (item: Item) => string,
  isSame: (a: Item, b: Item) => boolean
): Steps<Applied<readonly Item[]>> {
  const present = new Map(items.map((item) => [idOf(item), item]))
  const overruled: string[] = []
  for (const [index, { before, after }] of edits.entries()) {
    if (index % editsPerStep === editsPerStep - 1) yield
    const either = after ?? before
    if (!either) continue
    const id = idOf(either)
    const there = present.get(id)
    const isOurs = !there || (before && isSame(there, before)) || (after && isSame(there, after))
    if (!isOurs) overruled.push(id)
    if (after && (isOurs || timeOf(after) >= timeOf(there))) present.set(id, after)
    else if (!after && isOurs) present.delete(id)
  }
  return { content: [...present.values()], overruled }
}

function timeOf({ created, modified, rejected }: Dated): string {
  return rejected ?? modified ?? created
}

/** Anchors follow the text, which is no decision. */
function isSameDecision(a: Decision, b: Decision): boolean {
  return isSameThing(withoutPlaces(a), withoutPlaces(b))
}

function withoutPlaces(decision: Decision): Decision {
  return mapAnchors(decision, () => nowhere)
}

const nowhere = { exact: '', prefix: '', suffix: '', start: 0, end: 0 }

function isSameThing(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false
  const fields = definedFields(a)
  const others = new Map(definedFields(b))
  return fields.length === others.size && fields.every(([key, value]) => isSameThing(value, others.get(key)))
}

function definedFields(thing: object): readonly [string, unknown][] {
  return Object.entries(thing).filter(([, value]) => value !== undefined)
}

/** Several edits of one thing as one, in the order of the first of each. */
export function combineEdits<Item>(
  edits: readonly ItemEdit<Item>[],
  idOf: (item: Item) => string
): readonly ItemEdit<Item>[] {
  const byId = new Map<string, ItemEdit<Item>>()
  for (const edit of edits) {
    const either = edit.after ?? edit.before
    if (!either) continue
    const id = idOf(either)
    const first = byId.get(id)
    const before = first ? first.before : edit.before
    byId.set(id, { ...(before && { before }), ...(edit.after && { after: edit.after }) })
  }
  return [...byId.values()].filter(({ before, after }) => before ?? after)
}
