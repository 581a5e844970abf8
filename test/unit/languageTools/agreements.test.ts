import assert from 'node:assert/strict'
import { agreements } from '../../../src/languageTools/agreements'

describe('what a person was asked about', () => {
  it('is done once', () => {
    const agreed = agreements()
    agreed.asked('proposeMemo {}', 'memo: Watch this')
    agreed.check('proposeMemo {}', 'memo: Watch this')
    assert.throws(() => agreed.check('proposeMemo {}', 'memo: Watch this'), /was not asked/)
  })

  it('is nothing else: neither another call nor what the same call means by then', () => {
    const agreed = agreements()
    agreed.asked('proposeMemo {}', 'memo: Watch this')
    assert.throws(() => agreed.check('proposeMemo {"text":"x"}', 'memo: x'), /was not asked/)
    assert.throws(() => agreed.check('proposeMemo {}', 'memo: Watch that'), /changed since/)
    assert.throws(() => agreed.check('proposeMemo {}', 'memo: Watch this'), /was not asked/)
  })

  it('is forgotten after a hundred others', () => {
    const agreed = agreements()
    for (let call = 0; call <= 100; call++) agreed.asked(String(call), 'memo')
    assert.throws(() => agreed.check('0', 'memo'), /was not asked/)
    agreed.check('1', 'memo')
  })
})
