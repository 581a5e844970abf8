import { sortInSteps } from '../../util/sortInSteps'
import { mappedInSteps, type Steps } from '../../util/steps'
import { said, type Said } from '../../util/translate'
import { carryOver } from './carryOver'
import { field, isList, isObject, type Json, type JsonObject } from './json'

/** A list of a file: what we understand, and how everything in it was written. */
export interface ItemList<Item> {
  readonly items: readonly Item[]
  readonly kept: Kept<Item>
}

export interface Kept<Item> {
  /** By id, how an item that we understand is in the file. */
  readonly written: ReadonlyMap<string, { readonly item: Item; readonly json: JsonObject }>
  /** What we do not understand. */
  readonly others: readonly Json[]
}

export const nothingKept: Kept<never> = { written: new Map(), others: [] }

/** Where an item stands among the others of its list, compared one after the other. */
export type Rank = readonly [number, number, string]

export interface ItemForm<Item> {
  readonly idOf: (item: Item) => string
  /** When it was changed last. */
  readonly timeOf: (item: Item) => string
  readonly rankOf: (item: Item) => Rank
  readonly rankOfOther: (json: Json) => Rank
  readonly read: (json: Json) => Item | 'foreign' | 'wrong'
}

/** Items that are read or written in one step. */
const itemsPerStep = 40

/** Of several with the same id the last changed one counts; the others are kept. */
export function* readItems<Item>(list: Json, form: ItemForm<Item>, remarks: Said[]): Steps<ItemList<Item> | undefined> {
  if (!isList(list)) return undefined
  const written = new Map<string, { item: Item; json: JsonObject }>()
  const others: Json[] = []
  for (const [index, json] of list.entries()) {
    if (index % itemsPerStep === itemsPerStep - 1) yield
    const item = form.read(json)
    if (item === 'foreign' || item === 'wrong' || !isObject(json)) {
      if (item === 'wrong') remarks.push(said('Number {0} is not understood{1}', index + 1, named(json)))
      others.push(json)
      continue
    }
    const id = form.idOf(item)
    const known = written.get(id)
    if (known) remarks.push(said('Several have the id {0}', JSON.stringify(id)))
    if (known && form.timeOf(known.item) > form.timeOf(item)) others.push(json)
    else {
      if (known) others.push(known.json)
      written.set(id, { item, json })
    }
  }
  return { items: [...written.values()].map(({ item }) => item), kept: { written, others } }
}

function named(json: Json): string {
  const id = field(json, 'id')
  return typeof id === 'string' ? `: ${id.slice(0, 60)}` : ''
}

/** An item as it is to be written; without `item` where it is none that we understand. */
export interface WrittenItem<Item> {
  readonly item?: Item
  readonly json: Json
}

/**
 * The list as it is to be written: in an order that depends on nothing but what is in it. `fresh` and `base` write an item as
 * it is now, and one that is in the file as we ourselves would have written it; where these say the same of the same item,
 * `isSettled`, it need not be written anew.
 */
export function* writeItems<Item>(
  items: readonly Item[],
  kept: Kept<Item>,
  form: ItemForm<Item>,
  fresh: (item: Item) => JsonObject,
  base: (item: Item) => JsonObject,
  isSettled: boolean
): Steps<readonly WrittenItem<Item>[]> {
  const written = (item: Item): Json => {
    const before = kept.written.get(form.idOf(item))
    if (!before) return fresh(item)
    return isSettled && before.item === item ? before.json : carryOver(before.json, base(before.item), fresh(item))
  }
  const ours = yield* mappedInSteps(
    items,
    (item) => ({ item, rank: form.rankOf(item), json: written(item) }),
    itemsPerStep
  )
  const others = yield* mappedInSteps(kept.others, (json) => ({ rank: form.rankOfOther(json), json }), itemsPerStep)
  return yield* sortInSteps<WrittenItem<Item> & { readonly rank: Rank }>(
    [...ours, ...others],
    (a, b) => byRank(a.rank, b.rank) || byText(a.json, b.json)
  )
}

function byRank(a: Rank, b: Rank): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0)
}

function byText(a: Json, b: Json): number {
  const [textOfA, textOfB] = [JSON.stringify(a), JSON.stringify(b)]
  return textOfA < textOfB ? -1 : textOfA > textOfB ? 1 : 0
}
