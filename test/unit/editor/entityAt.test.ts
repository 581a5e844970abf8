import assert from 'node:assert/strict'
import { definingMention, entityAt, referencesTo } from '../../../src/editor/entityAt'
import { marked, type MarkedText } from './articleText'

const bearers = {
  a: { name: 'Mara Lind', type: 'person' },
  b: { name: 'a senior port official', type: 'person', named: false },
  c: { name: 'Port Authority of Elmshaven', type: 'organization' }
} as const

const article = marked(
  '{a:LIND} wins. {b?A senior {c:port} official} saw {a:Mara\nLind} leave. "{b~I} waved," {b?the official} said. {a:Lind} told {a~her} story to {c:Port Authority of Elmshaven}. {b~He} slept.',
  bearers,
  [{ content: '"I waved,"', source: 'the official said', speaker: 'b' }]
)

describe('going to a definition', () => {
  it('leads from a last name and a pronoun to the first full name', () => {
    assert.equal(definition(article, 'LIND'), 'Mara Lind: "Mara\nLind"')
    assert.equal(definition(article, 'her'), 'Mara Lind: "Mara\nLind"')
  })

  it('leads from a description and a pronoun to the description that says most', () => {
    assert.equal(definition(article, 'the official'), 'a senior port official: "A senior port official"')
    assert.equal(definition(article, 'He slept'), 'a senior port official: "A senior port official"')
  })

  it('stays where it is on the definition itself', () => {
    assert.equal(definition(article, 'Mara'), 'Mara Lind: "Mara\nLind"')
  })

  it('knows the innermost of mentions in each other', () => {
    assert.equal(definition(article, 'port official'), 'Port Authority of Elmshaven: "Port Authority of Elmshaven"')
    assert.equal(definition(article, 'A senior'), 'a senior port official: "A senior port official"')
  })

  it('leads from the source of a quote, and from nowhere else between mentions', () => {
    assert.equal(definition(article, 'said'), 'a senior port official: "A senior port official"')
    assert.equal(definition(article, 'waved'), 'nowhere')
    assert.equal(definition(article, 'wins'), 'nowhere')
  })

  it('takes the longest name where none is the whole one, and a pronoun where there is nothing else', () => {
    const other = marked('{a:Lind} met {a:M. Lind} and {b~he} waved.', bearers)
    assert.equal(definition(other, 'Lind'), 'Mara Lind: "M. Lind"')
    assert.equal(definition(other, 'he'), 'a senior port official: "he"')
  })
})

describe('finding references', () => {
  it('finds names, descriptions and pronouns', () => {
    assert.deepEqual(references(article, 'a', true), ['LIND', 'Mara\nLind', 'Lind', 'her'])
    assert.deepEqual(references(article, 'b', true), ['A senior port official', 'I', 'the official', 'He'])
  })

  it('leaves the definition out when asked', () => {
    assert.deepEqual(references(article, 'a', false), ['LIND', 'Lind', 'her'])
    assert.deepEqual(references(article, 'b', false), ['I', 'the official', 'He'])
  })
})

function definition({ text, analysis, at }: MarkedText, words: string): string {
  const found = entityAt(analysis, at(words) + 1)
  const target = found && definingMention({ text, markup: [] }, analysis, found.entity)
  return target ? `${found.entity.name}: "${text.slice(target.start, target.end)}"` : 'nowhere'
}

function references({ text, analysis }: MarkedText, id: string, declaration: boolean): string[] {
  const entity = analysis.entities.find((one) => one.id === id)
  assert.ok(entity)
  return referencesTo({ text, markup: [] }, analysis, entity, { declaration }).map(({ start, end }) =>
    text.slice(start, end)
  )
}
