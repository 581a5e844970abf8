import assert from 'node:assert/strict'
import { linkList, type Link } from '../../../../src/exchange/formats/refiQda/linkList'
import { guidOf } from '../../../../src/exchange/guid'

describe('the links of a REFI-QDA project', () => {
  it('come out as they went in, however many', () => {
    const links: Link[] = Array.from({ length: 4_100 }, (_, index) => ({
      name: ['continues', 'speaker', 'same speaker'][index % 3]!,
      from: guidOf('from', index),
      to: guidOf('to', index)
    }))
    const list = linkList()
    assert.equal(list.isEmpty(), true)
    for (const link of links) list.add(link)
    assert.equal(list.isEmpty(), false)
    assert.deepEqual([...list], links)
  })
})
