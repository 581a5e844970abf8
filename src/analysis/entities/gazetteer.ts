import type { PlaceRecord } from '../analysis'
import { lazy } from '../../util/lazy'
import { foldLines, foldName } from './foldName'

/** The offline place names: countries with their demonyms, capitals, regions and cities. */
export interface Gazetteer {
  /** All places of that name, the most likely first; empty for an unknown name. Case, accents and "the" do not matter. */
  lookUp(name: string): readonly PlaceRecord[]
  /** The country whose people or adjective this is ("Egyptian", "French", "Qataris"), or null. */
  demonym(word: string): PlaceRecord | null
  /** The country of that name; null for other places, which are not asked for. */
  country(name: string): PlaceRecord | null
}

/**
 * Reads `places.bin` (GeoNames cities and our regions, see models/places.md) and `countries.tsv`.
 * Throws an Error when a file is damaged.
 */
export function readGazetteer(placesFile: Uint8Array, countriesFile: Uint8Array): Gazetteer {
  checkPlaces(placesFile)
  checkCountries(countriesFile)
  // Decoded at the first look-up: recognition itself reads the hashed names of the lexicon.
  const countries = lazy(() => readCountries(new TextDecoder().decode(countriesFile)))
  const places = lazy(() => readPlaces(placesFile))
  const index = lazy(() => indexNames(places()))
  const record = (row: number): PlaceRecord => {
    const { names, kind, latitude, longitude, population } = places()
    const country = places().country(row)
    return {
      name: names[row] ?? '',
      kind: kinds[kind[row] ?? 3] ?? 'city',
      country,
      countryName: countries().byCode.get(country)?.name ?? '',
      latitude: (latitude[row] ?? 0) / 100,
      longitude: (longitude[row] ?? 0) / 100,
      population: population[row] || null
    }
  }
  return {
    lookUp(name) {
      const key = foldName(name)
      const country = countries().byName.get(key)
      const rows = index()(key)
      return [...(country ? [country] : []), ...rows.map(record).sort((a, b) => prominence(b) - prominence(a))]
    },
    country(name) {
      return countries().byName.get(foldName(name)) ?? null
    },
    demonym(word) {
      const key = foldName(word)
      const { byDemonym } = countries()
      return byDemonym.get(key) ?? (key.endsWith('s') ? byDemonym.get(key.slice(0, -1)) : undefined) ?? null
    }
  }
}

/** How likely a bare name means this place: a country before all, then by size, a capital as if thirty times its size. */
export function prominence(place: PlaceRecord): number {
  if (place.kind === 'country') return 100
  if (place.kind === 'region') return 6.5
  return Math.log10((place.population ?? 0) + 1) + (place.kind === 'capital' ? 1.5 : 0)
}

const kinds = ['country', 'region', 'capital', 'city'] as const

interface PlaceTable {
  readonly names: readonly string[]
  readonly aliases: readonly (readonly [string, number])[]
  readonly kind: Uint8Array
  readonly latitude: Int16Array
  readonly longitude: Int16Array
  readonly population: Uint32Array
  country(row: number): string
}

function checkPlaces(file: Uint8Array): void {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const whole =
    file.byteLength >= 12 &&
    view.getUint32(0, true) === 0x31434c50 &&
    file.byteLength === 12 + view.getUint32(8, true) + view.getUint32(4, true) * 11
  if (!whole) throw new Error('places.bin is damaged')
}

/** What can be known of it without decoding it: it has columns, and its last line is whole. */
function checkCountries(file: Uint8Array): void {
  const tab = 9
  const lineEnd = 10
  if (file.at(-1) !== lineEnd || !file.includes(tab)) throw new Error('countries.tsv is damaged')
}

/** Layout: 'PLC1', rows, bytes of text, text (names, then aliases as name TAB row), then one plane a column. */
function readPlaces(file: Uint8Array): PlaceTable {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const rows = view.getUint32(4, true)
  const textBytes = view.getUint32(8, true)
  const lines = new TextDecoder().decode(file.subarray(12, 12 + textBytes)).split('\n')
  // Copied, because planes of a file need not be aligned; not by slice(), which shares the memory when the file is a Buffer.
  let offset = 12 + textBytes
  const plane = (bytes: number) => new Uint8Array(file.subarray(offset, (offset += rows * bytes)))
  const codes = plane(2)
  const kind = plane(1)
  const latitude = new Int16Array(plane(2).buffer)
  const longitude = new Int16Array(plane(2).buffer)
  const population = new Uint32Array(plane(4).buffer)
  const aliases = lines
    .slice(rows)
    .filter(Boolean)
    .map((line) => {
      const [name = '', row = '0'] = line.split('\t')
      return [name, Number(row)] as const
    })
  return {
    names: lines.slice(0, rows),
    aliases,
    kind,
    latitude,
    longitude,
    population,
    country: (row) => String.fromCharCode(codes[row] ?? 0, codes[rows + row] ?? 0)
  }
}

/** The rows of each name, in order. Most names have one: an array for each of them would cost more than all else. */
function indexNames({ names, aliases }: PlaceTable): (key: string) => readonly number[] {
  const index = new Map<string, number | number[]>()
  const add = (key: string, row: number) => {
    const rows = index.get(key)
    if (rows === undefined) index.set(key, row)
    else if (typeof rows === 'number') {
      if (rows !== row) index.set(key, [rows, row])
    } else if (!rows.includes(row)) rows.push(row)
  }
  foldLines(names.join('\n')).forEach(add)
  for (const [name, row] of aliases) add(foldName(name), row)
  return (key) => {
    const rows = index.get(key) ?? []
    return typeof rows === 'number' ? [rows] : rows
  }
}

/** Columns: code, name, aliases, demonyms, latitude, longitude, population (empty when unknown); lists by ";". */
function readCountries(text: string) {
  const byCode = new Map<string, PlaceRecord>()
  const byName = new Map<string, PlaceRecord>()
  const byDemonym = new Map<string, PlaceRecord>()
  for (const line of text.split('\n')) {
    const [code, name, aliases, demonyms, latitude, longitude, population] = line.split('\t')
    if (!code || !name || code.startsWith('#')) continue
    const record: PlaceRecord = {
      name,
      kind: 'country',
      country: code,
      countryName: name,
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: population ? Number(population) : null
    }
    byCode.set(code, record)
    for (const alias of [name, ...(aliases ?? '').split(';')])
      if (alias && !byName.has(foldName(alias))) byName.set(foldName(alias), record)
    for (const demonym of (demonyms ?? '').split(';'))
      if (demonym && !byDemonym.has(foldName(demonym))) byDemonym.set(foldName(demonym), record)
  }
  return { byCode, byName, byDemonym }
}
