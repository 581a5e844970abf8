import type { Disposable } from 'vscode'
import { l10n } from '../../workspace/l10n'
import { acceptFacts, factAt, rejectFacts, type Deciding, type Edit, type Fact } from '../../annotations'
import { disposableList } from '../../util/disposable'
import { knownAnnotator, performStep, plainCommand } from './perform'
import { decidingOn, say, type DecideTools } from './place'
import { articlesOfRows, rowsArgument } from './rowsOfArticles'

/** Accepts or rejects what several rows of a list stand for, of one article or of many, as one step. */
export function registerSeveralRows(tools: DecideTools): Disposable {
  const owned = disposableList()
  owned.add(
    plainCommand(tools, 'acceptRows', (argument) =>
      decideRows(tools, argument, acceptFacts, (count) => l10n.t('Accept {0} suggestions', count))
    )
  )
  owned.add(
    plainCommand(tools, 'rejectRows', (argument) =>
      decideRows(tools, argument, rejectFacts, (count) => l10n.t('Reject {0} suggestions', count))
    )
  )
  return owned
}

async function decideRows(
  tools: DecideTools,
  argument: unknown,
  make: (deciding: Deciding, facts: readonly Fact[]) => readonly Edit[],
  label: (count: number) => string
): Promise<unknown> {
  const rows = rowsArgument(argument)
  if (rows.length === 0 || !(await knownAnnotator(tools))) return undefined
  const edits: Edit[] = []
  let count = 0
  for (const { uri, article, rows: own } of await articlesOfRows(tools, rows)) {
    const facts = own.flatMap((row) => factAt(article, row) ?? [])
    const made = make(decidingOn(tools, uri, article), facts)
    if (made.length > 0) count += facts.length
    edits.push(...made)
  }
  if (edits.length === 0) return say(l10n.t('Nothing to do: this is decided already.'))
  return performStep(tools, { label: label(count), edits })
}
