import assert from 'node:assert/strict'
import fc from 'fast-check'
import { followDecisions, placeDecisions, type Anchor, type Decision } from '../../../../src/annotations'
import { agreeingAfter, agreeingBefore } from '../../../../src/annotations/anchors/agreement'
import { comparableText } from '../../../../src/annotations/anchors/comparable'
import { codesOn, wordSpans } from './decisions'
import { newText, reloadEdit, type IdentityText } from './identityText'
import {
  afterEdits,
  inverse,
  randomEdit,
  randomPlaces,
  randomText,
  replacements,
  type IdentityEdit,
  type RandomEdit
} from './randomEdits'

type Step =
  | { readonly kind: 'edit'; readonly edit: RandomEdit }
  /** Several edits from outside, which come as one replacement. */
  | { readonly kind: 'reload'; readonly edits: readonly RandomEdit[] }
  /** Others are followed beside them from now on, and those that were before no more. */
  | { readonly kind: 'others'; readonly places: Parameters<typeof wordSpans>[1] }
  | { readonly kind: 'undo' | 'look' | 'revert' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), edit: randomEdit }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('reload' as const),
      edits: fc.array(randomEdit, { minLength: 1, maxLength: 3 })
    })
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('others' as const), places: randomPlaces }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'look' as const, 'look' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revert' as const) }) }
)

/** At least 10,000 random lives of a text together with those of placing.properties. FUZZ_RUNS for more. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 7000)

export { live, type Step }

if (false) describe('properties of decisions that are followed', () => {
  it('each is on its own words, or says that they changed, or lost them; none is on words of others', () => {
    fc.assert(fc.property(randomText, randomPlaces, fc.array(step, { minLength: 1, maxLength: 9 }), live), { numRuns })
  }).timeout(120_000)
})

function live(text: string, places: Parameters<typeof wordSpans>[1], steps: readonly Step[]): void {
  const first = newText(text)
  const decided = codesOn(text, wordSpans(text, places))
  /** The characters of each decision's words, and all that have been among them. */
  const decidedIds = decided.map(({ target: [anchor] }) => first.ids.slice(anchor!.start, anchor!.end))
  const own = decidedIds.map((ids) => new Set(ids))
  const followed = followDecisions(decided, text)
  let whole = first
  const undo: { readonly before: IdentityText; readonly edits: readonly IdentityEdit[] }[] = []
  /** Characters that have been in the text ever since a decision was on its words for the last time. */
  const known: Set<number>[] = decided.map(() => new Set(first.ids))

  const last: Anchor[] = decided.map(({ target: [anchor] }) => anchor!)

  const becomes = (next: IdentityText, edits: readonly IdentityEdit[]) => {
    followed.edit(edits.map(({ start, end, by }) => ({ start, end, text: by.text })))
    // What is taken out and put in again is new, for all that an editor knows.
    const out = edits.flatMap(({ start, end }, at) => afterEdits(whole, edits.slice(0, at)).ids.slice(start, end))
    for (const ids of known) for (const id of out) ids.delete(id)
    whole = next
  }
  const edit = (edits: readonly IdentityEdit[]) => {
    undo.push({ before: whole, edits: inverse(whole, edits) })
    becomes(afterEdits(whole, edits), edits)
  }
  const reload = (next: IdentityText) => {
    look()
    const edits = asReload(whole, next)
    undo.push({ before: whole, edits: inverse(whole, edits) })
    becomes(afterEdits(whole, edits), edits)
    look()
  }
  const others = (places: Parameters<typeof wordSpans>[1]) => {
    look()
    const before = followed.decisions(whole.text).slice(0, decided.length)
    const begun = /\S/.test(whole.text) ? codesOn(whole.text, wordSpans(whole.text, places)) : []
    followed.change(whole.text, (index) => index >= decided.length, begun)
    const after = followed.decisions(whole.text)
    assert.ok(
      [...before, ...begun].every((one, index) => after[index] === one) && after.length === before.length + begun.length
    )
  }
  const look = () => {
    const all = followed.decisions(whole.text)
    assert.equal(followed.decisions(whole.text), all, 'nothing happened')
    const decisions = all.slice(0, decided.length)
    assert.deepEqual(
      decisions.map(({ id }) => id),
      decided.map(({ id }) => id)
    )
    decisions.forEach(({ target: [anchor] }, index) => {
      if (isLost(anchor!)) return
      const before = {
        decided: decided[index]!.target[0]!,
        last: last[index]!,
        own: own[index]!,
        ids: decidedIds[index]!,
        known: known[index]!
      }
      check(whole, anchor!, before)
      known[index] = new Set(whole.ids)
      last[index] = anchor!
      // From now on its own is also what was put into it, or what it was found on.
      const here = whole.ids.slice(anchor!.start, anchor!.end)
      const isOn = here.some((id) => own[index]!.has(id))
      own[index] = new Set(isOn ? [...own[index]!, ...here] : here)
      if (anchor!.was === undefined) decidedIds[index] = here
    })
    checkPlacing(whole.text, decisions)
  }
  for (const one of steps) {
    if (one.kind === 'look') look()
    else if (one.kind === 'others') others(one.places)
    else if (one.kind === 'edit') {
      const edits = replacements(whole, one.edit)
      edit(edits)
      if (one.edit.kind === 'lineEnds') look()
    } else if (one.kind === 'revert') reload(first)
    else if (one.kind === 'reload') {
      reload(one.edits.reduce((now, random) => afterEdits(now, replacements(now, random)), whole))
    } else {
      const last = undo.pop()
      if (!last) continue
      becomes(last.before, last.edits)
      look()
    }
  }
  look()
}

