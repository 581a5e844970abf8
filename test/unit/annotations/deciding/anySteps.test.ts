import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  acceptFacts,
  changeEntityType,
  changeMention,
  changeQuote,
  decideArticle,
  decisionKey,
  inverse,
  linkEntity,
  markMentions,
  markQuote,
  mergeEntities,
  ownDecisionsAt,
  rejectFacts,
  renameEntity,
  setMentionSpan,
  setSpeaker,
  splitMention,
  takeBack,
  type Deciding,
  type Edit
} from '../../../../src/annotations'
import { desk } from './desk'

const source =
  '{a:Ana Ruiz} met {b:Jo Roe} of {o:Bank of {p:Quito}}. {a:Ruiz} said \u201CWe will not.\u201D {b~He} said {c?an aide} knew.'
const people = {
  a: { name: 'Ana Ruiz', type: 'person' },
  b: { name: 'Jo Roe', type: 'person' },
  o: { name: 'Bank of Quito', type: 'organization' },
  p: { name: 'Quito', type: 'place' },
  c: { name: 'an aide', type: 'person', named: false }
} as const
const quotes = [
  { content: '\u201CWe will not.\u201D', source: 'Ruiz', speaker: 'a' },
  { content: 'an aide knew', speaker: 'b' }
]

/** Three numbers choose what is decided, about what, and how. */
type Choice = readonly [what: number, which: number, how: number]

const intents: readonly ((deciding: Deciding, which: number, how: number) => readonly Edit[])[] = [
  (deciding, which) => acceptFacts(deciding, [{ about: 'mention', index: which % mentions(deciding) }]),
  (deciding, which) => acceptFacts(deciding, [{ about: 'quote', index: which % 2 }]),
  (deciding, which) => rejectFacts(deciding, [{ about: 'mention', index: which % mentions(deciding) }]),
  (deciding, which) => rejectFacts(deciding, [{ about: 'quote', index: which % 2 }]),
  (deciding, which, how) => markMentions(deciding, [span(deciding, which, how)], kinds[how % 5]!),
  (deciding, which, how) => changeMention(deciding, which % mentions(deciding), kinds[how % 5]!),
  (deciding, which, how) => setMentionSpan(deciding, which % mentions(deciding), span(deciding, which, how)),
  (deciding, which, how) => markQuote(deciding, [span(deciding, which, how)]),
  (deciding, which, how) => changeQuote(deciding, which % 2, { source: [span(deciding, how, which)] }),
  (deciding, which, how) =>
    setSpeaker(deciding, [which % 2], how % 3 ? { kind: 'entity', id: entity(deciding, how) } : null),
  (deciding, which, how) =>
    mergeEntities(deciding, entity(deciding, which), { kind: 'entity', id: entity(deciding, how) }),
  (deciding, which, how) =>
    splitMention(deciding, which % mentions(deciding), {
      kind: 'new',
      identity: { name: `N${how}`, type: 'person' }
    }),
  (deciding, which, how) => renameEntity(deciding, entity(deciding, which), `Name ${how % 3}`),
  (deciding, which, how) => linkEntity(deciding, entity(deciding, which), `https://x.org/${how % 3}`),
  (deciding, which, how) => changeEntityType(deciding, entity(deciding, which), kinds[how % 5]!),
  (deciding, which) => decideArticle(deciding, which % 2 === 0),
  (deciding, which) => takeBack(deciding, ownDecisionsAt(deciding, span(deciding, which, 1)).slice(0, 1))
]

const kinds = [
  { type: 'person', acting: false },
  { type: 'organization', acting: false },
  { type: 'group', acting: false },
  { type: 'place', acting: true },
  { type: 'place', acting: false }
] as const

function mentions({ article }: Deciding): number {
  return Math.max(1, article.analysis.mentions.length)
}

function entity({ article }: Deciding, which: number): string {
  const { entities } = article.analysis
  return entities[which % Math.max(1, entities.length)]?.id ?? ''
}

function span({ article }: Deciding, which: number, how: number) {
  const words = [...article.text.matchAll(/\p{L}+/gu)]
  const first = words[which % words.length]!
  const last = words[Math.min(words.length - 1, (which % words.length) + (how % 3))]!
  return { start: first.index, end: last.index + last[0].length }
}

describe('any steps', () => {
  it('leave at most one decision of each kind on one target, each with its own id, and are taken back to nothing', () => {
    const choice: fc.Arbitrary<Choice> = fc.tuple(fc.nat(intents.length - 1), fc.nat(60), fc.nat(60))
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 12 }), (choices) => {
        const { deciding, does, decided, steps } = desk(source, people, { quotes })
        const states: (readonly string[])[] = []
        for (const [what, which, how] of choices) {
          states.push(decided())
          does(intents[what]!(deciding(), which, how))
          const { own } = deciding()
          const keys = own.map(decisionKey)
          assert.deepEqual(
            keys.filter((key, index) => keys.indexOf(key) !== index),
            []
          )
          assert.equal(new Set(own.map(({ id }) => id)).size, own.length)
        }
        for (const step of [...steps].reverse()) {
          does(inverse(step).edits)
          assert.deepEqual(decided(), states.pop())
        }
        assert.deepEqual(deciding().own, [])
        assert.deepEqual(deciding().project.entities, [])
      }),
      { numRuns: 150 }
    )
  })
})
