import assert from 'node:assert/strict'
import fc from 'fast-check'
import { placeDecisions, type Anchor } from '../../../../src/annotations'
import { agreeingAfter, agreeingBefore } from '../../../../src/annotations/anchors/agreement'
import { comparableText } from '../../../../src/annotations/anchors/comparable'
import { codesOn, wordSpans } from './decisions'
import { newText } from './identityText'
import { afterEdits, randomEdit, randomPlaces, randomText, replacements } from './randomEdits'

/** At least 10,000 random lives of a text together with those of following.properties. FUZZ_RUNS for more. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 4000)

describe('properties of placing decisions in a text that was edited unseen', () => {
  it('each is on its own words, or where as much is around them, or is said to be nowhere', () => {
    const edits = fc.array(randomEdit, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(randomText, randomPlaces, edits, (text, places, changes) => {
        const before = newText(text)
        const after = changes.reduce((now, edit) => afterEdits(now, replacements(now, edit)), before)
        const decided = codesOn(text, wordSpans(text, places))
        const placed = placeDecisions(after.text, decided)
        assert.equal(placed.length, decided.length)
        placed.forEach(({ decision, state, isInText, placements: [placement] }, index) => {
          const anchor = decided[index]!.target[0]!
          const { span, candidates } = placement!
          assert.equal(isInText, span !== null)
          assert.equal(span !== null, state === 'placed' || state === 'moved')
          for (const { start, end } of candidates) assert.ok(start >= 0 && start < end && end <= after.text.length)
          if (!span) {
            assert.equal(decision, decided[index])
            return
          }
          const now = decision.target[0]!
          assert.deepEqual({ start: now.start, end: now.end }, span)
          assert.equal(after.text.slice(span.start, span.end), now.exact)
          assert.equal(shown(now.exact), shown(anchor.exact))
          const own = before.ids.slice(anchor.start, anchor.end)
          const at = after.ids.indexOf(own[0]!)
          if (at < 0 || at === span.start || own.some((id, unit) => after.ids[at + unit] !== id)) return
          const around = (start: number, end: number) => agreement(after.text, start, end, anchor)
          const seen = JSON.stringify({ text, anchor, after: after.text, span, at })
          assert.ok(around(span.start, span.end) >= around(at, at + own.length), `on words of others: ${seen}`)
        })
      }),
      { numRuns }
    )
  }).timeout(120_000)
})

function agreement(text: string, start: number, end: number, { prefix, suffix }: Anchor): number {
  const before = shown(text.slice(0, start))
  const after = shown(text.slice(end))
  return agreeingBefore(before, before.length, shown(prefix)) + agreeingAfter(after, 0, shown(suffix))
}

function shown(words: string): string {
  return comparableText(words).text
}
