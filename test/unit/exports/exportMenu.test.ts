import assert from 'node:assert/strict'
import { exportMenu, proposedFileName } from '../../../src/commands/exportMenu'
import { exportFormats, type ExportFormat } from '../../../src/exports'

const subtitles: ExportFormat = {
  id: 'subtitles',
  label: 'Subtitles',
  description: 'quotes to be read aloud',
  suffix: '.spoken',
  extension: 'srt',
  write: async function* (articles) {
    for await (const { name } of articles) yield name
  }
}

describe('the export menu', () => {
  it('shows a format that is added to the list, in the user\u2019s language, and proposes its file name', () => {
    const german = new Map([
      ['Subtitles', 'Untertitel'],
      ['quotes to be read aloud', 'Zitate zum Vorlesen']
    ])
    const items = exportMenu([...exportFormats, subtitles], (message) => german.get(message) ?? message)
    assert.equal(items.length, exportFormats.length + 1)
    assert.deepEqual(items.at(-1), {
      label: 'Untertitel',
      description: 'Zitate zum Vorlesen',
      format: subtitles
    })
    assert.equal(proposedFileName(subtitles, 'river-talks'), 'river-talks.spoken.srt')
  })

  it('has formats that can be told apart by id, label and proposed file', () => {
    for (const nameOf of [
      ({ id }: ExportFormat) => id,
      ({ label }: ExportFormat) => label,
      (format: ExportFormat) => proposedFileName(format, 'article')
    ])
      assert.equal(new Set(exportFormats.map(nameOf)).size, exportFormats.length)
  })

  it('never proposes an article itself', () => {
    const proposed = exportFormats.map((format) => proposedFileName(format, 'article'))
    for (const article of ['article.txt', 'article.md']) assert.ok(!proposed.includes(article), article)
  })
})
