import { asList, field, isList, isObject, sameJson, type Json, type JsonObject } from './json'

/**
 * What is to be written for `fresh` where `raw` is in the file: everything in `raw` that we do not know stays. `base` is what
 * we ourselves would have written for `raw`, so what is in `raw` and not in `base` is not ours.
 */
export function carryOver(raw: Json, base: Json, fresh: Json): Json {
  if (sameJson(base, fresh)) return raw
  if (isList(raw) || isList(base) || isList(fresh)) return carryOverList(raw, base, fresh)
  if (isObject(raw) && isObject(base) && isObject(fresh)) return carryOverObject(raw, base, fresh)
  return fresh
}

/** Our fields in our order, then those of others. */
function carryOverObject(raw: JsonObject, base: JsonObject, fresh: JsonObject): JsonObject {
  const ours = Object.entries(fresh).map(([key, value]): [string, Json] => {
    const [before, was] = [field(raw, key), field(base, key)]
    return [key, before === undefined || was === undefined ? value : carryOver(before, was, value)]
  })
  const others = Object.entries(raw).filter(([key]) => !Object.hasOwn(fresh, key) && !Object.hasOwn(base, key))
  return Object.fromEntries([...ours, ...others])
}

/** Items are told apart by what they are for; of the same purpose by their place. */
function carryOverList(raw: Json, base: Json, fresh: Json): Json {
  const [before, was] = [labelled(raw), labelled(base)]
  const ours = [...labelled(fresh)].map(([label, value]) => {
    const [there, ourselves] = [before.get(label), was.get(label)]
    return there === undefined || ourselves === undefined ? value : carryOver(there, ourselves, value)
  })
  const known = new Set([...was.keys()].map(withoutPlace))
  const others = [...before].filter(([label]) => !known.has(withoutPlace(label))).map(([, value]) => value)
  const all = [...ours, ...others]
  return all.length === 1 && !isList(fresh) ? all[0]! : all
}

function labelled(list: Json): ReadonlyMap<string, Json> {
  const items = new Map<string, Json>()
  for (const item of asList(list)) {
    const label = isObject(item) ? JSON.stringify([field(item, 'purpose') ?? '', field(item, 'type') ?? '']) : 'text'
    let place = 0
    while (items.has(`${place} ${label}`)) place++
    items.set(`${place} ${label}`, item)
  }
  return items
}

function withoutPlace(label: string): string {
  return label.slice(label.indexOf(' ') + 1)
}
