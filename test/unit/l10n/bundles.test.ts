import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  bundleOf,
  bundles,
  languages,
  manifestOf,
  readTexts,
  translatedManifest,
  untranslated
} from '../../../build/l10n/bundles'
import { outdatedTexts, translationFaults } from '../../../build/l10n/faults'
import { allTexts } from '../../../build/l10n/texts'
import { root } from '../../engine'

describe('the translations', () => {
  it('begin with every text of the sources (npm run l10n)', function () {
    this.timeout(60_000)
    const { texts, faults } = allTexts(root)
    assert.deepEqual(faults, [])
    const known = readTexts(root, bundles)
    const missing = texts.filter((text) => !Object.hasOwn(known, text))
    const left = Object.keys(known).filter((text) => !texts.includes(text))
    assert.deepEqual({ missing, left }, { missing: [], left: [] })
  })

  it('of the manifest have each of its texts, and no others', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8')
    const used = new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!))
    assert.deepEqual(Object.keys(readTexts(root, manifestOf())).sort(), [...used].sort())
  })

  it('of the manifest leave no text in it', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly contributes: { readonly languageModelTools: readonly Readonly<Record<string, unknown>>[] }
    }
    // What tools are called and take is told to language models, not to the user.
    const { languageModelTools, ...contributes } = manifest.contributes
    assert.deepEqual(plainTexts(contributes), [])
    for (const { displayName, userDescription } of languageModelTools)
      for (const text of [displayName, userDescription]) assert.match(String(text), /^%.+%$/)
  })

  it('of the manifest are of its present texts (npm run l10n -- --translated)', () => {
    assert.deepEqual(outdatedTexts(readTexts(root, manifestOf()), readTexts(root, translatedManifest)), [])
  })

  for (const language of languages) {
    it(`are complete in ${language}`, () => {
      const english = readTexts(root, bundles)
      assert.deepEqual(translationFaults(english, readTexts(root, bundleOf(language)), untranslated), [])
    })

    it(`of the manifest are complete in ${language}`, () => {
      const english = readTexts(root, manifestOf())
      assert.deepEqual(translationFaults(english, readTexts(root, manifestOf(language)), untranslated), [])
    })
  }
})

/** What a user would read in English whatever their language is. */
function plainTexts(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return shown.test(key) && !value.startsWith('%') && /[a-z]/i.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => plainTexts(inner, Array.isArray(value) ? key : name))
}

const shown =
  /^(title|label|name|description|markdownDescription|enumDescriptions|markdownEnumDescriptions|contents|altText|category|deprecationMessage|patternErrorMessage|placeholder)$/
