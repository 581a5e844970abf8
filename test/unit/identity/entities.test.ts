import assert from 'node:assert/strict'
import fc from 'fast-check'
import { entityLines, gazetteerOf, identifyMarked } from './marked'

describe('name chains', () => {
  const chains = (marked: string, ...lines: readonly string[]) => assert.deepEqual(entityLines(marked), lines)

  it('full name, last name, initials and capitals', () => {
    chains(
      '[P:BROOK] wins.\n[P:Ada Q. Brook] won. [P:Ada Brook] smiled. Ms. [P:Brook] left.',
      'Ada Q. Brook (person): BROOK, Ada Q. Brook, Ada Brook, Brook'
    )
  })

  it('two people of one last name stay two, the title tells whom a short name means', () => {
    chains(
      '[P:Ada Brook] met [P:Peter Brook]. Mr. [P:Brook] smiled. Mrs. [P:Brook] did not.',
      'Ada Brook (person): Ada Brook, Brook',
      'Peter Brook (person): Peter Brook, Brook'
    )
  })

  it('acronyms with their long form, dots or not', () => {
    chains(
      'The [O:Committee to Save Harbours] ([O:CSH]) met. [O:C.S.H.] closed.',
      'Committee to Save Harbours (organization): Committee to Save Harbours, CSH, C.S.H.'
    )
  })

  it('a short form of a body, a place with its designator', () => {
    chains(
      'The [O:Norland Supreme Court] met the [O:Supreme Court] clerk in [L:Tamar] and the [L:Tamar Strip].',
      'Norland Supreme Court (organization): Norland Supreme Court, Supreme Court',
      'Tamar Strip (place): Tamar, Tamar Strip'
    )
  })

  it('a firm without its trade, when one firm of that name is told', () => {
    chains(
      '[O:Cedar Works Engineering Ltd] paid. [O:Cedar Works] denied it.',
      'Cedar Works Engineering Ltd (organization): Cedar Works Engineering Ltd, Cedar Works'
    )
    chains(
      '[O:Cedar Motors] paid, [O:Cedar Airlines] and the [O:Tamar Harbour Ministry] did not. [O:Cedar] met [O:Tamar].',
      'Cedar Motors (organization): Cedar Motors',
      'Cedar Airlines (organization): Cedar Airlines',
      'Tamar Harbour Ministry (organization): Tamar Harbour Ministry',
      'Cedar (organization): Cedar',
      'Tamar (organization): Tamar'
    )
  })

  it('the Commission is the one commission that the text names', () => {
    chains(
      'The [O:Island Harbour Commission] met. The [O:Commission] left.',
      'Island Harbour Commission (organization): Island Harbour Commission, Commission'
    )
    chains(
      'The [O:Harbour Commission] met the [O:Ferry Commission]. The [O:Commission] left.',
      'Harbour Commission (organization): Harbour Commission',
      'Ferry Commission (organization): Ferry Commission',
      'Commission (organization): Commission'
    )
  })

  it('both names of a hyphenated pair', () => {
    chains(
      'Shots fell along the [L:Norland]-[L:Tamar] border. [L:Norland] protested.',
      'Norland (place): Norland, Norland',
      'Tamar (place): Tamar'
    )
  })

  it('descriptions and pronouns join the chain', () => {
    chains(
      'Mayor [P:Ada Brook] spoke. The mayor said she would run.\n{"Yes,"} *said* <Brook>.',
      'Ada Brook (person): Ada Brook, The mayor, she, Brook'
    )
  })

  it('"I" of a quotation of several paragraphs is who was speaking or spoken of before it, not the byline\'s author', () => {
    chains(
      'The ferry\n\nBy [P:Ada Brook]\n\nI met [P:Ola Berg] on the pier. He held a rope.\n\n\u201CI saw the lights go out.\n\n\u201CMy dog barked.\u201D\n\nI left.',
      'Ada Brook (person): Ada Brook, I, I',
      'Ola Berg (person): Ola Berg, He, I, My'
    )
  })

  it('"I" between the quotation marks of a mixed quote is its speaker', () => {
    chains(
      'By [P:Ada Brook]\n\n<[P:Ola Berg]> *says* {he has one wish. "I want rain."}',
      'Ada Brook (person): Ada Brook',
      'Ola Berg (person): Ola Berg, he, I'
    )
  })

  it('forms of address and honours are no part of a name', () => {
    chains(
      '[P:Dora Finch KC] rose. [P:Ms Finch] sat. [P:Dr. Nils Oster] left, and [P:Oster] waved.',
      'Dora Finch KC (person): Dora Finch KC, Ms Finch',
      'Nils Oster (person): Dr. Nils Oster, Oster'
    )
  })

  it('a form of address of the other gender is somebody else', () => {
    chains('[P:Dora Finch] rose. Mr [P:Finch] sat.', 'Dora Finch (person): Dora Finch', 'Finch (person): Finch')
  })

  it('half of a hyphenated last name, when nobody else has it', () => {
    chains(
      '[P:Ada Berg-Holt] rose. [P:Holt] sat, and [P:Berg-Holt] left.',
      'Ada Berg-Holt (person): Ada Berg-Holt, Holt, Berg-Holt'
    )
    chains(
      '[P:Ada Berg-Holt] rose. [P:Nils Holt] sat. [P:Holt] left.',
      'Ada Berg-Holt (person): Ada Berg-Holt',
      'Nils Holt (person): Nils Holt, Holt'
    )
  })

  it('a dateline in capitals is the place, initials stay as they are', () => {
    chains('[L:TAMAR]: Rain fell in [L:Tamar] and over [P:JFK].', 'Tamar (place): TAMAR, Tamar', 'JFK (person): JFK')
    chains('[L:TAMAR]: Rain fell. [L:USSR] stamps were dear.', 'Tamar (place): TAMAR', 'USSR (place): USSR')
  })

  it('an article in capitals gets a readable name', () => {
    chains('[L:TAMARIND CITY] slept.', 'Tamarind City (place): TAMARIND CITY')
  })
})

