import type { AnalyzedArticle } from '../analysis'

/**
 * Writes articles as pieces of text that make up one file. Asks for an article only when it is done with the one before,
 * and takes its `text`, `article` and `analysis` at most once and only if needed: of a folder each is made anew when it is
 * taken. Keeps nothing of an article but what it writes, so that any number of articles fits into memory.
 */
export type ArticleWriter = (articles: ArticleStream) => AsyncIterable<string>

export type ArticleStream = Iterable<AnalyzedArticle> | AsyncIterable<AnalyzedArticle>

/**
 * A file format, with all that the commands say of it. An article's `name` is what the reader of the file sees of where it
 * comes from. The file is to be stored as UTF-8.
 */
export interface ExportFormat {
  /** What keybindings and other extensions call it. */
  readonly id: string
  /** What the menu and the title of the save dialog call it, in English: see `exportMenu` in `src/commands`. */
  readonly label: string
  /** What is in it and what it is good for, in English, beside the label in the menu. */
  readonly description: string
  /**
   * Comes between the article's or folder's name and the extension in the file name that is proposed: `""` or with a dot in
   * front. Two formats with the same extension need different ones.
   */
  readonly suffix: string
  /** Without a dot. */
  readonly extension: string
  readonly write: ArticleWriter
}
