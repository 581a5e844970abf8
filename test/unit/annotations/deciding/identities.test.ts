import assert from 'node:assert/strict'
import {
  changeEntityType,
  linkEntity,
  mergeEntities,
  renameEntity,
  setSpeaker,
  splitMention
} from '../../../../src/annotations'
import { desk } from './desk'

const article = '{a:Ana Ruiz} met {b:Jo Roe}. {a:Ruiz} left, {b~he} said. {c?An aide} said \u201CNo.\u201D'
const people = {
  a: { name: 'Ana Ruiz', type: 'person' },
  b: { name: 'Jo Roe', type: 'person' },
  c: { name: 'an aide', type: 'person', named: false }
} as const
const quotes = [{ content: '\u201CNo.\u201D', source: 'An aide', speaker: 'c' }]

describe('who somebody is', () => {
  it('is said of a speaker on the mention that names them best, and then of the quote', () => {
    const { deciding, does } = desk(article, people, { quotes })
    assert.deepEqual(does(setSpeaker(deciding(), [0], { kind: 'entity', id: 'a' })), [
      '"Ana Ruiz" is Ana Ruiz <urn:uuid:1> person',
      '"\u201CNo.\u201D" by Ana Ruiz <urn:uuid:1> person'
    ])
  })

  it('is not said twice: a speaker with an identity keeps it', () => {
    const { deciding, does } = desk(article, people, {
      quotes,
      change: (analysis) => ({
        ...analysis,
        entities: analysis.entities.map((one) => (one.id === 'b' ? { ...one, identity: 'urn:jo' } : one))
      })
    })
    assert.deepEqual(does(setSpeaker(deciding(), [0], { kind: 'entity', id: 'b' })), [
      '"\u201CNo.\u201D" by Jo Roe <urn:jo> person'
    ])
  })

  it('is somebody new, or nobody, as easily; the last answer holds', () => {
    const { deciding, does, decided } = desk(article, people, { quotes })
    does(setSpeaker(deciding(), [0], { kind: 'new', identity: { name: 'Kim', type: 'person' } }))
    assert.deepEqual(decided(), ['"\u201CNo.\u201D" by Kim <urn:uuid:1> person'])
    does(setSpeaker(deciding(), [0], null))
    assert.deepEqual(decided(), ['"\u201CNo.\u201D" by nobody'])
  })

  it('is decided in the other article too, of somebody whom only the folder knows', () => {
    const { deciding, does } = desk(article, people, { quotes })
    const other = desk('{a:Lu Chen} spoke.', { a: { name: 'Lu Chen', type: 'person' } }, { id: 'other' })
    const edits = setSpeaker(deciding(), [0], { kind: 'elsewhere', deciding: other.deciding(), id: 'a' })
    assert.deepEqual(does(edits), [
      'other: "Lu Chen" is Lu Chen <urn:uuid:1> person',
      '"\u201CNo.\u201D" by Lu Chen <urn:uuid:1> person'
    ])
  })

  it('is one for two entities that are merged', () => {
    const { deciding, does } = desk(article, people)
    assert.deepEqual(does(mergeEntities(deciding(), 'c', { kind: 'entity', id: 'b' })), [
      '"Jo Roe" is Jo Roe <urn:uuid:1> person',
      '"An aide" is Jo Roe <urn:uuid:1> person'
    ])
  })

  it('is changed wherever it was decided, when one who had an identity is merged', () => {
    const {
      deciding,
      does,
      decided,
      entity,
      quotes: shown
    } = desk(article, people, {
      quotes,
      entities: [
        { iri: 'urn:uuid:1', name: 'A. R.', type: 'person', same: ['http://x.org/a'], creator: 'Ann', created: '' }
      ]
    })
    does(setSpeaker(deciding(), [0], { kind: 'entity', id: 'a' }))
    assert.deepEqual(shown(), ['\u201CNo.\u201D by A. R.'])
    const other = desk('{a:Ruiz} spoke.', { a: { name: 'Ruiz', type: 'person' } }, { id: 'other' })
    const known = { kind: 'known', identity: { iri: 'urn:uuid:1', name: 'Ruiz', type: 'person' } } as const
    other.does(splitMention(other.deciding(), 0, known))
    const jo = { kind: 'known', identity: { iri: 'urn:jo', name: 'Jo', type: 'person' } } as const
    assert.deepEqual(does(mergeEntities(deciding(), entity('A. R.'), jo, [other.deciding()])), [
      '"Ana Ruiz" is Jo <urn:jo> person (was "Ana Ruiz" is Ana Ruiz <urn:uuid:1> person)',
      '"\u201CNo.\u201D" by Jo <urn:jo> person (was "\u201CNo.\u201D" by Ana Ruiz <urn:uuid:1> person)',
      'other: "Ruiz" is Jo <urn:jo> person, alone (was "Ruiz" is Ruiz <urn:uuid:1> person, alone)',
      'registry: Jo <urn:jo> person http://x.org/a'
    ])
    assert.deepEqual(decided(), ['"Ana Ruiz" is Jo <urn:jo> person', '"\u201CNo.\u201D" by Jo <urn:jo> person'])
    assert.deepEqual(shown(), ['\u201CNo.\u201D by Jo'])
  })

  it('is nothing to do when somebody is merged with themselves', () => {
    const { deciding } = desk(article, people)
    assert.deepEqual(mergeEntities(deciding(), 'a', { kind: 'entity', id: 'a' }), [])
  })

  it('is another one for a mention that is split off, alone', () => {
    const { deciding, does } = desk(article, people)
    const who = { kind: 'new', identity: { name: 'Ruiz', type: 'organization' } } as const
    assert.deepEqual(does(splitMention(deciding(), 2, who)), ['"Ruiz" is Ruiz <urn:uuid:1> organization, alone'])
  })

  it('has a name in the registry once it is renamed', () => {
    const { deciding, does } = desk(article, people)
    assert.deepEqual(does(renameEntity(deciding(), 'a', 'Ana Ruiz Vega')), [
      '"Ana Ruiz" is Ana Ruiz <urn:uuid:1> person',
      'registry: Ana Ruiz Vega <urn:uuid:1> person'
    ])
  })

  it('has its new name with the decision, where there is no project', () => {
    const { deciding, does } = desk(article, people, { folder: undefined })
    assert.deepEqual(does(renameEntity(deciding(), 'a', 'Ana Ruiz Vega')), [
      '"Ana Ruiz" is Ana Ruiz Vega <urn:uuid:1> person'
    ])
  })

  it('is an address, when it is linked to one before it has an identity', () => {
    const { deciding, does } = desk(article, people)
    const address = 'http://www.wikidata.org/entity/Q42'
    assert.deepEqual(does(linkEntity(deciding(), 'a', address)), [`"Ana Ruiz" is Ana Ruiz <${address}> person`])
  })

  it('has an address beside the identity that it has', () => {
    const { deciding, does } = desk(article, people, {
      change: (analysis) => ({
        ...analysis,
        entities: analysis.entities.map((one) => (one.id === 'a' ? { ...one, identity: 'urn:ana' } : one))
      })
    })
    assert.deepEqual(does(linkEntity(deciding(), 'a', 'https://x.org/ana')), [
      'registry: Ana Ruiz <urn:ana> person https://x.org/ana'
    ])
    assert.deepEqual(does(linkEntity(deciding(), 'a', 'https://y.org/ana')), [
      'registry: Ana Ruiz <urn:ana> person https://x.org/ana https://y.org/ana (was Ana Ruiz <urn:ana> person https://x.org/ana)'
    ])
  })

  it('is who the registry knows at an address', () => {
    const { deciding, does } = desk(article, people, {
      entities: [
        { iri: 'urn:ana', name: 'Ana Ruiz Vega', type: 'person', same: ['https://x.org/a'], creator: 'B', created: '' }
      ]
    })
    assert.deepEqual(does(linkEntity(deciding(), 'a', 'https://x.org/a')), [
      '"Ana Ruiz" is Ana Ruiz Vega <urn:ana> person'
    ])
  })

  it('is of another type, with all its names, and so with all that follows them', () => {
    const { deciding, does } = desk(article, people)
    assert.deepEqual(does(changeEntityType(deciding(), 'a', { type: 'organization', acting: true })), [
      '"Ana Ruiz" is Ana Ruiz <urn:uuid:1> organization',
      '"Ana Ruiz" is a organization, Ana Ruiz <urn:uuid:1> organization for "Ana Ruiz"',
      '"Ruiz" is a organization, Ana Ruiz <urn:uuid:1> organization for "Ruiz"'
    ])
  })
})
