import { workspace, type ConfigurationScope } from 'vscode'
import { longestArticle } from '../article'

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
  const settings = workspace.getConfiguration(settingsSection, scope)
  return {
    names: settings.get('highlight.enabled', true),
    quotes: settings.get('quotes.decorations', 'all'),
    attitudes: showsAttitudes(scope)
  }
}

/** Whether the sidebar and the editor list what people believe, want and fear beside what they say. */
export function showsAttitudes(scope?: ConfigurationScope): boolean {
  return workspace.getConfiguration(settingsSection, scope).get('quotes.showAttitudes', false)
}

/** Which descriptions and pronouns have an inlay hint that says who they are. */
export function hintedMentions(scope?: ConfigurationScope): 'off' | 'sources' | 'all' {
  return workspace.getConfiguration(settingsSection, scope).get('inlayHints', 'off')
}

export function folderSettings(scope?: ConfigurationScope): FolderSettings {
  const settings = workspace.getConfiguration(settingsSection, scope)
  return { include: settings.get('folder.include', '**/*.{txt,md}'), exclude: settings.get('folder.exclude', []) }
}

/** In UTF-16 units; longer articles are shown without analysis. At most `longestArticle`. */
export function maximumArticleSize(scope?: ConfigurationScope): number {
  return Math.min(
    workspace.getConfiguration(settingsSection, scope).get('article.maximumSize', 500_000),
    longestArticle
  )
}
