import { dequal } from 'dequal/lite'
import { listOf, type DecisionEdit, type Layer } from '../../annotations'
import type { Steps } from '../../util/steps'
import type { TextEdit } from '../openTexts'
import { asPlacedNow } from './asPlacedNow'
import { followedDocument, type FollowedDocument } from './followedDocument'
import { layersOf, type Kept } from './keptDecisions'
import { hasItsWords } from './onTheirWords'

/**
 * The layers of one article in memory: what is on disk, with the edits that are not written yet, and with the anchors where an
 * open document has moved them.
 */
export interface ArticleLayers {
  /** In order of annotator. The same object until something changes. */
  layers(): readonly Layer[]
  /**
   * Takes layers as they are on disk; edits that are not written yet stay. Unless these are all layers, those of other
   * annotators stay as they are, and of a layer that is not whole what it had stays. Whether anything is different now.
   */
  read(layers: readonly Layer[], known: WhatIsKnown): boolean
  /** Makes edits, which are to be written. */
  edit(edits: readonly DecisionEdit[]): void
  /** Begins to follow a document; `text` gives its present text. */
  follow(text: () => string): void
  /** The present text of the followed document; undefined when none is followed. */
  text(): string | undefined
  /** Ends to follow: the anchors are those on disk again. */
  unfollow(): void
  /** The followed document was edited. */
  moved(edits: readonly TextEdit[]): void
  /**
   * Looks closer for decisions that are off their words in the followed document, and follows those that it finds. To be called
   * when other layers or another document are there, and when nobody types: it may take long. Where decisions are shown does not
   * change by it, only whether they go with what is edited next.
   */
  findMore(): Steps<void>
  /**
   * The followed document was saved: decisions whose anchors differ from those on disk are to be written. In steps, since to compare
   * thousands of them takes long; what is edited meanwhile is not looked at.
   */
  saved(): Steps<void>
  /** What is to be written, by annotator: given once, and under way until `written` says what came of it. */
  takeUnwritten(): UnwrittenEdits
  /** Edits that were under way are on disk now, or are still to be written. */
  written(annotator: string, edits: readonly DecisionEdit[], isOnDisk: boolean): void
  hasUnwritten(): boolean
}

/** Whether all layers were read, and of which annotators everything that is on disk. */
export interface WhatIsKnown {
  readonly areAll: boolean
  readonly isWhole: (annotator: string) => boolean
}

/** Edits of layers in the order in which they were made, by annotator. */
export type UnwrittenEdits = ReadonlyMap<string, readonly DecisionEdit[]>

/** Decisions that are looked at in one step. */
const decisionsPerStep = 200

