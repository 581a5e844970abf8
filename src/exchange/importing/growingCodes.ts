import { codeTree, comparableName, type Code } from '../../annotations'

/** A project's codes while an import adds to them: each question takes the same time, however many they are. */
export interface GrowingCodes {
  /** By `Code.id`. */
  readonly byId: ReadonlyMap<string, Code>
  /** All of this name, wherever they are. */
  readonly named: (name: string) => readonly Code[]
  /** The one of this name below another, or at the top. */
  readonly below: (above: Code | undefined, name: string) => Code | undefined
  /** `Code.order` of one that comes after its siblings. */
  readonly nextOrder: (above: Code | undefined) => number
  /** The last that were there: enough to choose a color that few have. */
  readonly latest: () => readonly Code[]
  readonly add: (code: Code, above: Code | undefined) => void
}

export function growingCodes(codes: readonly Code[]): GrowingCodes {
  const all: Code[] = []
  const byId = new Map<string, Code>()
  const byName = new Map<string, Code[]>()
  const byPlace = new Map<string, Code>()
  const orders = new Map<string, number>()
  const placeOf = (above: Code | undefined, name: string) => JSON.stringify([above?.id ?? '', comparableName(name)])
  function add(code: Code, above: Code | undefined): void {
    const name = comparableName(code.name)
    const place = placeOf(above, code.name)
    const parent = above?.id ?? ''
    all.push(code)
    byId.set(code.id, code)
    const sameName = byName.get(name)
    if (sameName) sameName.push(code)
    else byName.set(name, [code])
    if (!byPlace.has(place)) byPlace.set(place, code)
    orders.set(parent, Math.max(orders.get(parent) ?? 0, code.order + 1))
  }
  for (const { code, parent } of codeTree(codes).nodes.values()) add(code, parent?.code)
  return {
    byId,
    named: (name) => byName.get(comparableName(name)) ?? [],
    below: (above, name) => byPlace.get(placeOf(above, name)),
    nextOrder: (above) => orders.get(above?.id ?? '') ?? 0,
    latest: () => all.slice(-200),
    add
  }
}
