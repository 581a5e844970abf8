import { Command, Option } from 'commander'
import { writeJsonLine } from '../exchange'
import { annotatorOption } from './besideArticles'
import { findDecisions } from './findDecisions'
import { listedDecision, type ListedDecision } from './listedDecision'
import { written } from './outputs'
import type { CliPorts, ExitCode } from './ports'
import { reportTo } from './report'
import { textTable } from './textTable'

export interface DecisionsOptions {
  readonly format: 'table' | 'json'
  /** Those of these annotators alone. */
  readonly annotator?: readonly string[]
}

export function decisionsCommand(): Command {
  return new Command('decisions')
    .description(
      'Show everything that researchers have decided about the articles, and whether each decision is still on its words.'
    )
    .argument('<paths...>', 'articles and folders of them, with .annotations in their folder or in one above it')
    .addOption(
      new Option('--format <format>', 'table: for people; json: an array of them')
        .choices(['table', 'json'])
        .default('table')
    )
    .addOption(annotatorOption('show'))
    .addHelpText(
      'after',
      [
        '',
        'States: placed (on its words), moved (its words are elsewhere), changed (its words were edited), ambiguous (its words are',
        'there several times), orphan (its words are gone). Offsets are UTF-16 units.'
      ].join('\n')
    )
}

export async function runDecisions(
  paths: readonly string[],
  { format, annotator }: DecisionsOptions,
  ports: CliPorts
): Promise<ExitCode> {
  const report = reportTo(ports.errors)
  const listed: ListedDecision[] = []
  for await (const found of findDecisions(paths, ports, report))
    if (!annotator || annotator.includes(found.annotator)) listed.push(listedDecision(found))
  await written(ports.output, format === 'json' ? decisionsJson(listed) : decisionsTable(listed))
  return report.exitCode()
}

/** A JSON array, a decision a line. */
export function decisionsJson(listed: readonly ListedDecision[]): string {
  return listed.length === 0 ? '[]\n' : `[\n${listed.map(writeJsonLine).join(',\n')}\n]\n`
}

export function decisionsTable(listed: readonly ListedDecision[]): string {
  const lines = textTable(
    ['ARTICLE', 'ANNOTATOR', 'DECISION', 'WORDS', 'STATE', 'TIME'],
    listed.map(({ article, annotator, kind, value, words, state, modified, created }) => [
      article,
      annotator,
      value === null ? kind : `${kind}: ${value}`,
      words,
      state,
      (modified ?? created).slice(0, 16).replace('T', ' ')
    ])
  )
  return lines.length === 0 ? 'no decisions found\n' : `${lines.join('\n')}\n`
}
