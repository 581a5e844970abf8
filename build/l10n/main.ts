// Takes every text of the sources into `l10n/bundle.l10n.json`, and says what the translations lack: `npm run l10n`. With `--prune`
// it also takes out of them what is in no source any more; with `--translated` it notes that they are of the present texts of the
// manifest.
import { readFileSync, writeFileSync } from 'node:fs'
import { allTexts } from './texts'
import { bundleOf, bundles, languages, manifestOf, readTexts, translatedManifest, untranslated } from './bundles'
import { outdatedTexts, translationFaults, type Texts } from './faults'

const root = process.cwd()
const prune = process.argv.includes('--prune')
if (process.argv.includes('--translated')) write(translatedManifest, readTexts(root, manifestOf()))

const { texts, faults } = allTexts(root)
write(bundles, Object.fromEntries(texts.map((text) => [text, text])))
console.log(`${texts.length} texts in ${bundles}`)
for (const line of outdatedTexts(readTexts(root, manifestOf()), readTexts(root, translatedManifest))) console.log(line)
for (const fault of faults) console.log(`put together, cannot be translated: ${fault}`)
for (const language of languages)
  for (const [english, file] of [
    [bundles, bundleOf(language)],
    [manifestOf(), manifestOf(language)]
  ] as const) {
    const original = readTexts(root, english)
    const known = readTexts(root, file)
    const kept = Object.entries(known).filter(([key]) => !prune || Object.hasOwn(original, key))
    const order = new Map(Object.keys(original).map((key, index) => [key, index]))
    kept.sort(([a], [b]) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity))
    write(file, Object.fromEntries(kept))
    const wrong = translationFaults(original, Object.fromEntries(kept), untranslated)
    console.log(`${file}: ${wrong.length === 0 ? 'complete' : `${wrong.length} to do`}`)
    for (const line of wrong) console.log(`  ${line}`)
  }

function write(file: string, value: Texts): void {
  const written = `${JSON.stringify(value, null, 2)}\n`
  if (readIfThere(file) !== written) writeFileSync(file, written)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