describe('who is shown', () => {
  const shown = (marked: string, ...lines: readonly string[]) =>
    assert.deepEqual(entityLines(marked, gazetteerOf({ Norland: 'country', Tamar: 'city' })), lines)

  it('a person without a name whom the text goes on about, and nobody who comes up once', () => {
    shown(
      'A gunman ran. He hid in a barn, and the gunman slept. A man who came left.',
      'a gunman (person): A gunman, He, the gunman'
    )
  })

  it('the country is the country, the city the city, whichever was named last', () => {
    shown(
      '[L:Norland] slept, and so did [L:Tamar]. The country is small. The city is not.',
      'Norland (place): Norland, The country',
      'Tamar (place): Tamar, The city'
    )
    shown('[L:Osk] slept. The country is small.', 'Osk (place): Osk')
  })

  it('its owner, but not it, which may be the weather; they of a people', () => {
    shown('[O:Cedar Works] sold its pier. It rained.', 'Cedar Works (organization): Cedar Works, its')
    shown('[G:Norlanders] left. They had to.', 'Norlanders (group): Norlanders, They')
  })

  it('she of what somebody says is who says it, in their own words somebody else', () => {
    shown(
      '[P:Ada Brook] met [P:Mina Holt]. <[P:Quill Vale]> *said* {she would run}.',
      'Ada Brook (person): Ada Brook',
      'Mina Holt (person): Mina Holt',
      'Quill Vale (person): Quill Vale, she'
    )
    shown(
      '[P:Ada Brook] slept. <[P:Mina Holt]> *said*: {"She is late."}',
      'Ada Brook (person): Ada Brook, She',
      'Mina Holt (person): Mina Holt'
    )
  })

  it('a team is no people, a company what the sentence before is about', () => {
    shown('[G:Norlanders] left. The team won.', 'Norlanders (group): Norlanders')
    shown(
      '{"Yes,"} *said* <[O:Cedar Works]>. [O:Osk Works] closed a pier. The company is old.\n<[O:Osk Works]> *said* {no}.',
      'Cedar Works (organization): Cedar Works',
      'Osk Works (organization): Osk Works, The company, Osk Works'
    )
  })

  it('a goalkeeper is no midfielder, but a player', () => {
    shown(
      '<The goalkeeper> *said* {yes}. The midfielder sat. The player rose.',
      'the goalkeeper (person): The goalkeeper, The player'
    )
  })
})

describe('descriptions beside names', () => {
  const descriptions = (marked: string, name: string) =>
    identifyMarked(marked).analysis.entities.find((entity) => entity.name === name)?.descriptions

  it('stand before or after, with what tells more of them', () => {
    assert.deepEqual(descriptions('The judge, [P:Ada Brook], smiled.', 'Ada Brook'), ['judge'])
    assert.deepEqual(descriptions("[L:Norland]'s special envoy, [P:Ada Brook], smiled.", 'Ada Brook'), [
      "Norland's special envoy"
    ])
    assert.deepEqual(descriptions('The envoy who mediates between both towns, [P:Ada Brook], smiled.', 'Ada Brook'), [
      'envoy'
    ])
    assert.deepEqual(descriptions("The court's first witness, former pilot [P:Ola Berg], smiled.", 'Ola Berg'), [
      "court's first witness"
    ])
    assert.deepEqual(descriptions("[P:Ola Berg], the commission's secretary-general, smiled.", 'Ola Berg'), [
      "commission's secretary-general"
    ])
  })

  it('are no list and no opening clause', () => {
    assert.deepEqual(descriptions('She met the mayor, [P:Ada Brook] and [P:Ola Berg].', 'Ada Brook'), [])
    assert.deepEqual(descriptions('After talks with the mayor, [P:Ada Brook], smiled.', 'Ada Brook'), [])
  })
})

describe('identity on hostile text', () => {
  it('keeps offsets, order and references right whatever is marked', () => {
    const word = fc.constantFrom(
      'the official',
      'he',
      'they',
      '[P:Ada Brook]',
      '[O:CSH]',
      '<the senator>',
      '{said so}',
      '<An aide to [P:Berg]>',
      '.',
      ',',
      '\n',
      '"',
      '\u2019s',
      '\ud800',
      'who',
      'and',
      'of'
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const { text, analysis } = identifyMarked(words.join(' '))
        const ids = new Set(analysis.entities.map(({ id }) => id))
        analysis.mentions.forEach((mention, index) => {
          assert.ok(mention.start >= 0 && mention.start < mention.end && mention.end <= text.length)
          assert.ok(index === 0 || analysis.mentions[index - 1]!.start <= mention.start)
          assert.ok(ids.has(mention.entity))
        })
        for (const { speaker, speakerRule } of analysis.quotes)
          assert.ok(speaker === null ? speakerRule === null : ids.has(speaker))
        assert.deepEqual(
          analysis.links.flatMap(({ quotes }) => quotes).sort((a, b) => a - b),
          analysis.quotes.flatMap(({ speaker }, index) => (speaker ? [index] : []))
        )
      }),
      { numRuns: 300 }
    )
  })
})
