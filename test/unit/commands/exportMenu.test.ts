import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, manifestOf } from '../../../build/l10n/bundles'
import { cannotHoldText, exportMenu, lossesText, proposedFileName } from '../../../src/commands/export/exportMenu'
import { exchangeFormats, type ExchangeFormat } from '../../../src/exchange'
import { root } from '../../engine'

const subtitles: ExchangeFormat = {
  id: 'subtitles',
  label: 'Subtitles',
  description: 'quotes to be read aloud',
  suffix: '.spoken',
  extension: 'srt',
  cannotHold: ['memo', 'overlap'],
  writer: {
    kind: 'file',
    write: async function* (input) {
      for await (const { name } of input.documents()) yield name
    }
  }
}

const english = (message: string, ...values: readonly unknown[]) =>
  message.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)]))

describe('the export menu', () => {
  it('shows a format that is added to the list, in the user\u2019s language, with what it cannot hold', () => {
    const german = new Map([
      ['Subtitles', 'Untertitel'],
      ['quotes to be read aloud', 'Zitate zum Vorlesen'],
      ['overlapping annotations', '\u00FCberlappende Annotationen'],
      ['memos', 'Memos'],
      ['Cannot hold: {0}', 'Fasst nicht: {0}']
    ])
    const items = exportMenu([...exchangeFormats, subtitles], (message, ...values) =>
      english(german.get(message) ?? message, ...values)
    )
    assert.equal(items.length, exchangeFormats.length + 1)
    assert.deepEqual(items.at(-1), {
      label: 'Untertitel',
      description: 'Zitate zum Vorlesen',
      detail: 'Fasst nicht: \u00FCberlappende Annotationen, Memos',
      format: subtitles
    })
    assert.equal(proposedFileName(subtitles, 'river-talks'), 'river-talks.spoken.srt')
  })

  it('says nothing of a format that holds everything, and counts what was lost', () => {
    assert.equal(cannotHoldText({ ...subtitles, cannotHold: [] }, english), undefined)
    const losses = [
      { kind: 'overlap', count: 3 },
      { kind: 'memo', count: 1 }
    ] as const
    assert.equal(lossesText(losses, english), 'overlapping annotations (3), memos (1)')
  })

  it('has formats that can be told apart by id, label and proposed file', () => {
    const proposed = (format: ExchangeFormat) => proposedFileName(format, 'article')
    for (const nameOf of [({ id }: ExchangeFormat) => id, ({ label }: ExchangeFormat) => label, proposed]) {
      const names = exchangeFormats.map(nameOf)
      assert.deepEqual(
        names.filter((name, index) => names.indexOf(name) !== index),
        []
      )
    }
  })

  it('has formats whose ids may stand in commands and on the command line', () => {
    for (const { id } of exchangeFormats) assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  })

  it('never proposes an article itself', () => {
    const proposed = exchangeFormats.map((format) => proposedFileName(format, 'article'))
    for (const article of ['article.txt', 'article.md']) assert.ok(!proposed.includes(article), article)
  })
})

describe('the manifest', () => {
  const read = <T>(file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as T
  const prefix = 'articleAnnotator.export.'

  it('has a command for each format, in order: "npm run manifest" writes them', () => {
    const { contributes } = read<{ contributes: { commands: { command: string; title: string }[] } }>('package.json')
    const texts = read<Record<string, string>>('package.nls.json')
    assert.deepEqual(
      contributes.commands
        .filter(({ command }) => command.startsWith(prefix))
        .map(({ command, title }) => `${command}: ${texts[title.replaceAll('%', '')]}`),
      exchangeFormats.map(({ id, label }) => `${prefix}${id}: Export as ${label}\u2026`)
    )
  })

  for (const language of [undefined, ...languages])
    it(`has in ${language ?? 'English'} the command that asks for everything as the first of all exports, as the palette sorts them`, () => {
      const texts = read<Record<string, string>>(manifestOf(language))
      const { contributes } = read<{ contributes: { commands: { command: string; title: string }[] } }>('package.json')
      const titles = contributes.commands
        .filter(({ command }) => command.startsWith('articleAnnotator.export'))
        .map(({ title }) => texts[title.replaceAll('%', '')] ?? assert.fail(title))
      const [first] = titles.toSorted((a, b) => a.localeCompare(b, language ?? 'en'))
      assert.equal(first, texts['commands.export'])
    })
})
