import { countDecisionLosses } from '../../decisionLosses'
import type { AnnotationDocument } from '../../document'
import type { ExchangeFormat, ExportInput } from '../../format'
import { gatherOverview } from '../../report/overview'
import { articleSection } from './articleSection'
import { countForbidden, type Html } from './markup'
import { beginning, articlesHeading, ending, sourcesHeading } from './frame'
import { overviewSection } from './overviewSection'
import { articlesPage, overviewPage, type ArticlesPage } from './page'
import { sourceSection, unattributedSection } from './sourceSection'

/** One page for people: an overview, who says what, and the articles with their highlights. Without scripts and without a network. */
export const htmlReport: ExchangeFormat = {
  id: 'html',
  label: 'HTML report',
  description: 'one page to read and print: sources, timeline, codes, and the articles with their highlights',
  suffix: '.report',
  extension: 'html',
  cannotHold: ['verdict', 'rejected', 'character'],
  writer: { kind: 'file', write: writeHtmlReport }
}

async function* writeHtmlReport(input: ExportInput): AsyncGenerator<string> {
  const page = yield* beforeArticles(input)
  let number = 0
  for await (const document of input.documents()) {
    reportLosses(input, document)
    countDecisionLosses(document, input, ['verdict'])
    yield articleSection(page, document, ++number).html
  }
  yield ending.html
}

/** A generator of its own, so that the overview is gone when it has ended. What is left of it for the articles. */
async function* beforeArticles(input: ExportInput): AsyncGenerator<string, ArticlesPage> {
  const page = overviewPage(input, await gatherOverview(input))
  yield beginning(page).html
  yield* htmlOf(overviewSection(page))
  yield sourcesHeading(page).html
  for (const source of page.overview.sources) yield* htmlOf(sourceSection(page, source))
  yield* htmlOf(unattributedSection(page))
  yield articlesHeading(page).html
  return articlesPage(page)
}

function* htmlOf(pieces: Iterable<Html>): Generator<string> {
  for (const { html } of pieces) yield html
}

function reportLosses({ lost }: ExportInput, { text, rejected, annotations }: AnnotationDocument): void {
  const memos = annotations.map((each) =>
    each.layer === 'memo' ? each.text : each.layer === 'code' ? (each.memo ?? '') : ''
  )
  const forbidden = [text, ...memos].reduce((sum, each) => sum + countForbidden(each), 0)
  if (forbidden > 0) lost('character', forbidden)
  if (rejected.length > 0) lost('rejected', rejected.length)
}
