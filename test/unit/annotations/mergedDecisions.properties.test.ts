import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  decisionKey,
  followDecisions,
  inTextOrder,
  listOf,
  mergedDecisions,
  type Decision,
  type Layer
} from '../../../src/annotations'
import { codesOn, wordSpans } from './anchors/decisions'
import { newText } from './anchors/identityText'
import { afterEdits, randomEdit, randomPlaces, randomText, replacements } from './anchors/randomEdits'

const kinds = fc.array(fc.constantFrom('accept' as const, 'code' as const, 'other code' as const, 'memo' as const), {
  minLength: 20,
  maxLength: 20
})
const layer = fc.record({ places: randomPlaces, kinds })

describe('properties of the decisions that hold', () => {
  it('are those of which none answers the same newer, also while they follow edits and none of them is made yet', () => {
    fc.assert(
      fc.property(
        randomText,
        fc.array(layer, { minLength: 1, maxLength: 3 }),
        fc.array(randomEdit, { maxLength: 3 }),
        (text, given, edits) => {
          const layers = given.map(({ places, kinds }, at) =>
            codesOn(text, wordSpans(text, places)).map((code, index) => ofKind(code, kinds[index]!, at))
          )
          const followed = layers.map((decisions) => followDecisions(decisions, text))
          let whole = newText(text)
          for (const edit of edits) {
            const made = replacements(whole, edit)
            for (const one of followed) one.edit(made.map(({ start, end, by }) => ({ start, end, text: by.text })))
            whole = afterEdits(whole, made)
          }
          const now = followed.map((one, at) => ({ annotator: `${at}`, decisions: one.decisions(whole.text) }))
          const { starts, ends } = listOf(mergedDecisions(now))
          const held = mergedDecisions(now)
          assert.deepEqual(
            [...starts],
            held.map(({ target }) => target[0]!.start)
          )
          assert.deepEqual(
            [...ends],
            held.map(({ target }) => target.at(-1)!.end)
          )
          const made = now.map(({ annotator, decisions }) => ({ annotator, decisions: [...decisions] }))
          assert.deepEqual([...held], holdingByName(made))
          assert.deepEqual(mergedDecisions(made), holdingByName(made))
        }
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) }
    )
  }).timeout(60_000)
})

/** What `mergedDecisions` says, by the names of all questions. */
function holdingByName(layers: readonly Layer[]): readonly Decision[] {
  const holding = new Map<string, Decision>()
  for (const decision of layers.flatMap(({ decisions }) => decisions).sort(inTextOrder)) {
    const key = [decisionKey(decision), ...decision.target.map(({ exact }) => exact)].join('\n')
    const known = holding.get(key)
    if (!known || known.created < decision.created) holding.set(key, decision)
  }
  return [...holding.values()].sort(inTextOrder)
}

function ofKind(code: Decision, kind: 'accept' | 'code' | 'other code' | 'memo', layer: number): Decision {
  const { target } = code
  const facts = { id: `${code.id} ${layer}`, creator: `${layer}`, created: `2026-11-27T08:0${layer}:00.000Z`, target }
  if (kind === 'accept') return { ...facts, kind }
  return kind === 'memo' ? { ...facts, kind, text: 'Why?' } : { ...facts, kind: 'code', code: kind }
}
