import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Texts } from './faults'

/** What the interface is translated into. */
export const languages = ['de', 'es', 'fr'] as const

export type Language = (typeof languages)[number]

/** The texts of the sources, each its own key: what a translation has to have. */
export const bundles = 'l10n/bundle.l10n.json'

export function bundleOf(language: Language): string {
  return `l10n/bundle.l10n.${language}.json`
}

/** The texts of `package.json`; in English where no language is given. */
export function manifestOf(language?: Language): string {
  return language === undefined ? 'package.nls.json' : `package.nls.${language}.json`
}

/**
 * The English texts of `package.json` of which the translations are: their keys stay when their words change. Of a bundle the words are the
 * keys.
 */
export const translatedManifest = 'l10n/package.nls.translated.json'

/** None of a file that is not there. */
export function readTexts(root: string, file: string): Texts {
  const path = join(root, file)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Texts) : {}
}

/** Names of formats and programs, which read the same in every language. */
export const untranslated: ReadonlySet<string> = new Set([
  'Prodigy / spaCy JSONL',
  'UIMA CAS JSON (INCEpTION)',
  'UIMA CAS XMI',
  'Web Annotation (JSON-LD)'
])
