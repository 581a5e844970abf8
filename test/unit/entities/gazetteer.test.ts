import assert from 'node:assert/strict'
import { readModel } from './support'
import { loadEntityModels, resolvePlaces, type Gazetteer } from '../../../src/analysis/entities'

const model = readModel
const line = (gazetteer: Gazetteer, name: string) => {
  const place = gazetteer.lookUp(name)[0]
  return place ? `${place.name}, ${place.countryName} (${place.kind})` : 'unknown'
}

describe('gazetteer', () => {
  let gazetteer: Gazetteer
  before(async () => {
    gazetteer = (await loadEntityModels(model)).gazetteer
  })

  it('knows countries under the names that news uses', () => {
    for (const name of ['US', 'U.S.', 'United States', 'the United States', 'AMERICA'])
      assert.equal(line(gazetteer, name), 'United States, United States (country)')
    assert.equal(line(gazetteer, 'Britain'), 'United Kingdom, United Kingdom (country)')
    assert.equal(line(gazetteer, 'Ivory Coast'), 'Ivory Coast, Ivory Coast (country)')
  })

  it('knows cities under their English names, capitals under their present ones', () => {
    assert.equal(line(gazetteer, 'Geneva'), 'Gen\u00e8ve, Switzerland (city)')
    assert.equal(line(gazetteer, 'St. Petersburg'), 'Saint Petersburg, Russia (city)')
    assert.match(line(gazetteer, 'Astana'), /, Kazakhstan \(capital\)$/)
  })

  it('puts the most likely place first and keeps the others', () => {
    assert.equal(line(gazetteer, 'Cairo'), 'Cairo, Egypt (capital)')
    assert.equal(line(gazetteer, 'Paris'), 'Paris, France (capital)')
    assert.ok(gazetteer.lookUp('Paris').some((place) => place.country === 'US'))
    assert.equal(line(gazetteer, 'Washington'), 'Washington, D.C., United States (capital)')
  })

  it('gives coordinates in degrees and the number of inhabitants', () => {
    const [place] = gazetteer.lookUp('Nairobi')
    assert.ok(place && Math.abs(place.latitude + 1.29) < 0.1 && Math.abs(place.longitude - 36.82) < 0.1)
    assert.ok((place.population ?? 0) > 2_000_000)
    assert.ok((gazetteer.lookUp('Kenya')[0]?.population ?? 0) > 40_000_000)
    assert.equal(gazetteer.lookUp('Scandinavia')[0]?.population, null)
  })

  it('ignores case, accents and hyphens', () => {
    assert.equal(line(gazetteer, 'sao paulo'), 'S\u00e3o Paulo, Brazil (city)')
    assert.equal(line(gazetteer, 'BOGOTA'), 'Bogot\u00e1, Colombia (capital)')
    assert.equal(line(gazetteer, 'Port au Prince'), 'Port-au-Prince, Haiti (capital)')
  })

  it('knows peoples by their countries', () => {
    const country = (word: string) => gazetteer.demonym(word)?.name ?? 'unknown'
    assert.deepEqual(['Egyptian', 'French', 'Qataris', 'Palestinians', 'Swedes', 'Tuesday'].map(country), [
      'Egypt',
      'France',
      'Qatar',
      'Palestine',
      'Sweden',
      'unknown'
    ])
  })

  it('says nothing about names that it does not know', () => {
    for (const name of ['', '\ud800', 'Xyzzyville', 'constructor', '__proto__'])
      assert.deepEqual(gazetteer.lookUp(name), [])
  })

  it('rejects damaged files', async () => {
    await assert.rejects(
      loadEntityModels((file) =>
        model(file).then((bytes) => (file === 'places.bin' ? bytes.subarray(0, 1000) : bytes))
      ),
      /places\.bin is damaged/
    )
    await assert.rejects(
      loadEntityModels((file) => (file === 'countries.tsv' ? Promise.resolve(new Uint8Array()) : model(file))),
      /countries\.tsv is damaged/
    )
  })
})

describe('resolving ambiguous places', () => {
  let gazetteer: Gazetteer
  before(async () => {
    gazetteer = (await loadEntityModels(model)).gazetteer
  })
  const chosen = (...names: string[]) =>
    [...resolvePlaces(names, gazetteer)].map(([name, [place]]) => `${name}: ${place?.countryName ?? ''}`)

  it('follows the other places of the article', () => {
    assert.deepEqual(chosen('Georgia', 'Tbilisi'), ['Georgia: Georgia', 'Tbilisi: Georgia'])
    assert.deepEqual(chosen('Georgia', 'Atlanta', 'Alabama'), [
      'Georgia: United States',
      'Atlanta: United States',
      'Alabama: United States'
    ])
    assert.deepEqual(chosen('Valencia', 'Venezuela', 'Caracas').slice(0, 1), ['Valencia: Venezuela'])
    assert.deepEqual(chosen('Valencia', 'Madrid', 'Spain').slice(0, 1), ['Valencia: Spain'])
  })

  it('keeps the alternatives and leaves unknown names out', () => {
    const places = resolvePlaces(['Birmingham', 'Nowhereton'], gazetteer)
    assert.deepEqual(
      places
        .get('Birmingham')
        ?.slice(0, 2)
        .map((place) => place.country),
      ['GB', 'US']
    )
    assert.equal(places.has('Nowhereton'), false)
  })
})
