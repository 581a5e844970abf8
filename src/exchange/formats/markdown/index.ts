import { countDecisionLosses } from '../../decisionLosses'
import type { ExchangeFormat, ExportInput } from '../../format'
import type { CodeLine } from '../../report/codeLines'
import { gatherOverview } from '../../report/overview'
import { wordingOf, type Wording } from '../../wording'
import { articleSection } from './articleSection'
import { heading, paragraph, text, toMarkdown } from './nodes'
import { articleTable, overviewSections, sourceSection, unattributedSection } from './overviewSections'

/**
 * A report for people: an overview, who says what in all articles, then the articles with their actors, places, quotes and codings.
 * Built as a tree, so that the writer escapes what an article's text would otherwise do to it.
 */
export const markdownReport: ExchangeFormat = {
  id: 'markdown',
  label: 'Markdown report',
  description: 'sources with their quotes, timeline, codes, then article by article, to read',
  // The report of a Markdown article must not propose the article itself; analysis of a folder leaves `.report.md` out.
  suffix: '.report',
  extension: 'md',
  cannotHold: ['verdict', 'rejected'],
  writer: { kind: 'file', write: writeMarkdownReport }
}

async function* writeMarkdownReport(input: ExportInput): AsyncGenerator<string> {
  const wording = wordingOf(input)
  const codes = yield* beforeArticles(input, wording)
  let number = 0
  for await (const document of input.documents()) {
    countDecisionLosses(document, input, ['verdict'])
    if (document.rejected.length > 0) input.lost('rejected', document.rejected.length)
    yield toMarkdown(articleSection(document, ++number, codes, wording))
  }
}

/** A generator of its own, so that the overview is gone when it has ended. What the articles need of it: the codes by their ids. */
async function* beforeArticles(
  input: ExportInput,
  wording: Wording
): AsyncGenerator<string, ReadonlyMap<string, CodeLine>> {
  const overview = await gatherOverview(input)
  const { translate } = wording
  yield* overviewSections(input, overview)
  yield* articleTable(overview, wording)
  if (overview.sources.length + overview.unattributed.length > 0)
    yield toMarkdown([heading(2, translate('Sources and their quotes'))])
  for (const source of overview.sources) yield* sourceSection(input, overview, source)
  yield* unattributedSection(overview, wording)
  yield toMarkdown([
    heading(2, translate('Article by article')),
    ...(overview.articles.length === 0 ? [paragraph(text(translate('There are no articles.')))] : [])
  ])
  return new Map(overview.codes.map((code) => [code.id, code]))
}
