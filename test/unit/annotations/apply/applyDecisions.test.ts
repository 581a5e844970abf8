import assert from 'node:assert/strict'
import { applyDecisions } from '../../../../src/annotations'
import { deciding, identity } from './deciding'

const roe = '[P:Jane Roe] left. She smiled.\n<[P:Roe]> *said* {yes}.\n<She> *said* {no}.'

describe('decisions on mentions', () => {
  it('none gives the very analysis that was suggested, and so do codes, refused codes, memos and decisions that are nowhere', () => {
    const { source, decision, apply } = deciding(roe)
    const marks = [
      decision(['left'], { kind: 'code', code: 'urn:uuid:c' }),
      decision([], { kind: 'memo', text: 'all of it' }),
      decision(['smiled'], { kind: 'memo', text: 'really?' })
    ]
    const refused = decision(['She'], { kind: 'noCode', code: 'urn:uuid:c' })
    const gone = decision(['left'], { kind: 'mention', type: 'person', acting: false })
    const nowhere = { ...gone, target: [{ ...gone.target[0]!, exact: 'went' }] }
    const noArticle = decision([], { kind: 'article', isArticle: false })
    const decided = apply(...marks, refused, nowhere, noArticle)
    assert.equal(decided.analysis, source.analysis)
    assert.deepEqual(decided.decisions.map(({ decision: { kind }, state }) => `${kind} ${state}`).sort(), [
      'article placed',
      'code placed',
      'memo placed',
      'memo placed',
      'mention orphan',
      'noCode placed'
    ])
    assert.deepEqual(
      decided.marks.map(({ kind }) => kind),
      ['memo', 'code', 'memo']
    )
    assert.equal(decided.isArticle, false)
    assert.equal(apply().analysis, source.analysis)
    assert.equal(apply().isArticle, null)
  })

  it('an accepted one stays as it is, and says who accepted it', () => {
    const { accept, apply, entities } = deciding(roe)
    const decision = accept('Roe#2')
    assert.deepEqual(entities(decision), ['e1 Jane Roe (person): Jane Roe, She, Roe!, She'])
    const { analysis, mentions } = apply(decision)
    const { rule, confidence, decidedBy } = analysis.mentions[2]!
    assert.deepEqual([rule, confidence, decidedBy], ['decided', 1, 'Ann'])
    assert.deepEqual([...mentions], [[2, decision]])
  })

  it('a rejected one is gone; who has no mention left is gone, with the speaker of their quotes', () => {
    const { reject, entities, quotes } = deciding('<[P:Jane Roe]> *said* {yes}. <[P:Ada Holt]> *said* {no}.')
    assert.deepEqual(entities(reject('Jane Roe')), ['e2 Ada Holt (person): Ada Holt'])
    assert.deepEqual(quotes(reject('Jane Roe')), ['nobody: said | yes (indirect)', 'Ada Holt: said | no (indirect)'])
  })

  it('who loses the last name stays with what is left', () => {
    const { reject, entities, quotes } = deciding('[P:Jane Roe] left. <She> *said* {yes}.')
    assert.deepEqual(entities(reject('Jane Roe')), ['e1 She (person): She'])
    assert.deepEqual(quotes(reject('Jane Roe')), ['She: said | yes (indirect)'])
  })

  it('a new name joins those of its name and type, or is somebody new', () => {
    const { mention, entities } = deciding('[P:Jane Roe] left. Jane Roe and Ada Holt met. Ada Holt paid Norland.')
    assert.deepEqual(
      entities(
        mention('Jane Roe#2', 'person'),
        mention('Ada Holt', 'person'),
        mention('Ada Holt#2', 'person'),
        mention('Norland', 'place', { acting: true })
      ),
      [
        'e1 Jane Roe (person): Jane Roe, Jane Roe!',
        'e2 Ada Holt (person): Ada Holt!, Ada Holt!',
        'e3 Norland (place): Norland!'
      ]
    )
  })

  it('another span takes the place of the one that it answers, and its quotes and pronouns follow', () => {
    const { mention, entities, quotes } = deciding('<Ms Jane [P:Roe]> *said* {yes}. <She> *said* {no}.')
    const wider = mention('Jane Roe', 'person', { from: 'Roe' })
    assert.deepEqual(entities(wider), ['e1 Jane Roe (person): Jane Roe!, She'])
    assert.deepEqual(quotes(wider), ['Jane Roe: said | yes (indirect)', 'Jane Roe: said | no (indirect)'])
    assert.deepEqual(entities(mention('Jane Roe', 'person')), entities(wider))
  })

  it('another type makes somebody else of it, and what it says with it', () => {
    const { mention, entities, quotes } = deciding('<[P:Jordan]> *said* {yes}. [P:Jordan] left.')
    const place = mention('Jordan', 'place', { acting: true, from: 'Jordan' })
    assert.deepEqual(entities(place), ['e1 Jordan (person): Jordan', 'e2 Jordan (place): Jordan!'])
    assert.deepEqual(quotes(place), ['Jordan: said | yes (indirect)'])
    assert.deepEqual(entities(place, mention('Jordan#2', 'place')), ['e2 Jordan (place): Jordan!, Jordan!'])
  })

  it('what crosses it gives way, and what lies in a name', () => {
    const { mention, entities } = deciding('The [L:New York] [P:Times Square] closed. [L:Oslo] slept.')
    assert.deepEqual(entities(mention('York Times', 'organization')), [
      'e3 Oslo (place): Oslo',
      'e4 York Times (organization): York Times!'
    ])
    assert.deepEqual(entities(mention('New York Times Square', 'place')), [
      'e1 New York Times Square (place): New York Times Square!',
      'e3 Oslo (place): Oslo'
    ])
  })

  it('of decided ones that cross, the newest holds', () => {
    const { mention, entities } = deciding('Ada Berg Holt left.')
    const [first, second] = [mention('Ada Berg', 'person'), mention('Berg Holt', 'person')]
    assert.deepEqual(entities(first, second), ['e1 Berg Holt (person): Berg Holt!'])
    assert.deepEqual(entities(second, { ...first, modified: '2026-02-01T00:00:00.000Z' }), [
      'e1 Ada Berg (person): Ada Berg!'
    ])
  })

  it('of an acceptance and a rejection the newer holds', () => {
    const { accept, reject, entities } = deciding('[P:Jane Roe] left.')
    const [yes, no, again] = [accept('Jane Roe'), reject('Jane Roe'), accept('Jane Roe')]
    assert.deepEqual(entities(yes, no), [])
    assert.deepEqual(entities(again, yes, no), ['e1 Jane Roe (person): Jane Roe!'])
  })

  it('an accepted one stays when the engine does not find it any more', () => {
    const { source, decision } = deciding('[P:Jane Roe] left. Roe slept.')
    const from = {
      about: 'mention' as const,
      span: decision(['Roe#2'], { kind: 'accept' }).target[0]!,
      type: 'person' as const,
      acting: false,
      entity: 'Jane Roe',
      rule: 'tagger',
      confidence: 0.5
    }
    const { analysis } = applyDecisions(source, [decision(['Roe#2'], { kind: 'accept' }, { from })], [])
    assert.deepEqual(analysis.entities[0]?.mentions, [0, 1])
  })
})

