// npm run fuzz -- --minutes 60: random texts, edits, stores, inputs and settings, until the time is over; `--only texts` for some of them,
// `--seed N` to repeat. Prints how many inputs were tried, and each fault with the smallest input that shows it. Exits with 1
// when there is one.
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { loadTestEngine } from '../engine'
import { fuzzedEdits } from './edits'
import type { Fuzzed } from './fuzzed'
import { fuzzedInputs } from './lines'
import { fuzzedRepeats } from './repeats'
import { fuzzedSettings } from './settings'
import { fuzzedStores } from './stores'
import { fuzzedTexts } from './texts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' }
  }
})

void main(Number(values.minutes), Number(values.seed), values.only).then((faults) => process.exit(faults > 0 ? 1 : 0))

async function main(minutes: number, firstSeed: number, only: string): Promise<number> {
  const engine = await loadTestEngine()
  const all = [fuzzedTexts, fuzzedRepeats, fuzzedEdits, fuzzedStores, fuzzedInputs, fuzzedSettings].flatMap((make) =>
    make(engine)
  )
  const chosen = all.filter(({ name }) => name.includes(only))
  const tried = new Map<string, number>()
  const faults = new Map<string, number>()
  const end = Date.now() + minutes * 60_000
  let seed = firstSeed
  do {
    for (const fuzzed of chosen) {
      const fault = await round(fuzzed, seed, (count) => tried.set(fuzzed.name, (tried.get(fuzzed.name) ?? 0) + count))
      if (fault) {
        faults.set(fuzzed.name, (faults.get(fuzzed.name) ?? 0) + 1)
        console.log(`FAULT of ${fuzzed.name}, seed ${seed}\n${fault}\n`)
      }
      if (Date.now() >= end) break
    }
    seed++
  } while (Date.now() < end)
  console.log(`Seeds ${firstSeed} to ${seed}, ${minutes} minutes`)
  for (const { name } of chosen) console.log(`${name}: ${tried.get(name) ?? 0} tried, ${faults.get(name) ?? 0} faults`)
  return [...faults.values()].reduce((sum, count) => sum + count, 0)
}

/** Gives the fault that was found, with its smallest input; null for none. */
async function round({ property, runs }: Fuzzed, seed: number, tried: (count: number) => void): Promise<string | null> {
  const details = await fc.check(property, {
    seed,
    numRuns: runs,
    endOnFailure: false,
    interruptAfterTimeLimit: 120_000
  })
  tried(details.numRuns)
  if (!details.failed || details.counterexample === null) return null
  return `${String(details.errorInstance)}\n${fc.stringify(details.counterexample)}`.slice(0, 4000)
}
