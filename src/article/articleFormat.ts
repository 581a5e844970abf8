import type { ArticleFormat } from './article'

const markdownEndings = ['.md', '.markdown', '.mdown', '.mkd', '.mkdn']

/** How a file of this name (or path, or VS Code language id) is read: Markdown by its ending, anything else as plain text. */
export function articleFormat(fileName: string): ArticleFormat {
  const name = fileName.toLowerCase()
  return name === 'markdown' || markdownEndings.some((ending) => name.endsWith(ending)) ? 'markdown' : 'plain'
}
