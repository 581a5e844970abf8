import assert from 'node:assert/strict'
import { namesIn } from './support'

describe('names that form and neighbours show', () => {
  it('hold a nickname in marks or brackets', async () => {
    for (const [open, close] of [
      ['"', '"'],
      ['\u201c', '\u201d'],
      ['\u2018', '\u2019'],
      ['(', ')']
    ] as const) {
      const name = `Peter ${open}Rusty${close} Langford`
      assert.deepEqual(await namesIn(`Former mayor ${name} said on Monday that he would run.`), [`person ${name}`])
    }
  })
  it('hold no words of others and no party', async () => {
    assert.deepEqual(await namesIn('Langford "lied to the council", Councillor Anna Kowalska said.'), [
      'person Langford',
      'person Anna Kowalska'
    ])
    assert.deepEqual(
      await namesIn('Peter Langford (Labour) and Anna Kowalska (Greens) spoke.').then((names) =>
        names.filter((name) => name.startsWith('person'))
      ),
      ['person Peter Langford', 'person Anna Kowalska']
    )
  })
  it('have no rank before and no honour behind them', async () => {
    assert.deepEqual(await namesIn('Judge Peter Langford KC spoke first. Supt Anna Kowalska agreed.'), [
      'person Peter Langford',
      'person Anna Kowalska'
    ])
  })
  it('have no office before them whose capitals the text explains', async () => {
    assert.deepEqual(
      (
        await namesIn('The Special Envoy (SE) for the lakes, Peter Langford, was late. SE Langford said he was sorry.')
      ).filter((name) => name.startsWith('person')),
      ['person Peter Langford', 'person Langford']
    )
  })
  it('with a hyphen are one behind a first name, and then alone', async () => {
    assert.deepEqual(await namesIn('Miriam Adeyemi-Falk runs the port. On Monday Adeyemi-Falk said that it rained.'), [
      'person Miriam Adeyemi-Falk',
      'person Adeyemi-Falk'
    ])
  })
  it('may have the last name first in a list', async () => {
    assert.deepEqual(await namesIn('Those elected are Langford, Peter; Kowalska, Anna; and Mendes, Carla.'), [
      'person Langford, Peter',
      'person Kowalska, Anna',
      'person Mendes, Carla'
    ])
    assert.ok(!(await namesIn('Langford, Anna and Carla were elected on Monday.')).includes('person Langford, Anna'))
  })
  it('of seats are places', async () => {
    assert.ok((await namesIn('Anna Kowalska, the Labour MP for Leeds, said she was glad.')).includes('place Leeds'))
  })
  it('of rivers and lakes are places wherever the article tells so', async () => {
    for (const told of ['the banks of the Tarrow', 'the Tarrow river', 'the Tarrow River'])
      for (const name of await namesIn(`The Tarrow said nothing. Houses stood on ${told}. The Tarrow rises in Norway.`))
        assert.match(name, /^place /)
  })
  it('are none: offices in capitals, slugs, a first word in capitals', async () => {
    assert.deepEqual(await namesIn('The CFO and the HR chief left the company on Monday.'), [])
    assert.deepEqual(await namesIn('A SHIP has run aground near Oslo.'), ['place Oslo'])
    assert.ok(!(await namesIn('UPDATE: The road to Oslo is open.')).some((name) => name.includes('UPDATE')))
  })
  it('of a city and its country are two, though the comma is forgotten', async () => {
    assert.deepEqual(await namesIn('He was born in Frankfurt Germany and lives in New Mexico.'), [
      'place Frankfurt',
      'place Germany',
      'place New Mexico'
    ])
  })
})
