import assert from 'node:assert/strict'
import { join } from 'node:path'
import { quoteKinds } from '../../../src/analysis'
import { readArticle } from '../../../src/article'
import { analyzeFolder, root } from '../../engine'

describe('the kind of a quote by its marks alone', () => {
  const examples: readonly (readonly [text: string, content: string, kind: string])[] = [
    ['She said \u201Cwe won\u201D.', 'we won', 'direct'],
    ['She said \u201Cwe won\u201D.', '\u201Cwe won\u201D', 'direct'],
    ['She said they \u201Cwon\u201D.', 'they \u201Cwon\u201D', 'mixed'],
    ['She said they won.', 'they won', 'indirect'],
    ["'We won,' she said. The workers' hall closed.", 'We won', 'direct'],
    ["It's the workers' hall, she said.", 'the workers', 'indirect'],
    ['\u201CNobody won.\n\nThey lost.', 'They lost', 'indirect']
  ]
  for (const [text, content, kind] of examples)
    it(`${JSON.stringify(content)} of ${JSON.stringify(text)} is ${kind}`, () => {
      const start = text.indexOf(content)
      assert.equal(quoteKinds({ text, markup: [] })([{ start, end: start + content.length }]), kind)
    })

  it('of what Markdown shows', () => {
    const text = 'He said it.\n\nShe said &ldquo;we **won**&rdquo; *yesterday*.'
    const { markup } = readArticle(text, 'markdown')
    const start = text.indexOf('&ldquo;')
    const kindOf = quoteKinds({ text, markup })
    assert.equal(kindOf([{ start, end: text.indexOf(' *yesterday') }]), 'direct')
    assert.equal(kindOf([{ start, end: text.length }]), 'mixed')
  })

  it('is what the engine says of the samples, but for turns, which are direct without marks', async () => {
    for (const { name, text, markup, analysis } of await analyzeFolder(join(root, 'samples'))) {
      const kindOf = quoteKinds({ text, markup })
      assert.deepEqual(
        analysis.quotes.map(({ content, rule }) => (rule === 'turn' ? 'direct' : kindOf(content))),
        analysis.quotes.map(({ kind }) => kind),
        name
      )
    }
  })
})
