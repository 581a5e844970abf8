import type { Steps } from '../../util/steps'
import { isObject, parseJson, type Json } from './json'

/** Items that are parsed in one step. */
const itemsPerStep = 50

/**
 * What `parseJson` gives, in steps where the text is laid out as `printFile` lays out a list of items: these are then parsed one
 * by one. Throws an error with a message for people.
 */
export function* jsonInSteps(text: string): Steps<Json> {
  return (yield* parseByItems(text)) ?? parseJson(text)
}

const [listBegins, listEnds] = ['\n"items": [\n', '\n]\n}\n']
const [itemBegins, itemEnds] = ['  {\n', '\n  }']
const between = `${itemEnds},\n${itemBegins}`

/**
 * No line ends within a string of JSON, so that the list really begins and ends where it seems to when the text is JSON without
 * what is between; and so is all of it when each piece between is. Undefined where something is not.
 */
function* parseByItems(text: string): Steps<Json | undefined> {
  const begin = text.indexOf(listBegins) + listBegins.length
  if (begin < listBegins.length || !text.endsWith(listEnds)) return undefined
  const end = text.length - listEnds.length
  const head = parsed(`${text.slice(0, begin)}${listEnds}`)
  if (!isObject(head)) return undefined
  const items: Json[] = []
  for (let at = begin; at < end;) {
    const found = text.indexOf(between, at)
    const pieceEnd = found < 0 ? end : found + itemEnds.length
    const item = parsed(text.slice(at, pieceEnd))
    if (item === undefined) return undefined
    items.push(item)
    at = pieceEnd + ',\n'.length
    if (items.length % itemsPerStep === 0) yield
  }
  return { ...head, items }
}

function parsed(text: string): Json | undefined {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
