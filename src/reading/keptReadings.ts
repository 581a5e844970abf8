import type { KeptReading } from '../protocol/reading'

/** Where a window keeps its things: VS Code's `Memento`. */
interface Kept {
  get(key: string): unknown
  update(key: string, value: unknown): PromiseLike<void>
}

/** What is remembered of the articles that were read last. */
export interface KeptReadings {
  of(uri: string): KeptReading
  keep(uri: string, reading: KeptReading): void
}

const key = 'reading'
/** More are forgotten, the oldest first. */
const mostPlaces = 100

interface Stored {
  readonly names: boolean
  readonly codes: boolean
  /** The one read last comes last. */
  readonly places: readonly (readonly [uri: string, top: number, lit: string | null])[]
}

/** What stands in the margin is the same for all articles; the place and the source that is lit are each article's own. */
export function keptReadings(kept: Kept): KeptReadings {
  const stored = () => readStored(kept.get(key))
  return {
    of(uri) {
      const { names, codes, places } = stored()
      const [, top = 0, lit = null] = places.find(([known]) => known === uri) ?? []
      return { top, lit, names, codes }
    },
    keep(uri, { top, lit, names, codes }) {
      const others = stored().places.filter(([known]) => known !== uri)
      const places: Stored['places'] = [...others, [uri, top, lit] as const].slice(-mostPlaces)
      void kept.update(key, { names, codes, places })
    }
  }
}

function readStored(value: unknown): Stored {
  const { names, codes, places } = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<keyof Stored, unknown>
  >
  return {
    names: names !== false,
    codes: codes === true,
    places: Array.isArray(places) ? places.filter(isPlace) : []
  }
}

function isPlace(value: unknown): value is Stored['places'][number] {
  if (!Array.isArray(value)) return false
  const [uri, top, lit] = value as readonly unknown[]
  return (
    typeof uri === 'string' &&
    Number.isSafeInteger(top) &&
    (top as number) >= 0 &&
    (lit === null || typeof lit === 'string')
  )
}