/** What an editor does not replace is for everybody what it was. */
function asReload(before: IdentityText, after: IdentityText): readonly IdentityEdit[] {
  if (before.text === after.text) return []
  const { start, end, text } = reloadEdit(before.text, after.text)
  const kept = new Set([...before.ids.slice(0, start), ...before.ids.slice(end)])
  const fresh = newText(text)
  const ids = after.ids.slice(start, start + text.length).map((id, at) => (kept.has(id) ? fresh.ids[at]! : id))
  return [{ start, end, by: { text, ids } }]
}

function isLost({ start, end }: Anchor): boolean {
  return start === end
}

/** What is known of a decision before its place in the present text is looked at. */
interface Before {
  readonly decided: Anchor
  /** As it was when it was on its words for the last time. */
  readonly last: Anchor
  readonly ids: readonly number[]
  readonly own: ReadonlySet<number>
  readonly known: ReadonlySet<number>
}

function check(
  { text, ids }: IdentityText,
  anchor: Anchor,
  { decided, last, ids: decidedIds, own, known }: Before
): void {
  assert.equal(text.slice(anchor.start, anchor.end), anchor.exact)
  assert.ok(text.startsWith(anchor.suffix, anchor.end) && text.slice(0, anchor.start).endsWith(anchor.prefix))
  const here = ids.slice(anchor.start, anchor.end)
  if (anchor.was !== undefined) {
    assert.equal(shown(anchor.was), shown(decided.exact))
    assert.notEqual(shown(anchor.exact), shown(decided.exact))
  } else assert.equal(shown(anchor.exact), shown(decided.exact))
  const isOfOthers = here.every((id) => !own.has(id)) && here.some((id) => known.has(id))
  assert.ok(!isOfOthers, `on words of others: ${JSON.stringify({ text, anchor, last })}`)
  if (anchor.was !== undefined) return
  const at = ids.indexOf(decidedIds[0]!)
  if (at < 0 || at === anchor.start || decidedIds.some((id, index) => ids[at + index] !== id)) return
  // Read anew, with a copy of it: then the place that has more of what was around it is its own, for all that one can see.
  assert.ok(!known.has(decidedIds[0]!), 'not on its own')
  assert.ok(
    agreement(text, anchor.start, anchor.end, last) >= agreement(text, at, at + decidedIds.length, last),
    'not on the place that is more like its own'
  )
}

function agreement(text: string, start: number, end: number, { prefix, suffix }: Anchor): number {
  const before = shown(text.slice(0, start))
  const after = shown(text.slice(end))
  return agreeingBefore(before, before.length, shown(prefix)) + agreeingAfter(after, 0, shown(suffix))
}

function checkPlacing(text: string, decisions: readonly Decision[]): void {
  placeDecisions(text, decisions).forEach(({ decision, state, placements: [placement] }, index) => {
    const anchor = decisions[index]!.target[0]!
    if (!isLost(anchor)) {
      assert.equal(state, anchor.was === undefined ? 'placed' : 'changed')
      assert.equal(decision, decisions[index])
      assert.deepEqual(placement!.span, { start: anchor.start, end: anchor.end })
    } else if (placement!.span) {
      // Words that were deleted and are found beside it: only with all that was around them.
      assert.ok(state === 'moved' || state === 'changed')
      const { prefix, exact, suffix, was = exact } = anchor
      assert.ok(
        [exact, was].some((words) => shown(text).includes(shown(prefix + words + suffix))),
        JSON.stringify({ text, anchor, placement })
      )
    }
  })
}

function shown(words: string): string {
  return comparableText(words).text
}
