import assert from 'node:assert/strict'
import fc from 'fast-check'
import { toLinks } from '../../../../src/cli/links'
import { linkSummaries, mapSummary, shardRecord, summarize, type KeyedLine } from '../../../../src/corpus'
import { packNumbers, splitCodes, textCode, unpackNumbers } from '../../../../src/corpus/keyed/codes'
import { readTextField, textField } from '../../../../src/corpus/keyed/keys'
import { wordingSets } from '../../../../src/corpus/keyed/wordingSets'
import { article } from '../marked'
import { arbitraryArticles } from './arbitraryArticles'
import { partlyReduced, reduced } from './reduced'

const mapped = (id: string, marked: string, place = id): readonly KeyedLine[] =>
  mapSummary(summarize(article(id, marked)), place)

describe('links as a stream of records', () => {
  it('is the same as links in one process, whatever the articles', () => {
    fc.assert(
      fc.property(arbitraryArticles, (articles) => {
        const summaries = articles.map(summarize)
        const { result, failures } = reduced(summaries.flatMap((summary) => mapSummary(summary, summary.id)))
        assert.deepEqual(failures, [])
        assert.equal(JSON.stringify(result), JSON.stringify(toLinks(linkSummaries(summaries))))
      }),
      { numRuns: 400 }
    )
  })

  it('and in whatever order records arrive, some of them twice, and in parts', () => {
    fc.assert(
      fc.property(arbitraryArticles, fc.nat(4), fc.infiniteStream(fc.nat(99)), (articles, parts, random) => {
        const summaries = articles.map(summarize)
        const lines = summaries.flatMap((summary) => mapSummary(summary, summary.id))
        const twice = [...lines, ...lines.filter(() => random.next().value < 30)]
        const made = parts === 0 ? twice : [...partlyReduced(twice, parts), ...partlyReduced(twice, parts)]
        const { result, failures } = reduced(made)
        assert.deepEqual(failures, [])
        assert.equal(JSON.stringify(result), JSON.stringify(toLinks(linkSummaries(summaries))))
      }),
      { numRuns: 200 }
    )
  })

  it('leaves out an article whose id another one has, and says where both are', () => {
    const one = mapped('x', '<[P:Ada Brook]> *said* {the ferry will sail at noon unless the storm grows}.', 'a.jsonl:9')
    const other = mapped(
      'x',
      '<[P:Paul Stone]> *said* {the ferry will sail at noon unless the storm is there}.',
      'a.jsonl:10'
    )
    const third = mapped('y', '<[P:Stone]> *said* {the ferry will sail at noon unless the storm grows}.', 'a.jsonl:11')
    const { result, failures } = reduced([...other, ...third, ...one])
    assert.deepEqual(failures, ['a.jsonl:10: the id "x" was there before, in a.jsonl:9'])
    assert.deepEqual(result, reduced([...one, ...third]).result)
  })

  it('says that one article was analyzed twice, and differently', () => {
    const one = mapped('x', '<[P:Ada Brook]> *said* {yes}.')
    const other = mapped('x', '<[P:Ada Brook]> *said* {no, not at all, never}.')
    assert.deepEqual(reduced([...one, ...other]).failures, ['x: was analyzed twice, and is not the same: "x"'])
  })

  it('says what is missing', () => {
    const lines = mapped(
      'x',
      '<[P:Ada Brook]> *said* {the ferry will sail at noon}. <An aide from Tamar> *said* {yes}.'
    )
    for (const section of ['b', 'c', 'd']) {
      const without = lines.filter((line) => !line.startsWith(section))
      assert.match(reduced(without).failures.join(), /records are not those of the articles.* are missing/, section)
    }
    const shards = [shardRecord({ index: 1, of: 3 }), shardRecord({ index: 3, of: 3 }), ...lines]
    assert.deepEqual(reduced(shards).failures, ['shard 2 of 3 is missing'])
  })

  it('refuses what is not in order, no record, or parts of one bucket from two partial reduces', () => {
    const lines = mapped('x', '<[P:Ada Brook]> *said* {yes}.')
    const parts = (id: string, name: string) => partlyReduced(mapped(id, `<[P:${name}]> *said* {yes}.`), 1)
    assert.throws(() => reduced([...lines, 'hello']), /is no record/)
    assert.throws(() => reduced([...lines, 'z!a\t1']), /is no record that links/)
    assert.throws(() => reduced([...parts('x', 'Ada Brook'), ...parts('y', 'Paul Brook')]), /parts of one bucket/)
  })
})

describe('fields of a key', () => {
  it('come back, in printable ASCII, in the order of the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const [one, other] = [`${textField(a)}!`, `${textField(b)}!`]
        assert.equal(readTextField(one.slice(0, -1)), a)
        assert.match(one, /^[#-~]*!$/)
        assert.equal(one < other, a < b)
      })
    )
  })
})

describe('codes', () => {
  it('numbers come back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 32 - 1)), (numbers) => {
        assert.deepEqual([...unpackNumbers(packNumbers(numbers))], numbers)
      })
    )
  })

  it('different texts have different codes, equal ones the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), (texts) => {
        const codes = texts.map(textCode)
        assert.equal(new Set(codes).size, texts.length)
        assert.deepEqual(splitCodes(codes.join('')), texts.map(textCode))
      })
    )
  })
})

describe('sets of wordings', () => {
  it('joins chains of any length', () => {
    const sets = wordingSets()
    const wording = (number: number) => (number * 2 ** 20 + 7).toString(16).padStart(13, '0')
    for (let number = 1; number < 5000; number++)
      if (number % 100 !== 0) sets.join(wording(number), wording(number - 1))
    assert.equal(sets.setOf(wording(5000)), undefined)
    const names = Array.from({ length: 5000 }, (_, number) => sets.setOf(wording(number)))
    for (let number = 1; number < 5000; number++) assert.equal(names[number] === names[number - 1], number % 100 !== 0)
  })
})
