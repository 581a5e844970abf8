import { languages, RelativePattern, workspace, type TextDocument, type Uri } from 'vscode'
import { articlePatterns, type ArticlePatterns } from './settings'

/**
 * Whether the settings' patterns say that a file is an article, or none; undefined where they say nothing of it. What both say is
 * an article: an exception to what is left out. VS Code itself matches the patterns, against the path below the workspace's folder.
 */
export function articleBySetting(uri: Uri, { include, exclude }: ArticlePatterns = articlePatterns(uri)) {
  if (matches(uri, include)) return true
  return matches(uri, exclude) ? false : undefined
}

/** The same for thousands of files: the settings of a folder are read once until `forget` is called. */
export function rememberedPatterns(): { bySetting(uri: Uri): boolean | undefined; forget(): void } {
  const known = new Map<string, ArticlePatterns>()
  return {
    bySetting(uri) {
      const folder = workspace.getWorkspaceFolder(uri)?.uri.toString() ?? ''
      const patterns = known.get(folder) ?? articlePatterns(uri)
      known.set(folder, patterns)
      return articleBySetting(uri, patterns)
    },
    forget: () => known.clear()
  }
}

function matches(uri: Uri, patterns: readonly string[]): boolean {
  if (patterns.length === 0) return false
  const folder = workspace.getWorkspaceFolder(uri)
  // Only a document's address and language are looked at; a file of the folder need not be open for it.
  const file = { uri, languageId: 'plaintext' } as TextDocument
  return patterns.some(
    (pattern) => languages.match({ pattern: folder ? new RelativePattern(folder, pattern) : pattern }, file) > 0
  )
}
