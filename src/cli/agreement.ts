import { Command, Option } from 'commander'
import type { Layer } from '../annotations'
import {
  agreementRows,
  compareLayers,
  rowName,
  sideFacts,
  sideText,
  type AgreementRow,
  type ArticleLayers,
  type Comparison,
  type Figure
} from '../annotations/agreement'
import { articleFormat, readArticle } from '../article'
import { writeJsonLine } from '../exchange'
import { grouped } from '../util/grouped'
import { argumentPath } from './filePaths'
import { findDecisions } from './findDecisions'
import { readText } from './inputs'
import type { FoundDecision } from './listedDecision'
import { written } from './outputs'
import type { CliPorts, ExitCode } from './ports'
import { reportTo } from './report'
import { textTable } from './textTable'

export interface AgreementOptions {
  readonly format: 'table' | 'json'
  /** Whom to compare; everybody who has decided anything where it is undefined. */
  readonly annotator?: readonly string[]
}

/** The shape of `agreement --format json`. A figure that is not defined is its reason: "no-variation", "nothing-to-compare". */
export interface AgreementResult {
  readonly annotators: readonly string[]
  readonly articles: number
  /** Suggestions that only one of two has decided about; decisions whose words are not in the text. Neither is compared. */
  readonly undecided: number
  readonly unplaced: number
  readonly figures: readonly (AgreementRow & { readonly name: string })[]
  readonly disagreements: readonly ListedDisagreement[]
}

export interface ListedDisagreement {
  readonly article: string
  readonly kind: string
  readonly words: string
  /** UTF-16 units; null for the whole article. */
  readonly span: readonly [start: number, end: number] | null
  /** What each of two says. */
  readonly sides: readonly { readonly annotator: string; readonly decided: string }[]
}

export function agreementCommand(): Command {
  const collected = (name: string, before: readonly string[] | undefined) => [...(before ?? []), name]
  return new Command('agreement')
    .description('Show how far annotators agree about the articles, and where they do not.')
    .argument('<paths...>', 'articles and folders of them, with .annotations in their folder or in one above it')
    .addOption(
      new Option('--annotator <name>', 'compare this annotator; to be repeated. Without it: all of them').argParser(
        collected
      )
    )
    .addOption(
      new Option('--format <format>', 'table: for people; json: for programs')
        .choices(['table', 'json'])
        .default('table')
    )
    .addHelpText(
      'after',
      [
        '',
        'AGREED is the share of units that all annotators answered alike, KAPPA is Cohen\u2019s (of more than two annotators the mean of',
        'all pairs), ALPHA Krippendorff\u2019s for answers without order. F1 of spans: the same words, and words in common.',
        'Units of codes are the sentences, and the characters within them. Articles count that at least two have decided about.'
      ].join('\n')
    )
}

export async function runAgreement(
  paths: readonly string[],
  { format, annotator }: AgreementOptions,
  ports: CliPorts,
  usageError: (message: string) => never
): Promise<ExitCode> {
  if (annotator && new Set(annotator).size < 2) usageError('--annotator has to be given at least twice')
  const report = reportTo(ports.errors)
  const articles = new Map<string, ArticleLayers>()
  const codes = new Map<string, string>()
  const names = new Set<string>(annotator)
  let unplaced = 0
  for await (const [article, found] of byArticle(findDecisions(paths, ports, report))) {
    for (const { project } of found.slice(0, 1)) for (const { id, name } of project.codes) codes.set(id, name)
    const wanted = found.filter((one) => !annotator || annotator.includes(one.annotator))
    for (const one of wanted) names.add(one.annotator)
    const placed = wanted.filter((one) => one.placed.isInText)
    unplaced += wanted.length - placed.length
    const layers = layersOf(placed)
    if (layers.length < 2) continue
    const text = await readText(argumentPath(article, ports.bytesOfArgument(article)))
    // Whoever found the decisions has reported it.
    if (typeof text !== 'string') continue
    const { sentences } = readArticle(text, articleFormat(article))
    articles.set(article, { article: { id: article, name: article, sentences: sentences.map(toSpan) }, layers })
  }
  const comparison = compareLayers([...articles.values()], annotator ? [...new Set(annotator)] : [...names].sort())
  const codeName = (code: string) => codes.get(code) ?? code
  await written(
    ports.output,
    format === 'json'
      ? `${writeJsonLine(toAgreement(comparison, unplaced, codeName))}\n`
      : agreementTable(toAgreement(comparison, unplaced, codeName))
  )
  return report.exitCode()
}

