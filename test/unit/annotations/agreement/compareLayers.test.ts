import assert from 'node:assert/strict'
import { compareLayers } from '../../../../src/annotations/agreement/compareLayers'
import type { Comparison, Figure } from '../../../../src/annotations/agreement'
import { Annotator, articleOf, written } from './layers'

const text =
  'Keir Starmer said taxes will rise. Reuters asked London for a comment. "We cannot wait," she said. Nobody answered. The end.'

describe('comparing two layers', () => {
  it('asks about suggestions that both have decided about', () => {
    const { ann, ben } = both()
    ann.accept('Keir Starmer').reject('Reuters').accept('London', 'place')
    ben.accept('Keir Starmer').mark('Reuters', 'organization', { from: 'Reuters' }).accept('Nobody')
    const comparison = compare(ann, ben)
    assert.deepEqual(written(comparison), [
      '= mention "Keir Starmer": accept / accept',
      '= identity "Keir Starmer": accept / accept',
      '! mention "Reuters": reject / organization "Reuters"'
    ])
    assert.equal(comparison.undecided, 2)
    assert.deepEqual(questionsOf(comparison), [
      'mention: 2 units, 50 %, kappa 0.33, alpha 0.40',
      'type: 1 units, 100 %, kappa no-variation, alpha no-variation',
      'identity: 1 units, 100 %, kappa no-variation, alpha no-variation'
    ])
  })

  it('takes an accepted type and one that was set alike', () => {
    const { ann, ben } = both()
    ann.accept('London', 'place').accept('Keir Starmer', 'organization')
    ben
      .mark('London', 'place', { acting: true, from: 'London' })
      .mark('Keir Starmer', 'person', { from: 'Keir Starmer' })
    assert.deepEqual(questionsOf(compare(ann, ben)).slice(1, 3), [
      'type: 2 units, 50 %, kappa 0.33, alpha 0.40',
      'acting: 1 units, 0 %, kappa 0.00, alpha 0.00'
    ])
  })

  it('pairs what they marked themselves by the words it has in common', () => {
    const { ann, ben } = both()
    ann.mark('Keir Starmer', 'person').mark('London', 'place').mark('Nobody', 'person')
    ben.mark('Starmer', 'person').mark('London', 'organization').mark('taxes', 'group')
    const comparison = compare(ann, ben)
    assert.deepEqual(written(comparison), [
      '! mention "Keir Starmer": person "Keir Starmer" / person "Starmer"',
      '! mention "taxes": nothing / group "taxes"',
      '! mention "London": place "London" / organization "London"',
      '! mention "Nobody": person "Nobody" / nothing'
    ])
    assert.deepEqual(spansOf(comparison), ['mention: 3 and 3, exact F1 0.33, overlapping F1 0.67'])
  })

  it('counts a code of which somebody says that it does not apply like one that they did not give', () => {
    const { ann, ben } = both()
    ann.code('taxes', 'economy').code('Nobody', 'silence')
    ben.code('Nobody', 'silence')
    const before = compare(ann, ben)
    ben.noCode('taxes', 'economy')
    const after = compare(ann, ben)
    assert.deepEqual(after, before)
    assert.deepEqual(written(after), ['! code "taxes": economy "taxes" / nothing', '= code "Nobody": silence "Nobody" / silence "Nobody"']) // prettier-ignore
  })

  it('leaves out of the spans what the other one has not decided about', () => {
    const { ann, ben } = both()
    ann.accept('Keir Starmer').accept('London', 'place').reject('Nobody')
    ben.accept('Keir Starmer').accept('Nobody')
    assert.deepEqual(spansOf(compare(ann, ben)), ['mention: 1 and 2, exact F1 0.67, overlapping F1 0.67'])
  })

  it('compares who speaks: accepted, set by name, set by address, nobody', () => {
    const { ann, ben } = both()
    ann.acceptQuote('taxes will rise', 'Keir Starmer').speaker('We cannot wait,', 'Rachel Reeves')
    ben.speaker('taxes will rise', 'keir  st\u00E4rmer').speaker('We cannot wait,', null)
    assert.deepEqual(written(compare(ann, ben)), [
      '= quote "taxes will rise": accept / keir  st\u00E4rmer',
      '= speaker "taxes will rise": accept / keir  st\u00E4rmer',
      '= quote "We cannot wait,": Rachel Reeves / nobody',
      '! speaker "We cannot wait,": Rachel Reeves / nobody'
    ])
  })

  it('takes two people of one name for one, unless they have two addresses', () => {
    const one = both()
    one.ann.isWho('Keir Starmer', { iri: 'urn:uuid:1', name: 'Keir Starmer', type: 'person' })
    one.ben.isWho('Keir Starmer', { iri: 'https://www.wikidata.org/entity/Q1', name: 'Keir Starmer', type: 'person' })
    assert.deepEqual(written(compare(one.ann, one.ben)).slice(1), [
      '= identity "Keir Starmer": Keir Starmer / Keir Starmer'
    ])

    const two = both()
    two.ann.isWho('Keir Starmer', { iri: 'https://www.wikidata.org/entity/Q2', name: 'Keir Starmer', type: 'person' })
    two.ben.isWho('Keir Starmer', { iri: 'https://www.wikidata.org/entity/Q1', name: 'Keir Starmer', type: 'person' })
    assert.deepEqual(written(compare(two.ann, two.ben)).slice(1), [
      '! identity "Keir Starmer": Keir Starmer / Keir Starmer'
    ])

    const renamed = both()
    renamed.ann.isWho('Keir Starmer', { iri: 'urn:uuid:1', name: 'Keir Starmer', type: 'person' })
    renamed.ben.isWho('Keir Starmer', { iri: 'urn:uuid:1', name: 'Sir Keir', type: 'person' })
    assert.deepEqual(written(compare(renamed.ann, renamed.ben)).slice(1), [
      '= identity "Keir Starmer": Keir Starmer / Sir Keir'
    ])
  })

  it('counts codes by sentence and by character', () => {
    const { ann, ben } = both()
    ann.code('taxes will rise', 'economy').code('We cannot wait,', 'time').code('Nobody', 'silence')
    ben.code('Keir Starmer said taxes will rise', 'economy').code('We cannot', 'time').code('Nobody', 'absence')
    const comparison = compare(ann, ben)
    assert.deepEqual(codesOf(comparison), [
      'absence: sentences 4/5, kappa 0.00, alpha 0.00; characters 95 %; spans 0 and 1, exact 0.00, overlapping 0.00',
      'economy: sentences 5/5, kappa 1.00, alpha 1.00; characters 85 %; spans 1 and 1, exact 0.00, overlapping 1.00',
      'silence: sentences 4/5, kappa 0.00, alpha 0.00; characters 95 %; spans 1 and 0, exact 0.00, overlapping 0.00',
      'time: sentences 5/5, kappa 1.00, alpha 1.00; characters 95 %; spans 1 and 1, exact 0.00, overlapping 1.00'
    ])
    assert.deepEqual(written(comparison), [
      '! code "taxes will rise": economy "taxes will rise" / economy "Keir Starmer said taxes will rise"',
      '! code "We cannot wait,": time "We cannot wait," / time "We cannot"',
      '! code "Nobody": silence "Nobody" / absence "Nobody"'
    ])
  })

  it('counts the sentences of articles in which nobody used a code', () => {
    const first = [
      new Annotator('Ann', text).code('taxes', 'economy'),
      new Annotator('Ben', text).code('taxes', 'economy')
    ]
    const second = [new Annotator('Ann', text).accept('London'), new Annotator('Ben', text).reject('London')]
    const alone = [new Annotator('Ann', text).code('taxes', 'economy')]
    const comparison = compareLayers(
      [first, second, alone].map((annotators, index) => ({
        article: articleOf(text, `${index}.txt`),
        layers: annotators.map((annotator) => annotator.layer())
      })),
      ['Ann', 'Ben']
    )
    assert.equal(comparison.articles, 2)
    assert.deepEqual(
      comparison.codes.map(({ sentences, characters }) => [sentences.units, characters.units]),
      [[10, 2 * articleOf(text).sentences.reduce((sum, { start, end }) => sum + end - start, 0)]]
    )
  })

  it('takes several codes on the same words and a code of the whole article one by one', () => {
    const { ann, ben } = both()
    ann.code('taxes', 'economy').code('taxes', 'promise').code('', 'politics')
    ben.code('taxes', 'economy').code('', 'politics')
    assert.deepEqual(written(compare(ann, ben)), [
      '= code "": politics "" / politics ""',
      '= code "taxes": economy "taxes" / economy "taxes"',
      '! code "taxes": promise "taxes" / nothing'
    ])
  })

  it('asks whether it is an article', () => {
    const { ann, ben } = both()
    ann.decide({ kind: 'article', isArticle: true }, '')
    ben.decide({ kind: 'article', isArticle: false }, '')
    assert.deepEqual(written(compare(ann, ben)), ['! article "": an article / no article'])
  })

  it('is not led astray by names that every object has', () => {
    const { ann, ben } = both()
    ann.code('taxes', '__proto__').isWho('Reuters', { iri: '__proto__', name: 'constructor', type: 'person' })
    ben.code('taxes', 'constructor').isWho('Reuters', { iri: 'toString', name: '__proto__', type: 'person' })
    assert.deepEqual(written(compare(ann, ben)), [
      '! code "taxes": __proto__ "taxes" / constructor "taxes"',
      '= mention "Reuters": constructor / __proto__',
      '! identity "Reuters": constructor / __proto__'
    ])
  })

  it('has nothing to compare with one layer', () => {
    const { ann, ben } = both()
    ann.accept('London')
    const comparison = compare(ann, ben)
    assert.deepEqual([comparison.articles, comparison.questions, comparison.judgements], [0, [], []])
  })
})

