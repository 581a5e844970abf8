import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exchangeFormats, figureTexts, lossNames } from '../../src/exchange'
import { collectTexts, type CollectedTexts } from './collectTexts'

/** The command line speaks English. */
const spoken = /^src\/(?!cli\/).*\.tsx?$/

/** Every text of the sources that a user sees in VS Code, sorted, each once. `root` is the repository's. */
export function allTexts(root: string): { readonly texts: readonly string[]; readonly faults: readonly string[] } {
  const collected: CollectedTexts[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => spoken.test(name))
    .map((name) => collectTexts(name, readFileSync(join(root, name), 'utf8')))
  const texts = new Set([...collected.flatMap(({ texts }) => texts.map(({ text }) => text)), ...registeredTexts()])
  return {
    texts: [...texts].sort((a, b) => (a < b ? -1 : 1)),
    faults: collected.flatMap(({ faults }) => faults)
  }
}

/** Those that stand in tables of the exports, whatever is added to them. */
function registeredTexts(): readonly string[] {
  return [
    ...exchangeFormats.flatMap(({ label, description }) => [label, description]),
    ...Object.values(lossNames),
    ...Object.values(figureTexts).flatMap(({ label, definition }) => [label, definition])
  ]
}