/** Decisions come article by article. */
async function* byArticle(
  decisions: AsyncIterable<FoundDecision>
): AsyncGenerator<readonly [article: string, decisions: readonly FoundDecision[]]> {
  let found: FoundDecision[] = []
  for await (const one of decisions) {
    const [first] = found
    if (first && first.article !== one.article) {
      yield [first.article, found]
      found = []
    }
    found.push(one)
  }
  const [first] = found
  if (first) yield [first.article, found]
}

function layersOf(found: readonly FoundDecision[]): readonly Layer[] {
  return [...grouped(found, ({ annotator }) => annotator)].map(([annotator, own]) => ({
    annotator,
    decisions: own.map(({ placed }) => placed.decision)
  }))
}

function toSpan({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end }
}

export function toAgreement(
  comparison: Comparison,
  unplaced: number,
  codeName: (code: string) => string
): AgreementResult {
  const { annotators, articles, undecided, judgements } = comparison
  return {
    annotators,
    articles,
    undecided,
    unplaced,
    figures: agreementRows(comparison).map((row) => ({ name: rowName(row, codeName), ...row })),
    disagreements: judgements
      .filter(({ isAgreed }) => !isAgreed)
      .map((judgement) => ({
        article: judgement.article,
        kind: judgement.kind,
        words: judgement.words,
        span: judgement.place && [judgement.place.start, judgement.place.end],
        sides: sideFacts(judgement).map((facts, side) => ({
          annotator: judgement.sides[side]?.annotator ?? '',
          decided: sideText(facts, codeName)
        }))
      }))
  }
}

export function agreementTable({
  annotators,
  articles,
  undecided,
  unplaced,
  figures,
  disagreements
}: AgreementResult): string {
  if (annotators.length < 2) return 'nothing to compare: only one annotator, or none, has decided anything\n'
  const answers = figures.filter(({ percent }) => percent !== null)
  const spans = figures.filter(({ percent }) => percent === null)
  const blocks = [
    [`${annotators.join(', ')}: ${articles} ${articles === 1 ? 'article' : 'articles'}`],
    textTable(
      ['QUESTION', 'UNITS', 'AGREED', 'KAPPA', 'ALPHA'],
      answers.map(({ name, units, percent, kappa, alpha }) => [
        name,
        units,
        share(percent),
        figure(kappa),
        figure(alpha)
      ])
    ),
    textTable(
      ['SPANS', 'MARKED', 'F1 EXACT', 'F1 OVERLAPPING'],
      spans.map(({ name, units, exact, overlapping }) => [name, units, figure(exact), figure(overlapping)])
    ),
    textTable(
      ['ARTICLE', 'KIND', 'WORDS', 'ONE SAYS', 'THE OTHER SAYS'],
      disagreements.map(({ article, kind, words, sides }) => [
        article,
        kind,
        words,
        ...sides.map(({ annotator, decided }) => `${annotator}: ${decided}`)
      ]),
      40
    ),
    [
      ...(undecided > 0 ? [`not compared, since only one of two has decided: ${undecided}`] : []),
      ...(unplaced > 0 ? [`not compared, since their words are not in the text: ${unplaced}`] : [])
    ]
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function share(value: Figure | null): string {
  return typeof value === 'number' ? `${(value * 100).toFixed(1)} %` : (value ?? '')
}

function figure(value: Figure | null): string {
  return typeof value === 'number' ? value.toFixed(3) : (value ?? '')
}
