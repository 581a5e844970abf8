import assert from 'node:assert/strict'
import { makePicture } from '../../../src/overview/pictures'
import { overviewStrings } from '../../../src/overview/overviewStrings'
import type { PictureKind } from '../../../src/protocol/overview'
import { concordance } from '../../../src/quotesPanel/concordance'
import { rowContent } from '../../../src/quotesPanel/rowContent'
import { finish } from '../../../src/util/steps'
import { matrixScene } from '../../../src/webview/overview/scenes/gridScenes'
import { tableOf } from '../../../src/webview/overview/table'
import { textsIn } from '../../../src/webview/overview/texts'
import type { FolderArticle } from '../../../src/workspace/folderArticle'
import { exampleArticle, exampleFolder, type ExampleEntity } from '../sidebar/example'
import { partsOfFolder, result, viewOf } from '../sidebar/folderRows'

const texts = textsIn(overviewStrings({ t: (text) => text }, 'en'))

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

  it('are told apart in the pictures of the overview, drawn and as tables', () => {
    const answer = exampleArticle('answer.txt', 'An answer\n\n"John Carr sings again," Ann Reed said.\n', {
      entities: [
        { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] },
        { type: 'person', name: 'John Carr', mentions: ['John Carr'], descriptions: ['the singer'] }
      ],
      quotes: [{ content: '"John Carr sings again,"', speaker: 'Ann Reed' }]
    })
    const folder = exampleFolder(
      decidedAs(mayor, 'urn:uuid:1'),
      decidedAs(singer, 'urn:uuid:2'),
      decidedAs(answer, 'urn:uuid:2')
    )
    const told = (kind: PictureKind) =>
      tableOf(finish(makePicture(viewOf(folder), kind, { rows: 30, columns: 120 })), texts)
        .rows.map(({ cells }) => cells.filter((cell) => /Carr|Reed/.test(cell)).join(' about '))
        .sort()
    assert.deepEqual(told('matrix'), ['Ann Reed', 'John Carr, the mayor of Leeds', 'John Carr, the singer'])
    assert.deepEqual(told('network'), ['Ann Reed about John Carr, the singer'])
    const matrix = finish(makePicture(viewOf(folder), 'matrix', { rows: 30, columns: 120 }))
    assert.ok(matrix.kind === 'matrix')
    const { side } = matrixScene(matrix, { width: 900, texts, measure: (text) => text.length * 6 })
    assert.deepEqual(
      side.marks.map(({ label, shapes }) => [
        label,
        ...shapes.flatMap((shape) => (shape.kind === 'text' ? shape.text : []))
      ]),
      [
        ['Ann Reed', 'Ann Reed', '1 in 1'],
        ['John Carr, the mayor of Leeds', 'John Carr', 'the mayor of Leeds', '1 in 1'],
        ['John Carr, the singer', 'John Carr', 'the singer', '1 in 1']
      ]
    )
  })

  it('are none where they are the same person, or the only one', () => {
    const again = withCarr('bridge.txt', 'Bridge', 'It stays open', ['the mayor of Leeds'], 'Ann Reed')
    assert.deepEqual(inPanel(exampleFolder(mayor, again)), ['John Carr | ', 'John Carr | '])
    assert.deepEqual(inPanel(exampleFolder(mayor)), ['John Carr | '])
  })
})