describe('comparing three layers', () => {
  it('has figures of all, and judgements of each pair', () => {
    const [ann, ben, cleo] = ['Ann', 'Ben', 'Cleo'].map((name) => new Annotator(name, text)) as [
      Annotator,
      Annotator,
      Annotator
    ]
    ann.accept('Reuters').reject('London')
    ben.accept('Reuters').accept('London')
    cleo.reject('Reuters')
    const comparison = compareLayers(
      [{ article: articleOf(text), layers: [cleo, ann, ben].map((annotator) => annotator.layer()) }],
      ['Ann', 'Ben', 'Cleo']
    )
    assert.deepEqual(questionsOf(comparison)[0], 'mention: 2 units, 0 %, kappa 0.00, alpha -0.33')
    assert.equal(written(comparison).filter((line) => line.startsWith('! mention')).length, 3)
    assert.equal(comparison.undecided, 2)
  })
})

function both() {
  return { ann: new Annotator('Ann', text), ben: new Annotator('Ben', text) }
}

function compare(ann: Annotator, ben: Annotator): Comparison {
  const article = articleOf(text)
  const comparison = compareLayers([{ article, layers: [ann.layer(), ben.layer()] }], ['Ann', 'Ben'])
  // The other way round all figures are the same, and so is what they are about.
  const turned = compareLayers([{ article, layers: [ben.layer(), ann.layer()] }], ['Ben', 'Ann'])
  assert.deepEqual(questionsOf(turned), questionsOf(comparison))
  assert.deepEqual(
    turned.codes.map(({ code, sentences, characters, spans }) => [
      code,
      sentences,
      characters,
      spans.exact,
      spans.overlapping
    ]),
    comparison.codes.map(({ code, sentences, characters, spans }) => [
      code,
      sentences,
      characters,
      spans.exact,
      spans.overlapping
    ])
  )
  assert.deepEqual(
    turned.judgements.map(({ isAgreed }) => isAgreed).sort(),
    comparison.judgements.map(({ isAgreed }) => isAgreed).sort()
  )
  return comparison
}

