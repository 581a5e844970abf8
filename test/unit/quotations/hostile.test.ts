import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { loadTestEngine } from '../../engine'
import { hostileParts } from './hostileParts'

// How time grows with such texts is measured by `npm run bench -- --growth`.
describe('hostile text', () => {
  for (const part of hostileParts) {
    it(`of nothing but ${JSON.stringify(part)} is read to its end, and quotes stay inside it`, async () => {
      const engine = await loadTestEngine()
      const text = `${part.repeat(5000 / part.length)}\n\n\u201cNobody knows,\u201d said Ana Ortega, a nurse.\n`
      const { quotes } = engine.analyze(readArticle(text, 'plain'))
      const spans = quotes.flatMap(({ content, cue, source }) => [...content, ...(cue ?? []), ...(source ?? [])])
      for (const { start, end } of spans) assert.ok(0 <= start && start < end && end <= text.length)
      assert.ok(
        quotes.some(({ content }) => text.slice(content[0]?.start, content[0]?.end).includes('Nobody knows')),
        'the quote behind it is not found'
      )
    })
  }
})
