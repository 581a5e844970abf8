import type { Steps } from '../../util/steps'
import { isList, isObject, sameJson, type Json, type JsonObject } from './json'
import { context } from './vocabulary'

/** Items that are printed in one step, where they were printed before or not. */
const itemsPerStep = 100

/**
 * The text of a file in pieces: fields of the head on a line each, items of the lists on a few lines each, so that two people's edits of
 * different items can be merged line by line, and a conflict can be read.
 */
export function* printFile(
  head: JsonObject,
  lists: Readonly<Record<string, readonly Json[]>>
): Steps<readonly string[]> {
  const fields = Object.entries(head).map(([key, value]) => `${quoted(key)}: ${JSON.stringify(value)}`)
  const pieces = [`{\n${fields.join(',\n')}`]
  for (const [key, items] of Object.entries(lists)) {
    pieces.push(`${fields.length || pieces.length > 1 ? ',\n' : ''}${quoted(key)}: [`)
    yield* printItems(items, pieces)
    pieces.push(items.length ? '\n]' : ']')
  }
  return [...pieces, '\n}\n']
}

/** Our terms, and after them what others have added. */
export function contextWith(written: Json | undefined): Json {
  const ours = context as readonly Json[]
  const others = isList(written) ? written.filter((entry) => !ours.some((own) => sameJson(own, entry))) : []
  return [...ours, ...others]
}

function* printItems(items: readonly Json[], pieces: string[]): Steps<void> {
  for (let index = 0; index < items.length; index++) {
    pieces.push(index ? ',\n' : '\n', printItem(items[index]!))
    if (index % itemsPerStep === itemsPerStep - 1) yield
  }
}

/** Of items that stay the same objects from one time to the next. */
const printedItems = new WeakMap<JsonObject, string>()

function printItem(item: Json): string {
  if (!isObject(item)) return `  ${JSON.stringify(item)}`
  const known = printedItems.get(item)
  if (known !== undefined) return known
  const printed = printObject(item)
  printedItems.set(item, printed)
  return printed
}

function printObject(item: JsonObject): string {
  const lines: string[] = []
  let group = -1
  for (const [key, value] of Object.entries(item)) {
    const printed = `${quoted(key)}: ${printValue(value)}`
    const its = sharedLines.findIndex((keys) => keys.includes(key))
    if (its >= 0 && its === group) lines.push(`${lines.pop()!}, ${printed}`)
    else lines.push(printed)
    group = its
  }
  return `  {\n    ${lines.join(',\n    ')}\n  }`
}

/** Several things are on a line each. */
function printValue(value: Json): string {
  return isList(value) && value.length > 1 && value.every(isObject)
    ? `[\n      ${value.map((part) => JSON.stringify(part)).join(',\n      ')}\n    ]`
    : JSON.stringify(value)
}

/** Short fields that share a line. */
const sharedLines: readonly (readonly string[])[] = [
  ['id', 'type', 'motivation'],
  ['creator', 'created', 'modified'],
  ['prefLabel', 'color', 'shortcut', 'order', 'broader', 'name']
]

function quoted(key: string): string {
  return JSON.stringify(key)
}
