import assert from 'node:assert/strict'
import { descriptionsIn } from './support'

describe('descriptions', () => {
  it('introduce a name', async () => {
    assert.deepEqual(
      await descriptionsIn('Kenyan Foreign Minister Alice Wanjiru arrived. Later, police chief Robert Miller spoke.'),
      ['Alice Wanjiru: Kenyan Foreign Minister', 'Robert Miller: police chief']
    )
  })

  it('reach over what a role governs', async () => {
    assert.deepEqual(await descriptionsIn('On Monday US Secretary of State Martin Collins left for Rome.'), [
      'Martin Collins: US Secretary of State'
    ])
  })

  it('follow a name', async () => {
    assert.deepEqual(await descriptionsIn('Laura Bennett, the former ambassador, declined to comment.'), [
      'Laura Bennett: the former ambassador'
    ])
    assert.deepEqual(await descriptionsIn('Laura Bennett, 43, a nurse from Leeds, saw the fire.'), [
      'Laura Bennett: a nurse from Leeds'
    ])
  })

  it('are not what somebody did', async () => {
    assert.deepEqual(
      await descriptionsIn('Laura Bennett, who lives in Leeds, saw the fire. Yesterday Laura Bennett slept.'),
      []
    )
  })
})
