import { isList, isObject, sameJson, type Json, type JsonObject } from './json'
import { context } from './vocabulary'

/**
 * The text of a file: fields of the head on a line each, items of the lists on a few lines each, so that two people's edits of
 * different items can be merged line by line, and a conflict can be read.
 */
export function printFile(head: JsonObject, lists: Readonly<Record<string, readonly Json[]>>): string {
  const fields = Object.entries(head).map(([key, value]) => `${quoted(key)}: ${JSON.stringify(value)}`)
  const printed = Object.entries(lists).map(([key, items]) => `${quoted(key)}: ${printList(items)}`)
  return `{\n${[...fields, ...printed].join(',\n')}\n}\n`
}

/** Our terms, and after them what others have added. */
export function contextWith(written: Json | undefined): Json {
  const ours = context as readonly Json[]
  const others = isList(written) ? written.filter((entry) => !ours.some((own) => sameJson(own, entry))) : []
  return [...ours, ...others]
}

function printList(items: readonly Json[]): string {
  return items.length ? `[\n${items.map(printItem).join(',\n')}\n]` : '[]'
}

function printItem(item: Json): string {
  if (!isObject(item)) return `  ${JSON.stringify(item)}`
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
