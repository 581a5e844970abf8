import { workspace, type ConfigurationScope } from 'vscode'
import { rightValue, type SettingName, type SettingValue } from './settingValues'

export const settingsSection = 'articleAnnotator'

export interface HighlightSettings {
  /** Whether the names of actors and places are coloured. */
  readonly names: boolean
  /** Which parts of quotes are decorated. */
  readonly quotes: 'all' | 'content' | 'off'
  /** Also what people believe, want and fear, not only what they say. */
  readonly attitudes: boolean
}

export interface FolderSettings {
  readonly include: string
  readonly exclude: readonly string[]
}

export function highlightSettings(scope?: ConfigurationScope): HighlightSettings {
  return {
    names: read('highlight.enabled', scope),
    quotes: read('quotes.decorations', scope),
    attitudes: showsAttitudes(scope)
  }
}

/** Whether the sidebar and the editor list what people believe, want and fear beside what they say. */
export function showsAttitudes(scope?: ConfigurationScope): boolean {
  return read('quotes.showAttitudes', scope)
}

/** Where the editor shows codes and memos: below the words, in the margin, both, or nowhere. */
export function shownCodes(scope?: ConfigurationScope): 'all' | 'words' | 'margin' | 'off' {
  return read('codes.decorations', scope)
}

/** Which descriptions and pronouns have an inlay hint that says who they are. */
export function hintedMentions(scope?: ConfigurationScope): 'off' | 'sources' | 'all' {
  return read('inlayHints', scope)
}

export function folderSettings(scope?: ConfigurationScope): FolderSettings {
  return { include: read('folder.include', scope), exclude: read('folder.exclude', scope) }
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

/** What offsets count in those exports that leave it open. */
export function exportOffsets(): 'utf16' | 'codepoints' {
  return read('export.offsets', undefined)
}

/** A value that the setting cannot have is its default here; `wrongSettings.ts` tells the user. */
function read<Name extends SettingName>(name: Name, scope: ConfigurationScope | undefined): SettingValue<Name> {
  return rightValue(name, workspace.getConfiguration(settingsSection, scope).get(name))
}