describe('decisions on who somebody is', () => {
  it('one decided mention decides for all of its entity: names, pronouns, quotes', () => {
    const { identity: is, entities, quotes } = deciding(roe)
    assert.deepEqual(entities(is('Roe#2', 'Jane Q. Roe')), ['e1! Jane Q. Roe (person): Jane Roe, She, Roe!, She'])
    assert.deepEqual(quotes(is('Roe#2', 'Jane Q. Roe')), [
      'Jane Q. Roe: said | yes (indirect)',
      'Jane Q. Roe: said | no (indirect)'
    ])
  })

  it('equal identities are one', () => {
    const { identity: is, entities } = deciding('[P:Jane Roe] left. [P:The Baker] left. He slept. [P:Ada Holt] left.')
    assert.deepEqual(entities(is('Jane Roe', 'J'), is('The Baker', 'J')), [
      'e1! J (person): Jane Roe!, The Baker!, He',
      'e3 Ada Holt (person): Ada Holt'
    ])
  })

  it('several identities part an entity: names by their words, the rest by what is before it', () => {
    const { identity: is, entities } = deciding(
      '[P:Jane Roe] left. She slept. [P:Roe] left. She ate. [P:Jane Roe] paid. She ran.'
    )
    assert.deepEqual(entities(is('Jane Roe', 'Jane'), is('Roe#2', 'Another')), [
      'e1! Jane (person): Jane Roe!, She, Jane Roe, She',
      'e2! Another (person): Roe!, She'
    ])
  })

  it('a mention that is split off takes along only what speaks of it', () => {
    const {
      identity: is,
      entities,
      quotes
    } = deciding('[P:Jane Roe] left. She slept. <[P:Roe]> *said* {yes}. <She> *said* {no}. [P:Jane Roe] paid. She ran.')
    const split = is('Roe#2', 'Rita Roe', { alone: true })
    assert.deepEqual(entities(split), [
      'e1 Jane Roe (person): Jane Roe, She, Jane Roe, She',
      'e2! Rita Roe (person): Roe!, She'
    ])
    assert.deepEqual(quotes(split), ['Rita Roe: said | yes (indirect)', 'Rita Roe: said | no (indirect)'])
  })

  it('the name is that of the registry, or else as it was decided last', () => {
    const { source, identity: is, apply } = deciding('[P:Jane Roe] left. [P:Roe] slept.')
    const first = is('Jane Roe', 'Jane Roe')
    const later = is('Roe#2', 'Jane Roe')
    const renamed = { ...later, who: { ...identity('Jane Roe', 'person'), name: 'Jane Q. Roe' } }
    assert.equal(apply(renamed, first).analysis.entities[0]?.name, 'Jane Q. Roe')
    const registered = { ...identity('Jane Roe', 'person'), name: 'Dame Jane', creator: 'Ann', created: '' }
    const { entities } = applyDecisions(source, [renamed], [registered]).analysis
    assert.deepEqual(
      entities.map(({ name, aliases }) => [name, ...aliases]),
      [['Dame Jane', 'Jane Roe', 'Roe']]
    )
  })

  it('mentions that nobody typed have the type of the identity; a body that is a place acts', () => {
    const { identity: is, apply } = deciding('[O:Norland] signed.')
    const { type, acting } = apply(is('Norland', 'Norland', { type: 'place' })).analysis.mentions[0]!
    assert.deepEqual([type, acting], ['place', true])
  })

  it('a new mention is who it is said to be', () => {
    const { mention, entities } = deciding('[P:Jane Roe] left. The baker slept.')
    assert.deepEqual(entities(mention('The baker', 'person', { who: 'Ada Holt' })), [
      'e1 Jane Roe (person): Jane Roe',
      'e2! Ada Holt (person): The baker!'
    ])
  })
})

