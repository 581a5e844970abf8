import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { processorTime } from '../measure'

/** One hostile input, of any size. */
export interface GrowthCase {
  readonly name: string
  /** Makes the input of a size, and gives the work on it: only the work is measured, more than once. */
  readonly prepare: (size: number) => () => void | Promise<void>
}

/** Inputs that do the same work, of which the worst is reported. */
export interface GrowthGroup {
  readonly what: string
  readonly cases: readonly GrowthCase[]
  /** What a size counts; characters when it is not given. */
  readonly unit?: string
  /** The sizes to begin with and never to pass, at four times. */
  readonly sizes?: { readonly shortest: number; readonly longest: number }
}

/** How the time for the worst of a group grows with its size. */
export interface Growth {
  readonly what: string
  /** How many inputs were measured. */
  readonly cases: number
  readonly worst: string
  readonly unit: string
  /** The smallest measured size of the worst. */
  readonly size: number
  /** Processor time at that size, milliseconds. */
  readonly first: number
  /** The times at twice and four times the size, over the first: 2 and 4 when time is in proportion, 4 and 16 when quadratic. */
  readonly twice: number
  readonly fourTimes: number
  /** The cases whose time at four times the size is more than `mostFourTimes` times the first. */
  readonly tooSteep: readonly string[]
}

/** Four times for what is in proportion, and something for caches, sorting and the collector of garbage. */
export const mostFourTimes = 5

/** Too short a time is noise: the size is doubled until the work takes so many milliseconds, or is so large. */
const leastTime = 8
const characterSizes = { shortest: 3125, longest: 100_000 }
/** What else the machine does only ever adds: a case that seems too steep is measured so many times before it is believed. */
const mostMeasurements = 3

/** Measures each case and gives the worst of those that take long enough to be measured. */
export async function growthOf({
  what,
  cases,
  unit = 'characters',
  sizes = characterSizes
}: GrowthGroup): Promise<Growth> {
  const growths: (Ratios & { readonly name: string })[] = []
  for (const { name, prepare } of cases) {
    let best = await ratiosOf(prepare, sizes)
    for (let measured = 1; measured < mostMeasurements && isTooSteep(best); measured++) {
      const again = await ratiosOf(prepare, sizes, collectGarbage)
      if (again.fourTimes < best.fourTimes) best = again
    }
    growths.push({ name, ...best })
  }
  const measurable = growths.filter(({ first }) => first >= leastTime)
  const [worst] = (measurable.length > 0 ? measurable : growths).sort((a, b) => b.fourTimes - a.fourTimes)
  if (worst === undefined) throw new Error(`nothing to measure for ${what}`)
  const { name, ...ratios } = worst
  return {
    what,
    cases: cases.length,
    worst: name,
    unit,
    ...ratios,
    tooSteep: growths.filter(isTooSteep).map((growth) => growth.name)
  }
}

type Ratios = Pick<Growth, 'size' | 'first' | 'twice' | 'fourTimes'>

/** A time too short to be measured gives no ratio, unless four times the size is no such time. */
function isTooSteep({ first, fourTimes }: Ratios): boolean {
  return fourTimes > mostFourTimes && first * fourTimes >= leastTime * mostFourTimes
}

async function ratiosOf(
  prepare: GrowthCase['prepare'],
  { shortest, longest }: NonNullable<GrowthGroup['sizes']>,
  before: () => void = () => undefined
): Promise<Ratios> {
  let size = shortest
  await prepare(4 * size)()
  let first = await timeOf(prepare(size), before)
  while (size * 8 <= longest && first < leastTime) {
    size *= 2
    first = await timeOf(prepare(size), before)
  }
  return {
    size,
    first,
    twice: (await timeOf(prepare(2 * size), before)) / first,
    fourTimes: (await timeOf(prepare(4 * size), before)) / first
  }
}

/** The shortest of three: what else the machine does only ever adds. `before` is done before each and not measured. */
async function timeOf(work: () => void | Promise<void>, before: () => void): Promise<number> {
  let shortest = Infinity
  for (let run = 0; run < 3; run++) {
    before()
    const start = processorTime()
    await work()
    shortest = Math.min(shortest, processorTime() - start)
  }
  return shortest
}

/** So that what was left by the work before is not a part of the time. It takes longer than most of the work itself. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}