function questionsOf({ questions }: Comparison): readonly string[] {
  return questions.map(
    ({ question, units, percent, kappa, alpha }) =>
      `${question}: ${units} units, ${typeof percent === 'number' ? `${Math.round(percent * 100)} %` : percent}, kappa ${figure(kappa)}, alpha ${figure(alpha)}`
  )
}

function spansOf({ spans }: Comparison): readonly string[] {
  return [...spans].map(
    ([kind, { pairs, exact, overlapping }]) =>
      `${kind}: ${pairs[0]!.first} and ${pairs[0]!.second}, exact F1 ${exact?.toFixed(2)}, overlapping F1 ${overlapping?.toFixed(2)}`
  )
}

function codesOf({ codes }: Comparison): readonly string[] {
  return codes.map(({ code, sentences, characters, spans }) => {
    const same =
      typeof sentences.percent === 'number' ? Math.round(sentences.percent * sentences.units) : sentences.percent
    const extent = typeof characters.percent === 'number' ? Math.round(characters.percent * 100) : characters.percent
    const { first = 0, second = 0 } = spans.pairs[0] ?? {}
    return `${code}: sentences ${same}/${sentences.units}, kappa ${figure(sentences.kappa)}, alpha ${figure(sentences.alpha)}; characters ${extent} %; spans ${first} and ${second}, exact ${spans.exact?.toFixed(2)}, overlapping ${spans.overlapping?.toFixed(2)}`
  })
}

function figure(value: Figure): string {
  return typeof value === 'number' ? value.toFixed(2) : value
}
