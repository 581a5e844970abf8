import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Oniguruma from 'vscode-oniguruma'
import type * as TextMate from 'vscode-textmate'

/** VS Code's own engine for grammars, as the grammar tests' tool brings it. */
const ofTool = createRequire(createRequire(import.meta.url).resolve('vscode-tmgrammar-test/package.json'))
export const textmate = ofTool('vscode-textmate') as typeof TextMate
export const oniguruma = ofTool('vscode-oniguruma') as typeof Oniguruma

const root = join(import.meta.dirname, '..', '..', '..')
export const readSyntax = (file: string) => readFileSync(join(root, 'syntaxes', file), 'utf8')

const files: Readonly<Record<string, string>> = {
  'text.article': '../syntaxes/article.tmLanguage.json',
  'text.article.markdown-injection': '../syntaxes/article.markdown-injection.tmLanguage.json',
  'text.html.markdown': '../test/grammar/fixtures/host.tmLanguage.json'
}

const wasm = readFileSync(ofTool.resolve('vscode-oniguruma').replace(/main\.js$/, 'onig.wasm'))
const onigLib = oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength)).then(() => ({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text)
}))

/** The grammar of a scope, with the Markdown injection in place. */
export async function loadGrammar(scope: string): Promise<TextMate.IGrammar> {
  const registry = new textmate.Registry({
    onigLib,
    loadGrammar: (name) => {
      const file = files[name]
      return Promise.resolve(file === undefined ? null : textmate.parseRawGrammar(readSyntax(file), file))
    },
    getInjections: (name) => (name === 'text.html.markdown' ? ['text.article.markdown-injection'] : [])
  })
  const grammar = await registry.loadGrammar(scope)
  if (grammar === null) throw new Error(`no grammar of ${scope}`)
  return grammar
}

/** Every regular expression of a grammar file. */
export function patternsOf(file: string): readonly string[] {
  const patterns: string[] = []
  const collect = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && ['match', 'begin', 'end', 'while'].includes(key)) patterns.push(inner)
      else collect(inner)
    }
  }
  collect(JSON.parse(readSyntax(file)))
  return patterns
}
