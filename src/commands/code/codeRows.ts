import type { Disposable } from 'vscode'
import { l10n } from '../../workspace/l10n'
import { anchorAt, factAt, giveCodes, type Edit } from '../../annotations'
import { articleLayers } from '../../codebook/layeredArticles'
import { performStep } from '../../codebook/performStep'
import { pickCodes } from '../../codebook/pickCodes'
import type { CodebookTools } from '../../codebook/tools'
import { plainCommand } from '../decide/perform'
import type { DecideTools } from '../decide/place'
import { articlesOfRows, rowsArgument } from '../decide/rowsOfArticles'

/** Codes what several rows of a list stand for, of one article or of many, as one step. */
export function registerCodeRows(tools: CodebookTools, deciding: DecideTools): Disposable {
  return plainCommand(deciding, 'codeRows', async (argument): Promise<void> => {
    const rows = rowsArgument(argument)
    if (rows.length === 0 || !(await tools.askAnnotator())) return
    const title = rows.length === 1 ? l10n.t('Code 1 passage') : l10n.t('Code {0} passages', rows.length)
    const picked = await pickCodes(tools, { title, several: true })
    if (!picked || picked.give.length === 0) return
    const { annotations, recent } = tools
    const give = picked.give.map(({ id }) => id)
    const edits: Edit[] = [...picked.edits]
    for (const { uri, article, rows: own } of await articlesOfRows(deciding, rows)) {
      const targets = own.map((row) => {
        const fact = row.about === 'quote' ? factAt(article, row) : undefined
        const pieces = (fact?.about === 'quote' && article.analysis.quotes[fact.index]?.content) || [row]
        return pieces.map((piece) => anchorAt(article.text, piece))
      })
      edits.push(
        ...giveCodes(articleLayers(annotations, uri), targets, { give }, annotations.annotator(), (content, place) =>
          annotations.draft(content, place)
        )
      )
    }
    const names = picked.give.map(({ name }) => name).join(', ')
    if (performStep(tools, l10n.t('Code {0} passages as {1}', rows.length, names), edits)) recent.used(give)
  })
}
