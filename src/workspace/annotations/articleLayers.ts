import { dequal } from 'dequal/lite'
import {
  anchorsOf,
  asItWas,
  followDecisions,
  inTextOrder,
  mapAnchors,
  placeDecisions,
  type Anchor,
  type Decision,
  type DecisionEdit,
  type FollowedDecisions,
  type Layer
} from '../../annotations'
import type { TextEdit } from '../openTexts'

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
  /** The followed document was saved: decisions whose anchors differ from those on disk are to be written. */
  saved(): void
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

/** A decision as it is on disk, and as it is in memory. Either may be missing: not written yet, deleted. */
interface Kept {
  readonly annotator: string
  readonly stored?: Decision
  readonly present?: Decision
}

interface Following {
  readonly text: () => string
  readonly places: FollowedDecisions
  /** Of the decisions that are followed, in their order. */
  readonly ids: readonly string[]
  /** Of those that are not on their words. */
  readonly others: readonly string[]
}

export function articleLayers(): ArticleLayers {
  /** By id. */
  let kept = new Map<string, Kept>()
  let unwritten = new Map<string, DecisionEdit[]>()
  const underWay = new Map<string, readonly DecisionEdit[]>()
  let following: Following | undefined
  let layers: readonly Layer[] | undefined
  /** The followed decisions as they were taken last. */
  let collected: readonly Decision[] | undefined

  /** Writes the places of the followed document into the decisions. */
  function collect(): void {
    if (!following) return
    const { places, ids, text } = following
    const now = places.decisions(text())
    if (now === collected) return
    collected = now
    now.forEach((present, index) => {
      const id = ids[index]!
      const known = kept.get(id)
      if (known?.present && known.present !== present) kept.set(id, { ...known, present })
    })
  }

  /**
   * Other decisions than before are to be listed and followed. Those that are not on their words stay as they are, to be placed
   * again in every text: following them would move what they are not on.
   */
  function listAnew(): void {
    layers = undefined
    if (!following) return
    const text = following.text()
    const all = [...kept.values()].flatMap(({ present }) => present ?? [])
    const sure = stillFollowed(following, text)
    const unsure = all.filter((one) => !sure.has(one))
    const found = new Set(onTheirWords(text, unsure))
    const present = all.filter((one) => sure.has(one) || found.has(one))
    const ids = present.map(({ id }) => id)
    const followed = new Set(ids)
    const others = all.flatMap(({ id }) => (followed.has(id) ? [] : id))
    following = { text: following.text, places: followDecisions(present), ids, others }
  }

  /** As `listAnew`, where only these ids are of other decisions than before: the others are followed as they were. */
  function listChanged(changed: ReadonlySet<string>): void {
    layers = undefined
    if (!following) return
    const { text, places, ids, others } = following
    const now = text()
    const present = [...changed].flatMap((id) => kept.get(id)?.present ?? [])
    const found = onTheirWords(now, present)
    places.change(now, (index) => changed.has(ids[index]!), found)
    const isFollowed = new Set(found.map(({ id }) => id))
    following = {
      text,
      places,
      ids: [...ids.filter((id) => !changed.has(id)), ...isFollowed],
      others: [
        ...others.filter((id) => !changed.has(id)),
        ...present.flatMap(({ id }) => (isFollowed.has(id) ? [] : id))
      ]
    }
    collected = places.decisions(now)
  }

  /** Those of which nothing has changed but their places: they are on their words because they have been followed there. */
  function stillFollowed({ places, ids }: Following, text: string): ReadonlySet<Decision> {
    const now = places.decisions(text)
    return new Set(now.filter((one, index) => kept.get(ids[index]!)?.present === one && hasItsWords(text, one)))
  }

  /** A document that was read again may have got the words of decisions that another window had written before. */
  function followMore(): void {
    if (!following) return
    const { text, others } = following
    const present = others.flatMap((id) => kept.get(id)?.present ?? [])
    if (onTheirWords(text(), present).length > 0) listAnew()
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

  return {
    layers() {
      if (layers) return layers
      collect()
      followMore()
      const byAnnotator = new Map<string, Decision[]>()
      for (const { annotator, present } of kept.values()) {
        if (!present) continue
        const known = byAnnotator.get(annotator)
        if (known) known.push(present)
        else byAnnotator.set(annotator, [present])
      }
      return (layers = [...byAnnotator]
        .map(([annotator, decisions]) => ({ annotator, decisions: decisions.sort(inTextOrder) }))
        .sort((a, b) => (a.annotator < b.annotator ? -1 : 1)))
    },
    read(onDisk, { areAll, isWhole }) {
      collect()
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
      collect()
      for (const made of edits) {
        const known = kept.get(idOf(made))
        const edit = following ? asPlacedNow(made, known?.present) : made
        // Somebody may have copied one into another's layer: it is changed and deleted where it is.
        const annotator = known?.annotator ?? (edit.after ?? edit.before)!.creator
        change(edit, annotator)
        toWrite(annotator, edit)
      }
      listChanged(new Set(edits.map(idOf)))
    },
    follow(text) {
      following = { text, places: followDecisions([]), ids: [], others: [] }
      listAnew()
    },
    text: () => following?.text(),
    unfollow() {
      following = undefined
      for (const [id, one] of kept) if (one.stored && one.present) kept.set(id, { ...one, present: one.stored })
      changeAgain()
      layers = undefined
    },
    moved(edits) {
      following?.places.edit(edits)
      layers = undefined
    },
    saved() {
      if (!following) return
      collect()
      const text = following.text()
      const followed = new Set(following.ids)
      for (const [id, { annotator, stored, present }] of kept) {
        if (!stored || !present || present === stored || !followed.has(id) || !hasItsWords(text, present)) continue
        if (!dequal(stored, present)) toWrite(annotator, { before: stored, after: present })
      }
    },
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
        const present = kept.get(id)?.present
        if (!edit.after && !present) kept.delete(id)
        else kept.set(id, { annotator, ...(edit.after && { stored: edit.after }), ...(present && { present }) })
      }
    },
    hasUnwritten: () => unwritten.size > 0 || underWay.size > 0
  }
}

