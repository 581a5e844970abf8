import assert from 'node:assert/strict'
import { collectTexts } from '../../../build/l10n/collectTexts'

describe('the texts of a source file', () => {
  it('are the literals that stand first in a call of a translation', () => {
    assert.deepEqual(
      textsOf(
        "l10n.t('{0} quotes', count)",
        "translate(\n  'A \\u201Cname\\u201D'\n)",
        'const label = translatable(`No value`)',
        "isOne ? l10n.t('one') : wording.translate('many')",
        "l10n.t(isOne ? 'a' : 'b')"
      ),
      ['{0} quotes', 'A \u201Cname\u201D', 'No value', 'one', 'many', 'a', 'b']
    )
  })

  it('are not those of other calls, nor values that were marked elsewhere', () => {
    assert.deepEqual(textsOf('l10n.t(format.label)', "log.info('Read')", "format('x', 1)", "// l10n.t('comment')"), [])
  })

  it('are also the problems that a room which reads files tells', () => {
    const source =
      "problems.tell(path, 'It is not in UTF-8')\nreturn { message: 'It has no annotations' }\nbroken('Its version, {0}, is not known', 7)"
    const found = (file: string) => collectTexts(file, source).texts.map(({ text }) => text)
    assert.deepEqual(found('src/exchange/formats/a.ts'), [
      'It is not in UTF-8',
      'It has no annotations',
      'Its version, {0}, is not known'
    ])
    assert.deepEqual(found('src/editor/a.ts'), [])
  })

  it('cannot be put together', () => {
    const { faults } = collectTexts(
      'src/a.ts',
      "\nl10n.t(`${count} quotes`)\nl10n.t('Read ' + name)\nl10n.t({ message: 'x' })"
    )
    assert.deepEqual(faults, [
      'src/a.ts:2: `${count} quotes`',
      "src/a.ts:3: 'Read ' + name",
      "src/a.ts:4: { message: 'x' }"
    ])
  })
})

function textsOf(...lines: readonly string[]): readonly string[] {
  return collectTexts('src/a.ts', lines.join('\n')).texts.map(({ text }) => text)
}
