import assert from 'node:assert/strict'
import { addressesOf, addressLinks } from '../../../src/editor/addresses'

const registered = [
  { iri: 'urn:uuid:1', same: ['http://www.wikidata.org/entity/Q42', 'https://viaf.org/viaf/1'] },
  { iri: 'urn:uuid:2' }
]

describe('addresses of an entity', () => {
  it('are those that somebody gave it, not the identity that was made up here', () => {
    assert.deepEqual(addressesOf('urn:uuid:1', registered), [
      'http://www.wikidata.org/entity/Q42',
      'https://viaf.org/viaf/1'
    ])
    assert.deepEqual(addressesOf('urn:uuid:2', registered), [])
    assert.deepEqual(addressesOf('http://www.wikidata.org/entity/Q1', registered), [
      'http://www.wikidata.org/entity/Q1'
    ])
  })

  it('are none of an entity that nobody decided', () => {
    assert.deepEqual(addressesOf(undefined, registered), [])
    assert.equal(addressLinks([]), undefined)
  })

  it('are links where a browser can open them', () => {
    assert.equal(addressLinks(['https://a.org/b']), '[https\\:\\/\\/a\\.org\\/b](https://a.org/b)')
    assert.match(
      addressLinks(['https://de.wikipedia.org/wiki/M\u00FCller_(Ort)'])!,
      /\(https:\S+M%C3%BCller_%28Ort%29\)$/
    )
    assert.equal(addressLinks(['urn:isbn:1']), 'urn\\:isbn\\:1')
  })

  it('are no links where they could be anything else', () => {
    for (const hostile of [
      'command:evil',
      'javascript:alert(1)',
      'https://a.org/"onclick="x',
      'https://a.org/<b>',
      'https://a.org/x](command:evil'
    ])
      assert.doesNotMatch(addressLinks([hostile])!, /\]\(/, hostile)
    assert.match(addressLinks(['https://a.org/\u202E\uD800x'])!, /^[ -~\uFFFD]*$/)
  })
})
