import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { CorpusEntity } from '../../../src/corpus'
import { compactEntities, firstMember, firstMembers } from '../../../src/corpus/compactEntities'

describe('compact entities', () => {
  const article = fc.constantFrom('a.txt', 'b.txt', 'file:///c.txt')
  const entity = fc
    .record({
      id: fc.string(),
      name: fc.string(),
      type: fc.constantFrom('person', 'place'),
      named: fc.boolean(),
      identity: fc.option(fc.webUrl(), { nil: undefined }),
      members: fc.array(
        fc.tuple(article, fc.nat(2000)).map(([name, number]) => ({ article: name, entity: `e${number}` })),
        {
          minLength: 1,
          maxLength: 400
        }
      ),
      quotes: fc.array(fc.record({ article, quote: fc.nat(1000), attitude: fc.boolean() }), { maxLength: 5 })
    })
    .map(({ identity, quotes, ...others }): CorpusEntity => ({
      ...others,
      ...(identity !== undefined && { identity }),
      quotes: quotes.map(({ attitude, ...quote }) => (attitude ? { ...quote, attitude } : quote))
    }))

  it('say what the entities say that they are made of, and so do their copies', () => {
    fc.assert(
      fc.property(fc.array(entity, { maxLength: 30 }), fc.nat(3), (entities, most) => {
        const made = entities.map(compactEntities())
        assert.deepEqual(
          made.map((one) => ({ ...one })),
          entities
        )
        assert.deepEqual(made.map(firstMember), entities.map(firstMember))
        for (const [at, { members }] of entities.entries())
          assert.deepEqual(firstMembers(made[at]!, most), members.slice(0, most))
      })
    )
  })

  it('are told apart by what their lists have', () => {
    const one: CorpusEntity = {
      ...{ id: 'x', name: 'x', type: 'person', named: true },
      members: [{ article: 'a.txt', entity: 'e1' }],
      quotes: []
    }
    const compact = compactEntities()
    assert.deepEqual(compact(one), compact({ ...one }))
    assert.notDeepEqual(compact(one), compact({ ...one, members: [{ article: 'a.txt', entity: 'e2' }] }))
    assert.notDeepEqual(compact(one), compact({ ...one, quotes: [{ article: 'a.txt', quote: 0 }] }))
  })
})
