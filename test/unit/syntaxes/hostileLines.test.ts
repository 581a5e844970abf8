import assert from 'node:assert/strict'
import { loadGrammar, oniguruma, patternsOf, textmate } from './grammars'
import { hostileLines } from './hostileLines'

// What an exponential expression would never end on. How time grows with the line is measured by `npm run bench -- --growth`.
describe('the grammars on hostile lines', () => {
  const lines = hostileLines(4000)

  for (const scope of ['text.article', 'text.html.markdown']) {
    it(`${scope}: are read to their end, and so is the line behind them`, async () => {
      const grammar = await loadGrammar(scope)
      for (const line of lines) {
        const first = grammar.tokenizeLine(line, textmate.INITIAL)
        assert.ok((first.tokens.at(-1)?.endIndex ?? 0) >= line.length, line.slice(0, 20))
        const second = grammar.tokenizeLine('Then it rained.', first.ruleStack)
        assert.ok((second.tokens.at(-1)?.endIndex ?? 0) >= 'Then it rained.'.length, line.slice(0, 20))
        assert.ok(!first.stoppedEarly && !second.stoppedEarly)
      }
    })
  }

  it('quotes that never close do not pile up over many short lines', async () => {
    const grammar = await loadGrammar('text.article')
    let state = textmate.INITIAL
    for (let count = 0; count < 5000; count++)
      state = grammar.tokenizeLine2('so it was," he said, "and', state).ruleStack
    assert.ok(state.depth < 10)
  })

  for (const file of ['article.tmLanguage.json', 'article.markdown-injection.tmLanguage.json']) {
    it(`${file}: each expression alone finds nothing outside of the line`, () => {
      const scanners = patternsOf(file).map((pattern) => new oniguruma.OnigScanner([pattern]))
      for (const line of lines) {
        const text = new oniguruma.OnigString(line)
        for (const scanner of scanners) {
          const found = scanner.findNextMatchSync(text, 0)
          // A group that took no part in the match is nowhere: its start and end are the greatest number there is.
          const groups = found?.captureIndices.filter(({ start }) => start !== 2 ** 32 - 1) ?? []
          for (const { start, end } of groups) assert.ok(start <= end && end <= line.length)
        }
        text.dispose()
      }
      for (const scanner of scanners) scanner.dispose()
    })
  }
})