export function articleLayers(): ArticleLayers {
  /** By id. */
  let kept = new Map<string, Kept>()
  let unwritten = new Map<string, DecisionEdit[]>()
  const underWay = new Map<string, readonly DecisionEdit[]>()
  let following: FollowedDocument | undefined
  let layers: readonly Layer[] | undefined
  /** What is to be listed, as long as nothing but places is different. */
  let listed: ReturnType<typeof layersOf> | undefined
  /** The ids of what is edited while a saved document's decisions are looked at. */
  const edited = new Set<Set<string>>()

  function presentKept(): readonly Kept[] {
    return [...kept.values()].filter((one) => one.present !== undefined)
  }

  /** Other decisions than before are to be listed and followed. */
  function listAnew(): void {
    layers = listed = undefined
    following?.begin(presentKept())
  }

  /** As `listAnew`, where only these ids are of other decisions than before: the others are followed as they were. */
  function listChanged(changed: ReadonlySet<string>): void {
    layers = listed = undefined
    const present = [...changed].flatMap((id) => kept.get(id) ?? []).filter((one) => one.present !== undefined)
    following?.change(changed, present)
  }

  /** A document that was read again may have got the words of decisions that another window had written before. */
  function followMore(): void {
    if (following?.followMore()) listed = undefined
  }

  function change(edit: DecisionEdit, annotator: string): void {
    const { after } = edit
    const id = idOf(edit)
    const stored = kept.get(id)?.stored
    if (!after && !stored) kept.delete(id)
    else kept.set(id, { annotator, ...(stored && { stored }), ...(after && { present: after }) })
  }

  /** What is on disk was taken: the edits that are not there yet are made on it. */
  function changeAgain(): void {
    for (const edits of [underWay, unwritten])
      for (const [annotator, own] of edits) for (const edit of own) change(edit, annotator)
  }

  function toWrite(annotator: string, edit: DecisionEdit): void {
    const known = unwritten.get(annotator)
    if (known) known.push(edit)
    else unwritten.set(annotator, [edit])
  }

  function* saved(): Steps<void> {
    if (!following) return
    const text = following.text()
    // As they are now, whatever is typed until they are looked at.
    const now = following.followed()
    const { at } = listOf(now.decisions)
    const onDisk = now.kept.map(({ stored }) => stored)
    const editedMeanwhile = new Set<string>()
    edited.add(editedMeanwhile)
    try {
      for (const [index, stored] of onDisk.entries()) {
        if (index % decisionsPerStep === decisionsPerStep - 1) yield
        const present = at(index)
        if (!stored || present === stored || !hasItsWords(text, present) || dequal(stored, present)) continue
        const known = kept.get(present.id)
        // What was decided or read meanwhile is written by itself, or is on disk already.
        if (known?.stored === stored && !editedMeanwhile.has(present.id))
          toWrite(known.annotator, { before: stored, after: present })
      }
    } finally {
      edited.delete(editedMeanwhile)
    }
  }

  return {
    layers() {
      if (layers) return layers
      followMore()
      const all = following ?? { kept: presentKept, decisions: () => presentKept().map((one) => one.present!) }
      listed ??= layersOf(all.kept().map(({ annotator }) => annotator))
      const decisions = all.decisions()
      return (layers = listed(decisions))
    },
    read(onDisk, { areAll, isWhole }) {
      following?.collect()
      const read = new Set(onDisk.map(({ annotator }) => annotator).filter(isWhole))
      const next = new Map(areAll ? [] : [...kept].filter(([, { annotator }]) => !read.has(annotator)))
      let isSame = true
      for (const { annotator, decisions } of onDisk) {
        for (const stored of decisions) {
          const known = kept.get(stored.id)
          const isKnown = known?.stored !== undefined && known.annotator === annotator && dequal(known.stored, stored)
          if (!isKnown) isSame = false
          next.set(stored.id, isKnown ? known : { annotator, stored, present: stored })
        }
      }
      for (const [id, { stored }] of kept) if (stored && !next.has(id)) isSame = false
      if (isSame) return false
      kept = next
      changeAgain()
      listAnew()
      return true
    },
    edit(edits) {
      const ids = new Set(edits.map(idOf))
      following?.collect(ids)
      for (const made of edits) {
        const known = kept.get(idOf(made))
        const edit = following ? asPlacedNow(made, known?.present) : made
        // Somebody may have copied one into another's layer: it is changed and deleted where it is.
        const annotator = known?.annotator ?? (edit.after ?? edit.before)!.creator
        change(edit, annotator)
        toWrite(annotator, edit)
        for (const meanwhile of edited) meanwhile.add(idOf(made))
      }
      listChanged(ids)
    },
    follow(text) {
      following = followedDocument(text)
      listAnew()
    },
    text: () => following?.text(),
    unfollow() {
      following = undefined
      for (const one of kept.values()) if (one.stored && one.present) one.present = one.stored
      changeAgain()
      layers = listed = undefined
    },
    moved(edits) {
      following?.edited(edits)
      layers = undefined
    },
    *findMore() {
      const searched = following
      if (!searched || !(yield* searched.findMore()) || following !== searched) return
      layers = listed = undefined
    },
    saved,
    takeUnwritten() {
      const taken = unwritten
      unwritten = new Map()
      for (const [annotator, edits] of taken) underWay.set(annotator, edits)
      return taken
    },
    written(annotator, edits, isOnDisk) {
      underWay.delete(annotator)
      if (!isOnDisk) {
        unwritten.set(annotator, [...edits, ...(unwritten.get(annotator) ?? [])])
        return
      }
      for (const edit of edits) {
        const id = idOf(edit)
        const known = kept.get(id)
        if (known) known.stored = edit.after
        else if (edit.after) kept.set(id, { annotator, stored: edit.after })
        if (known && !known.stored && !known.present) kept.delete(id)
      }
    },
    hasUnwritten: () => unwritten.size > 0 || underWay.size > 0
  }
}

function idOf({ before, after }: DecisionEdit): string {
  return (after ?? before)!.id
}
