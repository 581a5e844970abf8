import assert from 'node:assert/strict'
import { figureCounter } from '../../../../src/exchange/counts'
import type { AnnotationDocument } from '../../../../src/exchange/document'
import { sumOf } from '../../../../src/exchange/report/kindCounts'
import { gatherOverview, type Overview } from '../../../../src/exchange/report/overview'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { inputOf } from '../inputs'

describe("a report's overview", () => {
  it('tells who is quoted how much, and where', async () => {
    assert.deepEqual(sourcesOf(await overviewOf([plainDocument()])), [
      'Oren Vail: 2 (1 direct, 0 mixed, 1 indirect) in 1: "the plan, \u2026 was sound" 1.2; ""We will build it,"" 1.3',
      'Mara Lind (a farmer): 1 (1 direct, 0 mixed, 0 indirect) in 1: ""The dam will drown us,"" 1.1'
    ])
  })

  it('counts the same quote again once, and tells all its places', async () => {
    const again = (name: string): AnnotationDocument => ({
      ...said(name, [{ words: 'It rained.', speaker: 'mara', repeat: 7 }]),
      id: name
    })
    const overview = await overviewOf([again('one.txt'), again('two.txt')])
    assert.equal(overview.figures.quotes, 1)
    assert.deepEqual(sourcesOf(overview), [
      'Mara Lind: 1 (1 direct, 0 mixed, 0 indirect) in 2: "It rained." 1.1; "It rained." 2.1'
    ])
    assert.deepEqual(
      overview.repeats.map(({ group, places }) => [group, ...places.map((place) => overview.places.at(place).article)]),
      [[7, 1, 2]]
    )
  })

  it('does not tell of a repeated quote whose others are not in the export', async () => {
    const overview = await overviewOf([said('one.txt', [{ words: 'It rained.', speaker: 'mara', repeat: 7 }])])
    assert.deepEqual(overview.repeats, [])
  })

  it('lists attitudes without counting them', async () => {
    const overview = await overviewOf([
      said('one.txt', [{ words: 'It rained.', speaker: 'mara', act: 'attitude', kind: 'indirect' }])
    ])
    assert.equal(overview.figures.sources, 0)
    assert.deepEqual(sourcesOf(overview), ['Mara Lind: 0 (0 direct, 0 mixed, 0 indirect) in 0: "It rained." 1.1'])
  })

  it('has the codebook in its order with all its codes, and then the codes that it lacks', async () => {
    const document = plainDocument()
    const codings = document.annotations.filter(({ layer }) => layer === 'code')
    const lost = codings.map((coding) => ({ ...coding, id: 'c9', code: 'urn:code:gone' }))
    const overview = await overviewOf([document, { ...document, annotations: [...codings, ...lost] }])
    assert.deepEqual(
      overview.codes.map(({ path, codings: count, articles }) => `${path.join(' > ')}: ${count} in ${articles}`),
      ['Fear: 2 in 2', 'Fear > Emoji \u{1F600}: 0 in 0', '=cmd ]]> "x" </b>: 0 in 0', 'urn:code:gone: 1 in 1']
    )
  })

  it('gives the numbers of the one definition', async () => {
    const documents = [plainDocument(), ...tortureDocuments()]
    const counter = figureCounter({ attitudes: false })
    documents.forEach((document) => counter.add(document))
    const overview = await overviewOf(documents)
    assert.deepEqual(overview.figures, counter.figures())
    assert.equal(overview.figures.sources, overview.sources.filter(({ kinds }) => sumOf(kinds) > 0).length)
    assert.equal(overview.figures.quotes, sum(overview.articles.map(({ kinds }) => sumOf(kinds))))
    assert.equal(
      overview.figures.quotes,
      sum(overview.sources.map(({ kinds }) => sumOf(kinds))) + overview.unattributed.length
    )
  })
})

function said(name: string, quotes: NonNullable<Parameters<typeof documentOf>[0]['quotes']>): AnnotationDocument {
  return documentOf({
    name,
    text: 'Mara Lind said: It rained.\n',
    entities: [{ id: 'mara', name: 'Mara Lind' }],
    quotes
  })
}

function overviewOf(documents: readonly AnnotationDocument[]): Promise<Overview> {
  return gatherOverview(inputOf(documents))
}

function sourcesOf({ sources, places: all }: Overview): readonly string[] {
  return sources.map(({ name, descriptions, kinds, articles, quotes }) => {
    const described = descriptions.length > 0 ? ` (${descriptions.join(', ')})` : ''
    const counts = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`)
    const places = quotes
      .map((place) => all.at(place))
      .map(({ words, article, quote }) => `"${words}" ${article}.${quote}`)
    return `${name}${described}: ${sumOf(kinds)} (${counts.join(', ')}) in ${articles}: ${places.join('; ')}`
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
