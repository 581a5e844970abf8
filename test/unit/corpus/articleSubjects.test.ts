import assert from 'node:assert/strict'
import { articleSubjects, isRecord, packRecord, eachSubject, placePositions, recordSubjects } from '../../../src/corpus'
import { exampleArticle } from '../sidebar/example.js'

const article = exampleArticle(
  'a.txt',
  'Ann Reed said Porto would join "Bo Lind and his friends in Porto," and Lisbon said "no."\n',
  {
    entities: [
      { type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] },
      { type: 'place', name: 'Porto', mentions: ['!Porto', 'Porto'], country: 'Portugal' },
      { type: 'person', name: 'Bo Lind', mentions: ['Bo Lind', 'his'] },
      { type: 'place', name: 'Lisbon', mentions: ['!Lisbon'] }
    ],
    quotes: [
      { content: ['Porto would join', '"Bo Lind and his friends in Porto,"'], speaker: 'Ann Reed' },
      { content: '"no."', speaker: 'Lisbon' }
    ]
  }
)
const place = { name: 'Porto', kind: 'city', countryName: 'Portugal', population: 1 } as const

describe('whom the quotes of an article speak of', () => {
  it('is each entity once, an actor where it acts in any of the mentions', () => {
    const told: object[] = []
    eachSubject(articleSubjects(article.analysis), (quote, entity, isActor) => told.push({ quote, entity, isActor }))
    assert.deepEqual(told, [
      { quote: 0, entity: 2, isActor: true },
      { quote: 0, entity: 3, isActor: true }
    ])
  })

  it('keeps where places lie, to a hundredth of a degree', () => {
    const positions: readonly (readonly [number, number, string, 'country' | 'region' | 'capital' | 'city'])[] = [
      [41.15, -8.61, 'PT', 'city'],
      [-33.87, 151.21, 'AU', 'capital'],
      [90, 180, 'AQ', 'region'],
      [-90, -180, 'AQ', 'country'],
      [0, 0, 'GH', 'city']
    ]
    for (const [latitude, longitude, country, kind] of positions) {
      const entities = article.analysis.entities.map((entity) =>
        entity.name === 'Porto' ? { ...entity, places: [{ ...place, kind, country, latitude, longitude }] } : entity
      )
      const [found] = placePositions(articleSubjects({ ...article.analysis, entities }))
      assert.deepEqual(
        found && { ...found, latitude: found.latitude.toFixed(2), longitude: found.longitude.toFixed(2) },
        { entity: 2, kind, country, latitude: latitude.toFixed(2), longitude: longitude.toFixed(2) }
      )
    }
  })

  it('is in the record, which is none with other numbers in it', () => {
    const { text, markup, analysis } = article
    const record = packRecord({ text, markup, analysis })
    assert.deepEqual(recordSubjects(record), articleSubjects(analysis))
    assert.ok(isRecord(record))
    const subjects = recordSubjects(record)
    subjects[0] = 1000
    assert.ok(!isRecord(record))
  })
})
