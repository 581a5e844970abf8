import assert from 'node:assert/strict'
import { articleCounts, folderCounts } from '../../../src/editor/hoverCounts'
import { exampleArticle, exampleFolder } from '../sidebar/example'

const storm = '"The storm took the old lighthouse and both of the piers," Mara Lind said.'
const quoted = { content: '"The storm took the old lighthouse and both of the piers,"', speaker: 'Mara Lind' }
const lind = (...mentions: readonly string[]) => ({ type: 'person' as const, name: 'Mara Lind', mentions })
const north = exampleArticle('north.txt', `Elmshaven waits. ${storm} Lind left.`, {
  entities: [{ type: 'place', name: 'Elmshaven', mentions: ['Elmshaven'] }, lind('Mara Lind', 'Lind')],
  quotes: [quoted]
})
const south = exampleArticle('south.txt', 'Mara Lind said it was over. Mara Lind hopes for rain.', {
  entities: [lind('Mara Lind', 'Mara Lind')],
  quotes: [
    { content: 'it was over', kind: 'indirect', speaker: 'Mara Lind' },
    { content: 'rain', kind: 'indirect', attitude: true, speaker: 'Mara Lind' }
  ]
})
const west = exampleArticle('west.txt', `${storm} Again: ${storm.toUpperCase()} She said no.`, {
  entities: [lind('Mara Lind', 'She')],
  quotes: [
    quoted,
    { content: quoted.content.toUpperCase(), speaker: 'Mara Lind' },
    { content: 'no', kind: 'indirect', speaker: 'Mara Lind' }
  ]
})
/** A researcher has named her as the source: the article does not. */
const east = exampleArticle('east.txt', 'The harbour is closed, an official said.', {
  entities: [{ ...lind(), mentions: [] }],
  quotes: [{ content: 'The harbour is closed', kind: 'indirect', speaker: 'Mara Lind' }]
})
const unread = exampleArticle('unread.txt', 'Nothing.')
const folder = exampleFolder(east, north, south, west)
const plain = { attitudes: false }

describe('the figures of a hover', () => {
  const entityOf = ({ analysis }: typeof north, name = 'Mara Lind') =>
    analysis.entities.find((entity) => entity.name === name) ?? assert.fail(name)

  it('are of all articles that mention somebody, the same quote again once', () => {
    for (const article of [north, south, west, east])
      assert.deepEqual(
        folderCounts(folder, { article: article.id, entity: entityOf(article).id }, plain),
        { quotes: 4, mentions: 6, articles: 3 },
        article.name
      )
    assert.deepEqual(folderCounts(folder, { article: north.id, entity: entityOf(north, 'Elmshaven').id }, plain), {
      quotes: 0,
      mentions: 1,
      articles: 1
    })
  })

  it('have attitudes where these are shown', () => {
    const reference = { article: south.id, entity: entityOf(south).id }
    assert.equal(folderCounts(folder, reference, { attitudes: true })?.quotes, 5)
    assert.equal(articleCounts(south, entityOf(south), { attitudes: true }).quotes, 2)
    assert.equal(articleCounts(south, entityOf(south), plain).quotes, 1)
  })

  it('are of the articles with quotes for a source that nobody mentions', () => {
    const alone = exampleFolder(east)
    assert.deepEqual(folderCounts(alone, { article: east.id, entity: entityOf(east).id }, plain), {
      quotes: 1,
      mentions: 0,
      articles: 1
    })
  })

  it('are counted in the same way in an article alone', () => {
    assert.deepEqual(articleCounts(west, entityOf(west), plain), { quotes: 2, mentions: 2, articles: undefined })
  })

  it('are none for an article that the folder does not know', () => {
    assert.equal(folderCounts(folder, { article: unread.id, entity: 'e1' }, plain), undefined)
  })
})
