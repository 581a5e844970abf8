import assert from 'node:assert/strict'
import { checkedAddress, checkedName, entityChoices, folderChoices } from '../../../../src/annotations'
import { marked } from '../../editor/articleText'

describe('what is typed', () => {
  it('is a name on one line, without controls', () => {
    assert.equal(checkedName('  Ana\n Ruiz\u202E '), 'Ana Ruiz')
    assert.equal(checkedName('Rui\u0301z'), 'Ru\u00EDz')
    for (const none of ['', ' \t', '\u0000', '\uD83D', 'x'.repeat(201)])
      assert.equal(checkedName(none), undefined, none)
  })

  it('is a Wikidata item in every form in which people copy it', () => {
    const item = 'http://www.wikidata.org/entity/Q42'
    for (const typed of [
      'Q42',
      ' q42 ',
      'https://www.wikidata.org/wiki/Q42',
      'https://m.wikidata.org/wiki/Q42#sitelinks',
      'http://www.wikidata.org/entity/Q42'
    ])
      assert.equal(checkedAddress(typed), item, typed)
  })

  it('is any address that names something', () => {
    for (const address of ['https://viaf.org/viaf/1', 'urn:isbn:1', 'https://\u4F8B.jp/\u00E9', 'info:lccn/1'])
      assert.equal(checkedAddress(address), address)
  })

  it('is no address that does something, or that is none', () => {
    for (const typed of [
      '',
      'Ana',
      'Q0',
      'javascript:alert(1)',
      'command:workbench.action.quit',
      'file:///etc/passwd',
      'data:text/html,x',
      'https://',
      'https://a b',
      'https://a/<x>',
      'https://a/\u202Ex',
      'https://a/\uD83D',
      `https://a/${'x'.repeat(2000)}`
    ])
      assert.equal(checkedAddress(typed), undefined, typed)
  })
})

describe('who can be chosen', () => {
  const { analysis, at } = marked(
    '{p:Quito} saw {a:Ana Ruiz}. {c?An aide} of {o:Acme} told {b:Jo Roe} \u201CNo.\u201D',
    {
      p: { name: 'Quito', type: 'place' },
      a: { name: 'Ana Ruiz', type: 'person' },
      c: { name: 'an aide', type: 'person', named: false },
      o: { name: 'Acme', type: 'organization' },
      b: { name: 'Jo Roe', type: 'person' }
    }
  )

  it('are the people of the article first, the named and the nearest before', () => {
    const near = { start: at('No'), end: at('No') }
    assert.deepEqual(
      entityChoices(analysis, near).map(({ name }) => name),
      ['Jo Roe', 'Ana Ruiz', 'an aide', 'Acme', 'Quito']
    )
  })

  it('are those of the folder who are not in the article, by what is typed', () => {
    const folder = [
      { name: 'Ana Ruiz', type: 'person' },
      { name: 'Zo\u00EB Chen', type: 'person' },
      { name: 'Li Chen', type: 'person', identity: 'urn:li' }
    ] as const
    const names = (typed: string, most?: number) => folderChoices(folder, typed, analysis, most).map(({ name }) => name)
    assert.deepEqual(names(''), ['Zo\u00EB Chen', 'Li Chen'])
    assert.deepEqual(names('chen zoe'), ['Zo\u00EB Chen'])
    assert.deepEqual(names('', 1), ['Zo\u00EB Chen'])
  })
})
