import { longestArticle } from '../article'

interface Setting<T> {
  /** What the manifest says, too. */
  readonly fallback: T
  readonly isRight: (value: unknown) => value is T
}

/** Every setting of the manifest, without its section: what it is when nobody sets it, and which values it may have. */
export const settingValues = {
  'highlight.enabled': setting(true, isBoolean),
  'highlight.persons': setting(true, isBoolean),
  'highlight.organizations': setting(true, isBoolean),
  'highlight.groups': setting(true, isBoolean),
  'highlight.places': setting(true, isBoolean),
  'highlight.quotes': setting(true, isBoolean),
  'highlight.sources': setting(true, isBoolean),
  'quotes.decorations': setting('all', isOneOf(['all', 'content', 'off'] as const)),
  'quotes.showAttitudes': setting(false, isBoolean),
  'codes.decorations': setting('all', isOneOf(['all', 'words', 'margin', 'off'] as const)),
  inlayHints: setting('off', isOneOf(['off', 'sources', 'all'] as const)),
  'folder.include': setting('**/*.{txt,md}', isString),
  'folder.exclude': setting(['**/node_modules/**', '**/.*/**', '**/README.md', '**/*.report.md'], isListOfStrings),
  'articles.include': setting([], isListOfStrings),
  'articles.exclude': setting([], isListOfStrings),
  'article.maximumSize': setting(500_000, isLength),
  annotator: setting('', isString),
  'annotations.shownLayers': setting('all', isOneOf(['all', 'own'] as const)),
  'assistants.mayPropose': setting(false, isBoolean),
  'export.offsets': setting('utf16', isOneOf(['utf16', 'codepoints'] as const))
} as const

export type SettingName = keyof typeof settingValues
export type SettingValue<Name extends SettingName> = (typeof settingValues)[Name]['fallback']

/** The value, or the default in the place of one that the setting cannot have: settings are written by hand, in files that travel. */
export function rightValue<Name extends SettingName>(name: Name, value: unknown): SettingValue<Name> {
  const { fallback, isRight } = settingValues[name]
  return isRight(value) ? value : fallback
}

/** Whether a setting has a value that it cannot have. */
export function isWrongValue(name: SettingName, value: unknown): boolean {
  return value !== undefined && !settingValues[name].isRight(value)
}

function setting<T>(fallback: T, isRight: (value: unknown) => value is T): Setting<T> {
  return { fallback, isRight }
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

function isListOfStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isString)
}

function isOneOf<const T extends string>(values: readonly T[]) {
  return (value: unknown): value is T => values.some((known) => known === value)
}

function isLength(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1000 && (value as number) <= longestArticle
}
