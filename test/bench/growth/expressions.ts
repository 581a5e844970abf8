import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../engine'
import { loadGrammar, oniguruma, patternsOf, textmate } from '../../unit/syntaxes/grammars'
import { hostileLines } from '../../unit/syntaxes/hostileLines'
import type { GrowthCase, GrowthGroup } from './growth'

/** What VS Code does with a line: the language configuration's words, and the grammars. */
export async function expressionGroups(): Promise<readonly GrowthGroup[]> {
  return [
    { what: 'the language configuration: words', cases: wordCases() },
    { what: 'the grammar of plain text', cases: await lineCases('text.article') },
    { what: 'the grammar of Markdown', cases: await lineCases('text.html.markdown') },
    { what: 'the grammar of plain text: each expression alone', cases: expressionCases('article.tmLanguage.json') },
    {
      what: 'the grammar of Markdown: each expression alone',
      cases: expressionCases('article.markdown-injection.tmLanguage.json')
    }
  ]
}

function wordCases(): readonly GrowthCase[] {
  const file = readFileSync(join(root, 'syntaxes', 'article.language-configuration.json'), 'utf8')
  const { wordPattern } = JSON.parse(file) as { readonly wordPattern: { pattern: string; flags: string } }
  const words = new RegExp(wordPattern.pattern, `${wordPattern.flags}g`)
  return ['a', "a'", 'a-', 'a.', '1,', "'", '-', 'a\u0301'].map((part) => ({
    name: JSON.stringify(part),
    prepare: (length) => () => void part.repeat(length / part.length).match(words)
  }))
}

async function lineCases(scope: string): Promise<readonly GrowthCase[]> {
  const grammar = await loadGrammar(scope)
  return hostileCases((line) => {
    const { ruleStack } = grammar.tokenizeLine2(line, textmate.INITIAL)
    grammar.tokenizeLine2(line, ruleStack)
  })
}

/** One expression a case, over all lines: where one of them takes it more than linear time, that outweighs the rest. */
function expressionCases(file: string): readonly GrowthCase[] {
  return patternsOf(file).map((pattern) => {
    const scanner = new oniguruma.OnigScanner([pattern])
    return {
      name: pattern.slice(0, 30),
      prepare: (length) => () => {
        for (const line of hostileLines(length)) {
          const text = new oniguruma.OnigString(line)
          scanner.findNextMatchSync(text, 0)
          text.dispose()
        }
      }
    }
  })
}

function hostileCases(work: (line: string) => void): readonly GrowthCase[] {
  const linesOf = new Map<number, readonly string[]>()
  const lines = (length: number) => {
    const known = linesOf.get(length) ?? hostileLines(length)
    linesOf.set(length, known)
    return known
  }
  return lines(100).map((line, index) => ({
    name: JSON.stringify(line.slice(0, 12)),
    prepare: (length) => () => work(lines(length)[index] ?? '')
  }))
}
