import { lineKinds } from './lineKinds'
import { measureNames, type TextMeasures } from './textMeasures'

/**
 * What the model sees of a text: names of what holds for it. A share holds with each of `steps` that it reaches, so that a
 * linear model can follow any curve; a word of `known` holds when it occurs, and once more when it is frequent.
 */
export function textFeatures(measured: TextMeasures, known: ReadonlySet<string>): readonly string[] {
  const { lines, lineCount, measures, words, first } = measured
  const found: string[] = ['any']
  for (const name of measureNames) addSteps(found, name, measures[name])
  for (const { kind } of lineKinds) {
    addSteps(found, `line ${kind}`, lines[kind] / Math.max(1, lineCount))
    if (lines[kind] >= 3) found.push(`3 ${kind}`)
  }
  for (const kind of first) found.push(`first ${kind}`)
  const counts = new Map<string, number>()
  for (const word of words) {
    const lower = word.toLowerCase()
    if (known.has(lower)) counts.set(lower, (counts.get(lower) ?? 0) + 1)
  }
  for (const [word, count] of counts) {
    found.push(`word ${word}`)
    if (count * 200 >= words.length) found.push(`often ${word}`)
  }
  return found
}

const steps = [0.002, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.55, 0.7, 0.85, 1]

function addSteps(found: string[], name: string, share: number): void {
  for (const step of steps) {
    if (share < step) return
    found.push(`${name} ${step}`)
  }
}
