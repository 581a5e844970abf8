import assert from 'node:assert/strict'
import { concordance } from '../../../src/quotesPanel/concordance'
import { rowContent } from '../../../src/quotesPanel/rowContent'
import type { FolderArticle } from '../../../src/workspace/folderArticle'
import { exampleArticle, exampleFolder, type ExampleEntity } from '../sidebar/example'
import { partsOfFolder, result, viewOf } from '../sidebar/folderRows'

/** An article in which John Carr says something. */
function withCarr(path: string, headline: string, said: string, descriptions: readonly string[], beside: string) {
  const carr: ExampleEntity = { type: 'person', name: 'John Carr', mentions: ['John Carr'], descriptions }
  const other: ExampleEntity = { type: 'person', name: beside, mentions: [beside] }
  return exampleArticle(path, `${headline}\n\n"${said}," John Carr told ${beside}.\n`, {
    entities: [carr, other],
    quotes: [{ content: `"${said},"`, speaker: 'John Carr' }]
  })
}

const mayor = withCarr('roads.txt', 'Roads stay shut', 'Roads stay shut', ['the mayor of Leeds'], 'Ann Reed')
const singer = withCarr('songs.txt', 'A new song', 'I sing again', ['the singer'], 'Bo Lind')

function sources(of: ReturnType<typeof exampleFolder>): readonly string[] {
  return partsOfFolder(of, {}).lines.filter((line) => line.includes('John Carr'))
}

/** Who says each quote, as the panel shows it. */
function inPanel(of: ReturnType<typeof exampleFolder>): readonly string[] {
  const rows = result(concordance(viewOf(of), 'quotes'))
  return Array.from({ length: rows.size }, (_, row) => {
    const { source, sourceNote } = rowContent(rows, row)?.row ?? assert.fail()
    return `${source} | ${sourceNote}`
  })
}

/** The article after somebody has said who John Carr is. */
function decidedAs(article: FolderArticle, iri: string): FolderArticle {
  const entities = article.analysis.entities.map((entity) =>
    entity.name === 'John Carr' ? { ...entity, identity: iri } : entity
  )
  return { ...article, analysis: { ...article.analysis, entities } }
}

describe('persons of one name', () => {
  it('are told apart by their roles', () => {
    const folder = exampleFolder(mayor, singer)
    assert.deepEqual(inPanel(folder), ['John Carr | the mayor of Leeds', 'John Carr | the singer'])
    assert.deepEqual(sources(folder), [
      '  + John Carr the mayor of Leeds, person, 1 quote, 1 article, 1 direct, 50% of all quoted words',
      '  + John Carr the singer, person, 1 quote, 1 article, 1 direct, 50% of all quoted words',
      '  + John Carr the mayor of Leeds, person, 1 mention, 1 quote',
      '  + John Carr the singer, person, 1 mention, 1 quote'
    ])
  })

  it('are told apart by their articles where the roles say nothing or the same', () => {
    const articles = [
      ['a.txt', 'Roads stay shut', ['the mayor']],
      ['b.txt', 'Trains run again', ['the mayor']],
      ['c.txt', 'A new song', []]
    ] as const
    const folder = exampleFolder(
      ...articles.map(([path, headline, descriptions]) =>
        decidedAs(withCarr(path, headline, headline, descriptions, 'Ann Reed'), `https://example.org/${path}`)
      )
    )
    assert.deepEqual(inPanel(folder), [
      'John Carr | Roads stay shut',
      'John Carr | Trains run again',
      'John Carr | A new song'
    ])
    assert.deepEqual(
      sources(folder).map((line) => line.split(',')[0]?.trim()),
      [...inPanel(folder), ...inPanel(folder)].map((line) => `+ ${line.replace(' |', '')}`)
    )
  })

  it('leave who is in more articles than the others without a headline', () => {
    const often = ['a.txt', 'b.txt'].map((path) => decidedAs(withCarr(path, path, path, [], 'Ann Reed'), 'urn:uuid:1'))
    const once = decidedAs(withCarr('c.txt', 'A new song', 'I sing', [], 'Bo Lind'), 'urn:uuid:2')
    assert.deepEqual(inPanel(exampleFolder(...often, once)), ['John Carr | ', 'John Carr | ', 'John Carr | A new song'])
  })

  it('are none where they are the same person, or the only one', () => {
    const again = withCarr('bridge.txt', 'Bridge', 'It stays open', ['the mayor of Leeds'], 'Ann Reed')
    assert.deepEqual(inPanel(exampleFolder(mayor, again)), ['John Carr | ', 'John Carr | '])
    assert.deepEqual(inPanel(exampleFolder(mayor)), ['John Carr | '])
  })
})
