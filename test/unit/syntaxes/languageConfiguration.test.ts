import assert from 'node:assert/strict'
import { readSyntax } from './grammars'

interface LanguageConfiguration {
  readonly brackets: readonly (readonly [string, string])[]
  readonly surroundingPairs: readonly (readonly [string, string])[]
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[]
  readonly wordPattern: { readonly pattern: string; readonly flags: string }
}

const configuration = JSON.parse(readSyntax('article.language-configuration.json')) as LanguageConfiguration
const wordPattern = new RegExp(configuration.wordPattern.pattern, `${configuration.wordPattern.flags}g`)
const wordsOf = (text: string) => text.match(wordPattern)?.join(' · ') ?? ''

describe('language configuration', () => {
  it('keeps the words of names whole', () => {
    assert.equal(
      wordsOf("al-Amr and Netanyahu's team met Jean-No\u00ebl O\u2019Brien\u2019s envoy"),
      "al-Amr · and · Netanyahu's · team · met · Jean-No\u00ebl · O\u2019Brien\u2019s · envoy"
    )
    assert.equal(
      wordsOf('the U.S. sent 34,789 people; "they" left. Then'),
      'the · U.S. · sent · 34,789 · people · they · left · Then'
    )
    assert.equal(wordsOf('\u0642\u0627\u0644 \u5317\u4eac S\u0303ao'), '\u0642\u0627\u0644 · \u5317\u4eac · S\u0303ao')
    assert.equal(wordsOf("the sides' plan, 'no' -- it's \u2018fine\u2019"), "the · sides · plan · no · it's · fine")
  })

  it('matches no empty word, and takes hostile words to their end', () => {
    assert.ok(!new RegExp(`^(?:${configuration.wordPattern.pattern})$`, 'u').test(''))
    for (const part of ['a', "a'", 'a-', 'a.', '1,', "'", '-', 'a\u0301']) {
      const text = part.repeat(4000 / part.length)
      assert.ok(
        (text.match(wordPattern) ?? []).every((word) => word !== ''),
        part
      )
    }
  })

  it('has pairs for straight and curly quotation marks and brackets', () => {
    const surrounding = configuration.surroundingPairs.map((pair) => pair.join(''))
    for (const pair of ['""', "''", '\u201c\u201d', '\u2018\u2019', '\u00ab\u00bb', '()', '[]'])
      assert.ok(surrounding.includes(pair), pair)
    const closing = configuration.autoClosingPairs.map(({ open, close }) => open + close)
    for (const pair of ['""', '\u201c\u201d', '\u2018\u2019', '\u00ab\u00bb', '()', '[]'])
      assert.ok(closing.includes(pair), pair)
  })

  it('does not close an apostrophe', () => {
    assert.ok(configuration.autoClosingPairs.every(({ open }) => open !== "'" && open !== '\u2019'))
  })

  it('calls no quotation mark a bracket: each paragraph of a long quote opens one, and VS Code paints the open ones red', () => {
    assert.deepEqual(configuration.brackets.flat().join(''), '()[]')
  })
})
