import assert from 'node:assert/strict'
import { loadGrammar, oniguruma, patternsOf, textmate } from './grammars'

const length = 100_000
const repeated = (part: string) => part.repeat(length / part.length)

/** Lines on which a careless expression is quadratic: marks that never close, half datelines, names without end. */
const hostileLines = [
  'a', ' ', '"', '" ', '"a ', ' "a', "'", " 'a", "'a ", "('a", "s' a ", "a's ", '\u201c', '\u201ca ', '\u201d ', '\u2018a ', ' \u2018a\u2019b', '\u2019 ', '\u00ab a', '\u201ea', "``a ", "''a ", "'' ",
  '.', '. ', 'A ', 'AA ', 'AB/', 'AB, ', 'AMMAN, ', 'AMMAN, Feb. 2 ', 'Ab ', 'Ab Cd, ', 'By Ab Cd and ', 'Reporting by Ab Cd, ', '(A', 'Prime ', 'Deputy ', 'Lt. ', 'Gov. A', 'US ', '*', '**a ', '_a ', '`a', '[a', '<b ', '\ud83d\ude00', '\u0301', '\t', '1 ', '-'
].map(repeated).concat(
  `By ${repeated('Ab ')}`, `AMMAN, ${repeated('Ab ')}`, `"${repeated('a. ')}`, `"${repeated(' ')}x`, `\u201c${repeated("it's ")}`, `${repeated('"a" ')}"`, `'${repeated("s' a, ")}`, `AMMAN (${repeated('A ')}`, `"${repeated('a ')}.`
)

describe('the grammars are fast', function () {
  this.timeout(120_000)

  // Linear ones take a few milliseconds, quadratic ones minutes; a loaded machine may be slow.
  const limit = 5_000

  for (const scope of ['text.article', 'text.html.markdown']) {
    it(`${scope}: hostile lines of ${length} characters, and the line behind them`, async () => {
      const grammar = await loadGrammar(scope)
      for (const line of hostileLines) {
        const started = performance.now()
        const { ruleStack } = grammar.tokenizeLine2(line, textmate.INITIAL)
        grammar.tokenizeLine2(line, ruleStack)
        const elapsed = performance.now() - started
        assert.ok(elapsed < limit, `${line.slice(0, 20)}: ${Math.round(elapsed)} ms`)
      }
    })
  }

  it('many short lines whose quotes never close do not pile up', async () => {
    const grammar = await loadGrammar('text.article')
    const started = performance.now()
    let state = textmate.INITIAL
    for (let count = 0; count < 20_000; count++) state = grammar.tokenizeLine2('so it was," he said, "and', state).ruleStack
    assert.ok(performance.now() - started < 3 * limit)
    assert.ok(state.depth < 10)
  })

  for (const file of ['article.tmLanguage.json', 'article.markdown-injection.tmLanguage.json']) {
    it(`${file}: each expression alone`, async () => {
      await loadGrammar('text.article')
      const scanners = patternsOf(file).map((pattern) => ({ pattern, scanner: new oniguruma.OnigScanner([pattern]) }))
      for (const line of hostileLines) {
        const text = new oniguruma.OnigString(line)
        for (const { pattern, scanner } of scanners) {
          const started = performance.now()
          scanner.findNextMatchSync(text, 0)
          const elapsed = performance.now() - started
          assert.ok(elapsed < limit, `${pattern} on ${line.slice(0, 20)}: ${Math.round(elapsed)} ms`)
        }
        text.dispose()
      }
      for (const { scanner } of scanners) scanner.dispose()
    })
  }
})