function idOf({ before, after }: DecisionEdit): string {
  return (after ?? before)!.id
}

/**
 * The edit with the places that its decision has now. Taking back an earlier edit would put it where its words were before the
 * text was edited.
 */
function asPlacedNow(edit: DecisionEdit, present: Decision | undefined): DecisionEdit {
  const { before, after } = edit
  if (!before || !after || !present || before === present) return edit
  const [earlier, now] = [anchorsOf(before), anchorsOf(present)]
  if (now.length !== earlier.length) return edit
  const places = new Map<string, Anchor>()
  earlier.forEach((anchor, index) => {
    const one = now[index]!
    if ((one.was ?? one.exact) === (anchor.was ?? anchor.exact)) places.set(placeOf(anchor), one)
  })
  const moved = (anchor: Anchor): Anchor => {
    const one = places.get(placeOf(anchor))
    return one && anchor.was !== undefined ? { ...one, was: anchor.was } : (one ?? anchor)
  }
  return { before, after: mapAnchors(after, moved) }
}

function placeOf({ start, end, exact }: Anchor): string {
  return `${start} ${end} ${exact}`
}

/**
 * The decisions that are on their words. The same words may stand there by chance in another text: around them, too, it has to
 * be as it was, or nothing else can be meant.
 */
function onTheirWords(text: string, decisions: readonly Decision[]): readonly Decision[] {
  const there = decisions.filter((one) => hasItsWords(text, one))
  const unsure = there.filter((one) => !anchorsOf(one).every((anchor) => asItWas(text, anchor)))
  const byChance = new Set(
    placeDecisions(text, unsure).flatMap(({ placements }, index) => {
      const decision = unsure[index]!
      return anchorsOf(decision).every(({ start }, at) => placements[at]?.span?.start === start) ? [] : decision
    })
  )
  return byChance.size === 0 ? there : there.filter((one) => !byChance.has(one))
}

function hasItsWords(text: string, decision: Decision): boolean {
  return anchorsOf(decision).every(
    ({ start, end, exact }) => end - start === exact.length && text.startsWith(exact, start)
  )
}
