import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../../engine'

describe('the webviews', () => {
  it('have no words of their own: all come from the host, translated', () => {
    const files = readdirSync(join(root, 'src', 'webview'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join('src', 'webview', name))
    assert.ok(files.length > 10)
    assert.deepEqual(
      files.flatMap((file) => wordsIn(file, readFileSync(join(root, file), 'utf8'))),
      []
    )
  })

  it('would be told of a word between tags or in a label', () => {
    const source = 'const a = <p title="Open it">{b} quotes <i aria-label={`All of ${b}`}>{"\\u00B7"}</i></p>'
    assert.deepEqual(wordsIn('a.tsx', source), ['a.tsx: Open it', 'a.tsx: quotes', 'a.tsx: `All of ${b}`'])
  })
})

const shown = /^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label)$/
/** The same in every language. */
const names = new Set(['SVG', 'PNG'])

const word = /\p{L}{2}/u

function wordsIn(file: string, source: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && word.test(node.text) && !names.has(node.text.trim())) found.push(node.text.trim())
    if (ts.isJsxAttribute(node) && shown.test(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer
      if (value && ts.isStringLiteral(value) && word.test(value.text)) found.push(value.text)
      if (value && ts.isTemplateExpression(value)) {
        const own = [value.head, ...value.templateSpans.map(({ literal }) => literal)].map(({ text }) => text)
        if (own.some((text) => word.test(text))) found.push(value.getText())
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found.map((text) => `${file}: ${text}`)
}
