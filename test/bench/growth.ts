import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticle } from '../../src/article'
import { loadTestEngine, root } from '../engine'
import { hostileParts as articleParts } from '../unit/article/hostileParts'
import { hostileParts as quotationParts } from '../unit/quotations/hostileParts'
import { loadGrammar, oniguruma, patternsOf, textmate } from '../unit/syntaxes/grammars'
import { hostileLines } from '../unit/syntaxes/hostileLines'
import { milliseconds } from './measure'

/** How the time for the worst of many texts grows with its length. */
export interface Growth {
  readonly what: string
  /** How many texts (or pairs of expression and text) were measured. */
  readonly cases: number
  /** The head of the text whose time grows most. */
  readonly worst: string
  /** Characters of the shortest measured length of it. */
  readonly length: number
  /** Processor time at that length, milliseconds. */
  readonly first: number
  /** The times at twice and four times the length, over the first: 2 and 4 when time is in proportion, 4 and 16 when quadratic. */
  readonly twice: number
  readonly fourTimes: number
}

interface Case {
  readonly name: string
  /** Does the work once on a text of so many characters. */
  readonly work: (length: number) => void
}

const nameParts = ['Ann ', 'a-', 'In Of ', 'Ann, the mayor of Oslo ', '(A. ', 'Ann Lee. ']

/** Time grows with the text, not with its square: hostile texts at one, two and four times a length. Linear work has ratios near 2 and 4. */
export async function measureGrowth(): Promise<readonly Growth[]> {
  const engine = await loadTestEngine()
  const repeated = (part: string, length: number) => part.repeat(Math.ceil(length / part.length))
  const articleCases = (parts: readonly string[], work: (text: string) => void): readonly Case[] =>
    parts.map((part) => ({ name: JSON.stringify(part), work: (length) => work(repeated(part, length)) }))
  return [
    worstOf(
      'reading an article',
      articleCases(articleParts, (text) => readArticle(text, 'plain'))
    ),
    worstOf(
      'names',
      articleCases(nameParts, (text) => engine.analyzeInSteps(readArticle(text, 'plain')).next())
    ),
    worstOf(
      'the whole analysis',
      articleCases([...quotationParts, ...nameParts], (text) => engine.analyze(readArticle(text, 'plain')))
    ),
    worstOf('the language configuration: words', wordCases()),
    worstOf('the grammar of plain text', await lineCases('text.article')),
    worstOf('the grammar of Markdown', await lineCases('text.html.markdown')),
    worstOf('the grammar of plain text: each expression alone', expressionCases('article.tmLanguage.json')),
    worstOf(
      'the grammar of Markdown: each expression alone',
      expressionCases('article.markdown-injection.tmLanguage.json')
    )
  ]
}

/** Too short a time is noise: the length is doubled until the work takes so many milliseconds, or is so long. */
const leastTime = 4
const shortest = 3125
const longest = 100_000

function worstOf(what: string, cases: readonly Case[]): Growth {
  const growths = cases.map(({ name, work }) => ({ name, ...growthOf(work) }))
  const measurable = growths.filter(({ first }) => first >= leastTime)
  const [worst] = (measurable.length > 0 ? measurable : growths).sort((a, b) => b.fourTimes - a.fourTimes)
  if (worst === undefined) throw new Error(`nothing to measure for ${what}`)
  const { name, length, first, twice, fourTimes } = worst
  return { what, cases: cases.length, worst: name, length, first, twice, fourTimes }
}

function growthOf(work: Case['work']): Pick<Growth, 'length' | 'first' | 'twice' | 'fourTimes'> {
  let length = shortest
  work(length)
  while (length * 4 < longest && timeOf(work, length) < leastTime) length *= 2
  const first = timeOf(work, length)
  return {
    length,
    first,
    twice: timeOf(work, 2 * length) / first,
    fourTimes: timeOf(work, 4 * length) / first
  }
}

/** The shorter of two: what else the machine does only ever adds. */
function timeOf(work: Case['work'], length: number): number {
  return Math.min(...Array.from({ length: 2 }, () => milliseconds(() => work(length))))
}

function wordCases(): readonly Case[] {
  const file = readFileSync(join(root, 'syntaxes', 'article.language-configuration.json'), 'utf8')
  const { wordPattern } = JSON.parse(file) as { readonly wordPattern: { pattern: string; flags: string } }
  const words = new RegExp(wordPattern.pattern, `${wordPattern.flags}g`)
  return ['a', "a'", 'a-', 'a.', '1,', "'", '-', 'a\u0301'].map((part) => ({
    name: JSON.stringify(part),
    work: (length) => part.repeat(length / part.length).match(words)
  }))
}

async function lineCases(scope: string): Promise<readonly Case[]> {
  const grammar = await loadGrammar(scope)
  return hostileCases((line) => {
    const { ruleStack } = grammar.tokenizeLine2(line, textmate.INITIAL)
    grammar.tokenizeLine2(line, ruleStack)
  })
}

/** One expression a case, over all lines: where one of them takes it more than linear time, that outweighs the rest. */
function expressionCases(file: string): readonly Case[] {
  return patternsOf(file).map((pattern) => {
    const scanner = new oniguruma.OnigScanner([pattern])
    return {
      name: pattern.slice(0, 30),
      work: (length) => {
        for (const line of hostileLines(length)) {
          const text = new oniguruma.OnigString(line)
          scanner.findNextMatchSync(text, 0)
          text.dispose()
        }
      }
    }
  })
}

function hostileCases(work: (line: string) => void): readonly Case[] {
  const linesOf = new Map<number, readonly string[]>()
  const lines = (length: number) => {
    const known = linesOf.get(length) ?? hostileLines(length)
    linesOf.set(length, known)
    return known
  }
  return lines(100).map((line, index) => ({
    name: JSON.stringify(line.slice(0, 12)),
    work: (length) => work(lines(length)[index] ?? '')
  }))
}
