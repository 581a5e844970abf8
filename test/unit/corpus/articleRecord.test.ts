import assert from 'node:assert/strict'
import { join } from 'node:path'
import {
  digestEntityNumbers,
  digestQuotes,
  digestWords,
  entityCounts,
  entityNumber,
  isRecord,
  linkSummaries,
  packRecord,
  stringPool,
  quoteFacts,
  recordDigest,
  recordFacts,
  recordSearchText,
  recordSummary,
  searchText,
  summarize
} from '../../../src/corpus'
import type { AnalyzedArticle } from '../../../src/analysis'
import { analyzeFolder, root } from '../../engine'

describe('an article as bytes', () => {
  let files: readonly AnalyzedArticle[]
  before(async () => {
    files = await analyzeFolder(join(root, 'samples'))
  })

  it('gives back its text and analysis to the letter', () => {
    for (const { name, article, analysis } of files) {
      const record = packRecord({ text: article.text, markup: [], analysis })
      assert.deepEqual(recordFacts(record), { text: article.text, markup: [], analysis }, name)
    }
  })

  it('links as the analysis itself does, under whatever name', () => {
    const kept = stringPool()
    const packed = files.map(({ name, article, analysis }) =>
      recordSummary(packRecord({ text: article.text, markup: [], analysis }), `folder/${name}`, kept)
    )
    const plain = files.map(({ name, article, analysis }) =>
      summarize({ id: `folder/${name}`, text: article.text, markup: [], analysis })
    )
    assert.deepEqual(packed, plain)
    assert.deepEqual(linkSummaries(packed), linkSummaries(plain))
  })

  it('keeps who a person said that somebody is', () => {
    const [{ text, analysis }] = files as [AnalyzedArticle]
    const decided = {
      ...analysis,
      entities: analysis.entities.map((entity, index) => (index % 2 === 0 ? { ...entity, identity: 'urn:x' } : entity))
    }
    const record = packRecord({ text, markup: [], analysis: decided })
    assert.deepEqual(
      recordSummary(record, 'a', stringPool()),
      summarize({ id: 'a', text, markup: [], analysis: decided })
    )
  })

  it('counts what a list over a folder counts, without being unpacked', () => {
    for (const { article, analysis } of files) {
      const digest = recordDigest(packRecord({ text: article.text, markup: [], analysis }))
      assert.deepEqual(
        analysis.entities.map(({ id }) => entityCounts(digest, id)),
        analysis.entities.map(({ mentions }) => {
          const acting = mentions.filter((index) => analysis.mentions[index]?.acting).length
          return { acting, other: mentions.length - acting }
        })
      )
      assert.equal(digestQuotes(digest), analysis.quotes.length)
      assert.deepEqual(
        analysis.quotes
          .map((_, index) => quoteFacts(digest, index))
          .map((facts) => [facts?.kind, facts?.isAttitude, facts?.isUnattributed]),
        analysis.quotes.map(({ kind, act, speaker }) => [kind, act === 'attitude', speaker === null])
      )
    }
    const spoken = (start: number, end: number) =>
      ({
        content: [{ start, end }],
        cue: null,
        source: null,
        kind: 'mixed',
        act: 'speech',
        speaker: null,
        speakerRule: null,
        rule: 'example',
        confidence: 1
      }) as const
    const digest = recordDigest(
      packRecord({
        text: 'One two, three.',
        markup: [],
        analysis: { mentions: [], entities: [], quotes: [spoken(0, 7), spoken(0, 15)], links: [] }
      })
    )
    assert.deepEqual(
      [digestWords(digest), quoteFacts(digest, 0)?.words, quoteFacts(digest, 1)?.words, quoteFacts(digest, 2)],
      [3, 2, 3, undefined]
    )
    assert.deepEqual(entityCounts(digest, 'e1'), { acting: 0, other: 0 })
  })

  it('keeps fields of the analysis that nobody here knows', () => {
    const { text, analysis } = files[0] ?? assert.fail('no samples')
    const entities = analysis.entities.map((entity) => ({ ...entity, identity: `https://example.org/${entity.id}` }))
    const quotes = analysis.quotes.map((quote) => ({
      ...quote,
      rule: 'decided',
      confidence: 1,
      note: ['\u00E9', null]
    }))
    const decided = { ...analysis, entities, quotes, marks: { e1: ['code'] } }
    assert.deepEqual(recordFacts(packRecord({ text, markup: [], analysis: decided })).analysis, decided)
  })

  it('has the words that a filter looks through, an entity and a quote each', () => {
    for (const { text, analysis } of files) {
      const words = recordSearchText(packRecord({ text, markup: [], analysis }))
      assert.deepEqual(words, searchText({ text, markup: [] }, analysis))
      assert.equal(words.entities.split('\0').length - 1, analysis.entities.length)
      assert.equal(words.quotes.split('\0').length - 1, analysis.quotes.length)
      assert.deepEqual(
        digestEntityNumbers(recordDigest(packRecord({ text, markup: [], analysis }))),
        analysis.entities.map(({ id }) => entityNumber(id))
      )
    }
  })

  it('is much smaller than the objects, and no other bytes are taken for it', () => {
    const { article, analysis } = files[0] ?? assert.fail('no samples')
    const record = packRecord({ text: article.text, markup: [], analysis })
    assert.ok(record.length < 0.6 * JSON.stringify(analysis).length + article.text.length, `${record.length} bytes`)
    assert.ok(isRecord(record))
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array(64),
      record.slice(0, -4),
      record.slice(4),
      new Uint8Array([...record, 0, 0, 0, 0])
    ])
      assert.ok(!isRecord(bytes))
  })

  it('may be empty, and may hold marks, emoji and halves of pairs', () => {
    const empty = { mentions: [], entities: [], quotes: [], links: [] }
    assert.deepEqual(recordFacts(packRecord({ text: '', markup: [], analysis: empty })).analysis, empty)
    for (const text of ['\uFEFFa', 'a\0b', '\u{1F600} \u202Eabc', 'half \uD83D pair'])
      assert.equal(recordFacts(packRecord({ text, markup: [], analysis: empty })).text, text)
  })
})
