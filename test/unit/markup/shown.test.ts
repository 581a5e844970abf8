import assert from 'node:assert/strict'
import type { AnalyzedArticle } from '../../../src/analysis'
import { readArticle } from '../../../src/article'
import { articleTable } from '../../../src/cli/articleTable'
import { searchText } from '../../../src/corpus'
import { definingMention } from '../../../src/editor/entityAt'
import { outline } from '../../../src/editor/outline'
import { quoteText } from '../../../src/editor/quoteText'
import { articleSummary } from '../../../src/sidebar/summary'
import { context, surface } from '../../../src/study/surface'
import { loadTestEngine } from '../../engine'
import { exchangeFormats } from '../../../src/exchange'
import { exportOf } from '../exchange/exportOf'

const text =
  '# The *late* dam\n\nIn Oslo, **Mara** [Lind](https://example.org/lind), a&nbsp;mayor, spoke on Monday.\n\n&ldquo;The dam is *very*\nlate,&rdquo; **Lind** said.\n'

describe('the text of Markdown as a reader sees it', () => {
  let article: AnalyzedArticle

  before(async () => {
    const read = readArticle(text, 'markdown')
    const analysis = (await loadTestEngine()).analyze(read)
    article = { id: 'a', name: 'a.md', text, markup: read.markup, article: read, analysis }
  })

  it('is what every export and the table of the command line have', async () => {
    for (const format of exchangeFormats) {
      const { id, extension, writer } = format
      // The others have the text as it is in the file, so that offsets stay what they are.
      if (writer.kind !== 'file' || !['csv', 'html', 'md'].includes(extension)) continue
      const out = await exportOf(format, [article])
      assert.doesNotMatch(out, /ldquo|nbsp|example\.org|very\\?\*|Mara\\?\*/, id)
    }
    const table = articleTable(article)
    assert.match(table, /The late dam/)
    assert.match(table, /Mara Lind .*\u201CThe dam is very late,\u201D/)
  })

  it('is what the editor and the sidebar show and search', () => {
    const { analysis } = article
    const lind = analysis.entities.find(({ name }) => name === 'Mara Lind') ?? assert.fail('nobody')
    const first = definingMention(article, analysis, lind) ?? assert.fail('nowhere')
    assert.equal(text.slice(first.start, first.end), 'Mara** [Lind')
    assert.equal(surface(article, [first]), 'Mara Lind')
    assert.deepEqual(context(article, first), { before: 'In Oslo, ', after: ', a mayor, spoke on Monday.' })
    assert.equal(quoteText([first], article), 'Mara Lind')
    assert.deepEqual(
      outline(article.article, analysis, { attitudes: true }).flatMap(({ kind, name }) =>
        kind === 'quote' ? name : []
      ),
      ['Mara Lind: \u201CThe dam is very late,\u201D']
    )
    assert.equal(articleSummary(article, 0).title, 'The late dam')
    assert.equal(articleSummary(article, 0).words, 19)
    assert.match(searchText(article, analysis).quotes, /the dam is very late/)
  })
})
