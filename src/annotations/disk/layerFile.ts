import { dequal } from 'dequal/lite'
import { finish, type Steps } from '../../util/steps'
import type { Said } from '../../util/translate'
import type { Decision } from '../decision'
import type { Layer } from '../layer'
import { offsetsIn, type Places } from './anchorForm'
import { codePointsIn, codePointsNear, unchanged } from './codePoints'
import { compact, field, isList, isObject, type Json, type JsonObject } from './json'
import { nothingKept, readItems, writeItems, type ItemForm, type Kept, type WrittenItem } from './keptItems'
import { articleReference, layerPath } from './layerPath'
import { contextWith, printFile } from './printFile'
import { readDecision } from './readDecision'
import { broken, isUnreadable, readFile, type Migrations, type Read } from './readFile'
import { layerVersion } from './vocabulary'
import { writeDecision } from './writeDecision'

/** A layer with all that its file has beyond it. */
export interface LayerFile extends Layer {
  /** As the file says; it may have been moved since. */
  readonly article: string | undefined
  readonly kept: Kept<Decision>
  /** Fields of the file that we do not know. */
  readonly fields: JsonObject
  readonly context: Json | undefined
}

/** Reads the text of a layer's file. `annotator` is that of a file that does not say whose it is: another program's. */
export function readLayer(text: string, annotator = ''): Read<LayerFile> {
  return finish(layerRead(text, annotator))
}

export function* layerRead(text: string, annotator: string): Steps<Read<LayerFile>> {
  const file = yield* readFile(text, layerVersion, migrations)
  if (isUnreadable(file)) return file
  const name = field(file, 'annotator') ?? annotator
  const article = field(file, 'article')
  if (typeof name !== 'string') return broken('Its annotator is not a name')
  if (article !== undefined && typeof article !== 'string') return broken('Its article is not a path')
  const remarks: Said[] = []
  const list = yield* readItems(field(file, 'items') ?? null, decisionForm(name), remarks)
  if (!list) return broken('It has no list of items')
  const fields = Object.fromEntries(Object.entries(file).filter(([key]) => !ownFields.includes(key)))
  const content = {
    annotator: name,
    decisions: list.items,
    article,
    kept: list.kept,
    fields,
    context: field(file, '@context')
  }
  return { content, remarks }
}

/** What version 1 could say is said as it was. */
const migrations: Migrations = new Map([[1, (file: JsonObject) => ({ ...file, version: 2 })]])

/**
 * The oldest version that can say all of it: who has an older program reads a layer as long as it can be read, and taking a
 * decision back gives the file as it was.
 */
function versionFor(decisions: readonly Decision[]): number {
  return decisions.some(({ kind }) => kind === 'noCode') ? layerVersion : 1
}

const ownFields = ['@context', 'id', 'type', 'version', 'annotator', 'article', 'items']

export interface WriteLayerOptions {
  /** The file as it was read: what is not known in it is kept. */
  readonly file?: LayerFile | undefined
  /** The article's text, to count its code points; without it they are estimated by what the file has. */
  readonly text?: string | undefined
}

/**
 * The text of a layer's file. It depends on nothing but what is given: the decisions in order of the text, however they come.
 */
export function writeLayer(layer: Layer, article: string, options: WriteLayerOptions = {}): string {
  return finish(layerWritten(layer, article, options)).pieces.join('')
}

/** A file as it is to be written. */
export interface Written<File> {
  /** Its text is these, one after the other. */
  readonly pieces: readonly string[]
  /** What reading that text would give, where that can be told without doing it. */
  readonly file?: File
}

export function* layerWritten(
  { annotator, decisions }: Layer,
  article: string,
  { file, text }: WriteLayerOptions
): Steps<Written<LayerFile>> {
  const kept = file?.kept ?? nothingKept
  const near = codePointsNear(yield* knownOffsets(kept))
  const fresh: Places = {
    source: articleReference(article),
    codePointsAt: text === undefined ? near : codePointsIn(text)
  }
  const base: Places = { source: articleReference(file?.article ?? article), codePointsAt: near }
  const items = yield* writeItems<Decision>(
    decisions,
    kept,
    decisionForm(annotator),
    (decision) => writeDecision(decision, fresh),
    (decision) => writeDecision(decision, base),
    fresh.source === base.source && fresh.codePointsAt === unchanged && near === unchanged
  )
  const head = compact({
    '@context': contextWith(file?.context),
    id: articleReference(layerPath(article, annotator)),
    type: 'AnnotationPage',
    version: versionFor(decisions),
    annotator,
    article
  })
  const pieces = yield* printFile({ ...head, ...file?.fields }, { items: items.map(({ json }) => json) })
  const keptNow = yield* readAgain(items, kept, annotator)
  if (!keptNow) return { pieces }
  const readDecisions = [...keptNow.written.values()].map(({ item }) => item)
  const fields = file?.fields ?? {}
  const read = { annotator, decisions: readDecisions, article, kept: keptNow, fields, context: head['@context'] }
  return { pieces, file: read }
}

/** Items that are gone through in one step. */
const itemsPerStep = 100

function* knownOffsets({ written }: Kept<Decision>): Steps<ReadonlyMap<number, number>> {
  const known = new Map<number, number>()
  let count = 0
  for (const { json } of written.values()) {
    offsetsIn(json, known)
    if (++count % itemsPerStep === 0) yield
  }
  return known
}

/**
 * What reading would give of the items that were written: the same objects for decisions that stay as they are. Undefined where
 * one would not be understood.
 */
function* readAgain(
  items: readonly WrittenItem<Decision>[],
  kept: Kept<Decision>,
  annotator: string
): Steps<Kept<Decision> | undefined> {
  const written = new Map<string, { readonly item: Decision; readonly json: JsonObject }>()
  const others: Json[] = []
  for (const [index, { item, json }] of items.entries()) {
    if (index % itemsPerStep === itemsPerStep - 1) yield
    const before = item && kept.written.get(item.id)
    if (!item) others.push(json)
    else if (before?.item === item && before.json === json) written.set(item.id, before)
    else {
      const read = readDecision(json, annotator)
      if (typeof read === 'string' || !isObject(json)) return undefined
      written.set(item.id, { item: dequal(read, item) ? item : read, json })
    }
  }
  return { written, others }
}

/** Whether nothing is in the file that would be lost with it. */
export function isEmptyLayer({ decisions }: Layer, file: LayerFile | undefined): boolean {
  return !decisions.length && !file?.kept.others.length && !Object.keys(file?.fields ?? {}).length
}

function decisionForm(annotator: string): ItemForm<Decision> {
  return {
    idOf: ({ id }) => id,
    timeOf: ({ created, modified, rejected }) => rejected ?? modified ?? created,
    rankOf: ({ target, id }) => [target[0]?.start ?? -1, target.at(-1)?.end ?? -1, id],
    rankOfOther: (json) => [offsetOf(json, 'start'), offsetOf(json, 'end'), idOf(json)],
    read: (json) => readDecision(json, annotator)
  }
}

export function idOf(json: Json): string {
  const id = field(json, 'id')
  return typeof id === 'string' ? id : ''
}

function offsetOf(json: Json, name: 'start' | 'end'): number {
  const target = field(json, 'target')
  const piece = isList(target) ? target.at(name === 'start' ? 0 : -1) : target
  const selector = field(piece, 'selector')
  const selectors = isList(selector) ? selector : [selector]
  const offset = selectors.map((one) => field(one, name)).find((value) => typeof value === 'number')
  return offset ?? -1
}
