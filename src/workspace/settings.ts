import { workspace, type ConfigurationScope } from 'vscode'
import type { HighlightId } from '../protocol/common'
import { rightValue, type SettingName, type SettingValue } from './settingValues'

export const settingsSection = 'articleAnnotator'

/** What the editor highlights of an article: nothing at all where highlighting is off. */
export type Highlights = Readonly<Record<HighlightId, boolean>>

export interface FolderSettings {
  readonly include: string
  readonly exclude: readonly string[]
}

/** Whether anything of ours may be seen in the text of articles. */
export function highlightsText(scope?: ConfigurationScope): boolean {
  return read('highlight.enabled', scope)
}

export function highlights(scope?: ConfigurationScope): Highlights {
  const isOn = (id: HighlightId) => highlightsText(scope) && isSwitchedOn(id, scope)
  return {
    persons: isOn('persons'),
    organizations: isOn('organizations'),
    groups: isOn('groups'),
    places: isOn('places'),
    quotes: isOn('quotes'),
    sources: isOn('sources')
  }
}

/** Whether the sidebar and the editor list what people believe, want and fear beside what they say. */
export function showsAttitudes(scope?: ConfigurationScope): boolean {
  return read('quotes.showAttitudes', scope)
}

/** Where the editor shows codes and memos: below the words, in the margin, both, or nowhere. */
export function shownCodes(scope?: ConfigurationScope): 'all' | 'words' | 'margin' | 'off' {
  if (!highlightsText(scope)) return 'off'
  return read('codes.decorations', scope)
}

/** Which descriptions and pronouns have an inlay hint that says who they are. */
export function hintedMentions(scope?: ConfigurationScope): 'off' | 'sources' | 'all' {
  return read('inlayHints', scope)
}

export function folderSettings(scope?: ConfigurationScope): FolderSettings {
  return { include: read('folder.include', scope), exclude: read('folder.exclude', scope) }
}

/** Globs, each against the path below the workspace's folder. */
export interface ArticlePatterns {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** Which files are articles, or none, whatever their text looks like. */
export function articlePatterns(scope?: ConfigurationScope): ArticlePatterns {
  return { include: read('articles.include', scope), exclude: read('articles.exclude', scope) }
}

/** In UTF-16 units; longer articles are shown without analysis. At most `longestArticle`. */
export function maximumArticleSize(scope?: ConfigurationScope): number {
  return read('article.maximumSize', scope)
}

/** Who decides: the annotator's name; undefined until somebody has said it. */
export function annotatorName(): string | undefined {
  return read('annotator', undefined).trim() || undefined
}

/** Whose decisions are shown. */
export function shownLayers(): 'all' | 'own' {
  return read('annotations.shownLayers', undefined)
}

/** Whether assistants in VS Code's chat may propose something, for people to accept or reject. */
export function assistantsMayPropose(): boolean {
  return read('assistants.mayPropose', undefined)
}

/** What offsets count in those exports that leave it open. */
export function exportOffsets(): 'utf16' | 'codepoints' {
  return read('export.offsets', undefined)
}

/** A value that the setting cannot have is its default here; `wrongSettings.ts` tells the user. */
function read<Name extends SettingName>(name: Name, scope: ConfigurationScope | undefined): SettingValue<Name> {
  return rightValue(name, workspace.getConfiguration(settingsSection, scope).get(name))
}

/** Before there was a switch for each, one setting said it for quotes and sources: it holds where the switch was never touched. */
function isSwitchedOn(id: HighlightId, scope: ConfigurationScope | undefined): boolean {
  if ((id === 'quotes' || id === 'sources') && !isSet(`highlight.${id}`, scope)) {
    const former = read('quotes.decorations', scope)
    return former === 'all' || (former === 'content' && id === 'quotes')
  }
  return read(`highlight.${id}`, scope)
}

function isSet(name: SettingName, scope: ConfigurationScope | undefined): boolean {
  const values = workspace.getConfiguration(settingsSection, scope).inspect(name) ?? {}
  return Object.entries(values).some(
    ([where, value]) => /Value$/.test(where) && where !== 'defaultValue' && value !== undefined
  )
}
