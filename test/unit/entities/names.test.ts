import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readArticle } from '../../../src/article'
import { loadEntityModels, recognizeNames } from '../../../src/analysis/entities'
import { namesIn, readModel, shippedModels } from './support'

describe('names', () => {
  it('are found with their types', async () => {
    assert.deepEqual(
      await namesIn('Finance Minister Carla Mendes met executives of Deutsche Bank in Frankfurt on Monday.'),
      ['person Carla Mendes', 'organization Deutsche Bank', 'place Frankfurt']
    )
  })

  it('have no possessive and no title', async () => {
    assert.deepEqual(
      await namesIn("President Anna Kowalska\u2019s speech in Warsaw was long. Kowalska's aides left early."),
      ['person Anna Kowalska', 'place Warsaw', 'person Kowalska']
    )
  })

  it('stay what they are when they become short', async () => {
    const names = await namesIn(
      'Former senator Peter Langford said on Friday he would run. Langford, 61, lives in Ohio. "I am ready," Langford said.'
    )
    assert.deepEqual(
      names.filter((name) => name.includes('Langford')),
      ['person Peter Langford', 'person Langford', 'person Langford']
    )
  })

  it('have a longest length: an endless run of capitals is none, and what stands behind it is found', async () => {
    for (const run of ['Bank of ', 'Lind ', 'LIND ', 'Lind-']) {
      const names = await namesIn(`${run.repeat(400)}met.\n\nCarla Mendes spoke in Frankfurt.`)
      assert.ok(names.includes('person Carla Mendes'), run)
      assert.deepEqual(
        names.filter((name) => name.length > 220 || name.split(/[ -]/).length > 32),
        []
      )
    }
  })

  it('are told apart in hyphenated pairs', async () => {
    const names = await namesIn(
      'Fighting went on along the Sudan-Chad border.\nOfficials met for talks on the Sudan-Chad border in Khartoum.'
    )
    assert.deepEqual(
      names.map((name) => name.replace(' acting', '')),
      ['place Sudan', 'place Chad', 'place Sudan', 'place Chad', 'place Khartoum']
    )
  })

  it('inside a hyphenated word are what they are alone in the same article', async () => {
    const names = await namesIn(
      'The Azuma Front said it had taken the town. Residents of the Azuma-held town fled.\nAzuma shelled the port. France-based doctors helped.'
    )
    const alone = names.filter((name) => /\bAzuma$/.test(name))
    assert.equal(alone.length, 2, names.join(', '))
    assert.equal(new Set(alone).size, 1, names.join(', '))
    assert.ok(names.includes('place France'), names.join(', '))
  })

  it('are one where a full name of the article has the same hyphen', async () => {
    const names = await namesIn(
      '"We were lucky," said Norway coach Bente S\u00f8rli-Dahl. S\u00f8rli-Dahl said she feared for the ankles of her defenders and wanted one quiet evening.'
    )
    assert.deepEqual(
      names.filter((name) => /S\u00f8rli|Dahl/.test(name)).map((name) => name.replace(/^\S+ /, '')),
      ['Bente S\u00f8rli-Dahl', 'S\u00f8rli-Dahl']
    )
  })

  it('of authors and agencies are what byline and dateline say', async () => {
    assert.deepEqual(
      (
        await namesIn(
          'River talks break up\n\nBy Clara Imhof and Daniyar Seitkali\n\nLIMA (Northwire) \u2014 The talks broke up on Monday.\n'
        )
      )
        .slice(0, 4)
        .map((name) => name.replace(' acting', '')),
      ['person Clara Imhof', 'person Daniyar Seitkali', 'place LIMA', 'organization Northwire']
    )
  })

  it('are found in capitals: datelines and abbreviations', async () => {
    const names = await namesIn(
      'NAIROBI, March 3 (Reuters) - Kenya said on Tuesday that the U.N. would open an office in Mombasa.'
    )
    assert.deepEqual(
      names.map((name) => name.replace(' acting', '')),
      ['place NAIROBI', 'organization Reuters', 'place Kenya', 'organization U.N.', 'place Mombasa']
    )
  })

  it('of peoples are groups as nouns and nothing as adjectives', async () => {
    assert.deepEqual(
      (await namesIn('Most Egyptians supported the plan, Egyptian officials said.')).filter((name) =>
        name.includes('Egyptian')
      ),
      ['group Egyptians']
    )
  })

  it('of ordinary sentences are none', async () => {
    assert.deepEqual(
      await namesIn('The officials said on Monday that nothing had been decided. However, talks will go on.'),
      []
    )
    assert.deepEqual(await namesIn(''), [])
  })

  it('say how sure the tagger is', async () => {
    const found = recognizeNames(
      readArticle('Mayor Lena Fischer opened a school in Berlin.', 'plain'),
      await shippedModels()
    )
    assert.ok(found.length > 0)
    for (const name of found)
      assert.ok(name.rule === 'name-tagger' && name.confidence > 0.5 && name.confidence <= 1, JSON.stringify(name))
  })

  it('are the same whatever was read before', async () => {
    const text = 'The European Commission fined Siemens after a complaint by the Czech Republic, Maria Novotna said.'
    const [fresh, used] = [await loadEntityModels(readModel), await shippedModels()]
    for (let round = 0; round < 3; round++)
      recognizeNames(readArticle(`Round ${round} in Lima, Peru: Juan Perez Ltd.`, 'plain'), used)
    assert.deepEqual(
      recognizeNames(readArticle(text, 'plain'), used),
      recognizeNames(readArticle(text, 'plain'), fresh)
    )
  })

  it('are ordered, apart and inside the text, whatever the text (property)', async () => {
    const models = await shippedModels()
    const words = fc.constantFrom(
      'Ann',
      'Lee',
      'the',
      'of',
      'Bank',
      'U.S.',
      'said',
      'IN',
      'al',
      '-',
      '\u2019s',
      ',',
      '.',
      '\n',
      '\ud800',
      '\u0000',
      '\u202e',
      '\ud83d\ude00',
      'Zo\u00eb',
      '\u5317\u4eac',
      '42',
      '"'
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 }),
        fc.constantFrom(' ', ''),
        (parts, glue) => {
          const text = parts.join(glue)
          let end = 0
          for (const name of recognizeNames(readArticle(text, 'plain'), models)) {
            assert.ok(name.start >= end && name.end > name.start && name.end <= text.length)
            assert.equal(text.slice(name.start, name.end).trim(), text.slice(name.start, name.end))
            if (name.description)
              assert.ok(
                name.description.start < name.description.end &&
                  (name.description.end <= name.start || name.description.start >= name.end)
              )
            end = name.end
          }
        }
      ),
      { numRuns: 300 }
    )
  })

  it('need undamaged models', async () => {
    for (const file of ['names.bin', 'lexicon.bin', 'acting.bin']) {
      await assert.rejects(
        loadEntityModels((wanted) =>
          readModel(wanted).then((bytes) => (wanted === file ? bytes.subarray(0, bytes.length - 5) : bytes))
        ),
        new RegExp(`${file.replace('.', '\\.')} is damaged`)
      )
    }
  })
})
