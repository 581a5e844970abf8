import assert from 'node:assert/strict'
import fc from 'fast-check'
import { noFacets } from '../../../src/util/facets.js'
import {
  conditionsOf,
  filterStates,
  hasConditions,
  meetsConditions,
  nameCondition,
  readQuery,
  withCondition,
  type Judged
} from '../../../src/util/filterQuery.js'

const undecided: Judged = { state: 'suggested', hasMemo: false, codes: [], people: [] }

describe('a filter', () => {
  it('is words and conditions in any order', () => {
    assert.deepEqual(readQuery('mayor code:economy is:decided by:Ann Tax'), {
      words: ['mayor', 'tax'],
      states: ['decided'],
      codes: [{ text: 'economy', isWhole: false }],
      people: [{ text: 'ann', isWhole: false }],
      facets: noFacets
    })
    assert.deepEqual(readQuery('CODE:"Public  Economy" by:\u201CJos\u00E9 Lima\u201D'), {
      words: [],
      states: [],
      codes: [{ text: 'public economy', isWhole: true }],
      people: [{ text: 'jose lima', isWhole: true }],
      facets: noFacets
    })
  })

  it('holds while it is typed', () => {
    const read = (typed: string) => {
      const { words, states, codes } = readQuery(typed)
      return [...words, ...states, ...codes.map(({ text, isWhole }) => `${text}${isWhole ? '!' : ''}`)].join(' ')
    }
    assert.deepEqual(['is:', 'is:u', 'is:dec', 'code:', 'code:"pub', 'code:"pub"', 'is:gone'].map(read), [
      '',
      'undecided',
      'decided',
      '',
      'pub',
      'pub!',
      'is:gone'
    ])
  })

  it('leaves colons in words alone', () => {
    assert.deepEqual(readQuery('this:that standby:Ann 10:30').words, ['this:that', 'standby:ann', '10:30'])
  })

  it('says which states it means', () => {
    const states: readonly Judged['state'][] = ['suggested', 'partly', 'decided', 'review']
    const kept = (typed: string) =>
      states.filter((state) => meetsConditions(readQuery(typed), { ...undecided, state })).join(' ')
    assert.deepEqual(['is:decided', 'is:undecided', 'is:review', 'is:decided is:review', ''].map(kept), [
      'decided review',
      'suggested partly',
      'review',
      'review',
      'suggested partly decided review'
    ])
  })

  it('takes the codes below a code for it, and whole names for nothing else', () => {
    const judged = { ...undecided, codes: [['Economy', 'Public spending']], people: ['Ann', 'Bo Lind'], hasMemo: true }
    const isKept = (typed: string) => meetsConditions(readQuery(typed), judged)
    assert.deepEqual(
      ['code:economy', 'code:"economy"', 'code:spend', 'code:"public spending"', 'by:lind', 'is:coded is:noted'].map(
        isKept
      ),
      [true, true, true, true, true, true]
    )
    assert.deepEqual(['code:"spending"', 'code:war', 'by:"Bo"', 'by:ann by:cid', 'is:coded code:x'].map(isKept), [
      false,
      false,
      false,
      false,
      false
    ])
  })

  it('gets a condition and loses it again', () => {
    const typed = withCondition('mayor', 'is:decided')
    assert.equal(typed, 'is:decided mayor')
    assert.equal(withCondition(typed, 'code:"public economy"'), 'is:decided code:"public economy" mayor')
    assert.equal(withCondition(withCondition(typed, 'by:"Ann"'), 'is:decided'), 'by:"Ann" mayor')
    assert.deepEqual(conditionsOf('x is:decided by:\u201CAnn\u201D y'), ['is:decided', 'by:"Ann"'])
  })

  it('finds any name by the condition that is written for it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('code' as const, 'by' as const), (name, field) => {
        const query = readQuery(`before ${nameCondition(field, name)} after`)
        assert.deepEqual(query.words, ['before', 'after'])
        if (!hasConditions(query)) return
        assert.ok(meetsConditions(query, { ...undecided, codes: [[name]], people: [name] }), JSON.stringify(name))
      })
    )
  })

  it('is never more than what was typed, whatever that is', () => {
    const part = fc.constantFrom('is:', 'code:', 'by:', '"', ' ', '\u201C', 'a', ...filterStates, '\u0000', '\uD800')
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const typed = parts.join('')
        const { words } = readQuery(typed)
        assert.ok(words.join('').length <= typed.length * 18)
        assert.ok(conditionsOf(typed).join(' ').length <= typed.length)
        for (const condition of conditionsOf(typed))
          assert.ok(!conditionsOf(withCondition(typed, condition)).includes(condition))
      })
    )
  })
})
