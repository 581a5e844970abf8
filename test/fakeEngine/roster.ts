import type { EntityType, PlaceRecord } from '../../src/analysis'

/** Whom the fake engine knows by name: the people and places of the tests' articles, and some of the samples' for pictures. */
export interface Roster {
  readonly names: ReadonlyMap<string, EntityType>
  readonly places: ReadonlyMap<string, PlaceRecord>
}

/** Reads `roster.json`, which is to the fake engine what the models are to the real one. */
export function readRoster(bytes: Uint8Array): Roster {
  const { names, places } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly names: Readonly<Record<string, EntityType>>
    readonly places: Readonly<Record<string, PlaceRecord>>
  }
  return { names: new Map(Object.entries(names)), places: new Map(Object.entries(places)) }
}