describe('decisions on quotes', () => {
  it('a rejected one is gone, and an accepted one stays as it is', () => {
    const { reject, accept, quotes } = deciding('<[P:Jane Roe]> *said* {yes}. <She> *said* {no}.')
    assert.deepEqual(quotes(reject('yes'), accept('no')), ['Jane Roe: said | no (indirect)!'])
  })

  it('a rejection finds what is left of its quote, and nothing else', () => {
    const { reject, quotes } = deciding('<[P:Jane Roe]> *said* {they all left the town at noon}.')
    assert.deepEqual(quotes(reject('all left the town at noon')), [])
    assert.deepEqual(quotes(reject('at noon')), ['Jane Roe: said | they all left the town at noon (indirect)'])
  })

  it('a new one: its kind by its marks, its speaker by its source', () => {
    const { quote, quotes } = deciding(
      '[P:Jane Roe], the mayor, said it was \u201Clate\u201D.\n\n\u201CNo,\u201D she said. A clerk called it odd.'
    )
    assert.deepEqual(
      quotes(
        quote(['it was \u201Clate\u201D'], { cue: 'said', source: 'Jane Roe, the mayor' }),
        quote(['\u201CNo,\u201D'], { cue: 'said#2' }),
        quote(['it odd'], { cue: 'called', source: 'A clerk' })
      ),
      [
        'Jane Roe: said | it was \u201Clate\u201D (mixed)!',
        'nobody: said | \u201CNo,\u201D (direct)!',
        'a clerk: called | it odd (indirect)!'
      ]
    )
  })

  it('a source that only belongs to somebody is somebody else', () => {
    const { quote, quotes, entities } = deciding(
      'A spokesman for [P:Jane Roe] denied it. [P:Ada Holt]\u2019s son agreed.'
    )
    const both = [
      quote(['it'], { source: 'A spokesman for Jane Roe' }),
      quote(['agreed'], { source: 'Ada Holt\u2019s son' })
    ]
    assert.deepEqual(quotes(...both), [
      'a spokesman for Jane Roe: - | it (indirect)!',
      'Ada Holt\u2019s son: - | agreed (indirect)!'
    ])
    assert.deepEqual(entities(...both).slice(2), [
      'e3 a spokesman for Jane Roe (person): A spokesman for Jane Roe!',
      'e4 Ada Holt\u2019s son (person): Ada Holt\u2019s son!'
    ])
  })

  it('another content takes the place of the quote that it answers, and of what says the same; the speaker stays', () => {
    const { quote, quotes } = deciding('<[P:Jane Roe]> *said* {they left} and {slept}. <She> *said* {no}.')
    const whole = quote(['they left and slept'], { cue: 'said', source: 'Jane Roe', from: 0 })
    assert.deepEqual(quotes(whole), [
      'Jane Roe: said | they left and slept (indirect)!',
      'Jane Roe: said | no (indirect)'
    ])
  })

  it('less of a turn is direct as all of it is, without marks', () => {
    const { quote, source } = deciding('<[P:Jane Roe]>*:* {they left and slept}.')
    const quotes = source.analysis.quotes.map((one) => ({ ...one, kind: 'direct' as const, rule: 'turn' }))
    const turns = { ...source, analysis: { ...source.analysis, quotes } }
    const less = quote(['they left'], { cue: ':', source: 'Jane Roe', from: 0 })
    assert.deepEqual(
      applyDecisions(turns, [less], []).analysis.quotes.map(({ kind, decidedBy }) => [kind, decidedBy]),
      [['direct', 'Ann']]
    )
  })

  it('a quote that is reported in another one stays', () => {
    const { quote, quotes } = deciding('Ada Holt said that <[P:Jane Roe]> *said* {they all left the town at noon}.')
    assert.deepEqual(quotes(quote(['Jane Roe said they all left the town at noon'], { source: 'Ada Holt' })), [
      'Ada Holt: - | Jane Roe said they all left the town at noon (indirect)!',
      'Jane Roe: said | they all left the town at noon (indirect)'
    ])
  })

  it('a decided speaker is whoever has that identity, in the text or not; or nobody', () => {
    const {
      speaker,
      identity: is,
      quotes,
      entities,
      apply
    } = deciding('<[P:Jane Roe]> *said* {yes}. [P:Ada Holt] left. <She> *said* {no}.')
    assert.deepEqual(quotes(is('Ada Holt', 'Ada Holt'), speaker('yes', 'Ada Holt')).slice(0, 1), [
      'Ada Holt: said | yes (indirect)!'
    ])
    assert.deepEqual(quotes(speaker('yes', null)).slice(0, 1), ['nobody: said | yes (indirect)!'])
    const absent = speaker('yes', 'Rita Berg')
    assert.deepEqual(quotes(absent).slice(0, 1), ['Rita Berg: said | yes (indirect)!'])
    assert.deepEqual(entities(absent).at(-1), 'e3! Rita Berg (person): ')
    assert.deepEqual(apply(absent).analysis.links[0], { speaker: 'e3', quotes: [0] })
  })
})
