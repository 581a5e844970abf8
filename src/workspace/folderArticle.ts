import { FileSystemError, workspace, type LogOutputChannel, type Uri } from 'vscode'
import type { Analysis, Engine } from '../analysis'
import { articleFormat, decodeText, readArticle, type Article, type ArticleFormat } from '../article'
import { contentKey, type AnalysisStore } from './analysisStore'
import { analyzeText } from './analyzeText'
import { articleName, fileName } from './names'
import { maximumArticleSize } from './settings'

export interface FolderArticle {
  readonly uri: Uri
  readonly name: string
  readonly text: string
  /** Read anew at each access: the tokens of a whole folder would fill the memory. */
  readonly reading: Article
  readonly analysis: Analysis
}

/** An article of the folder without a result: it disappeared, cannot be read, is no text, is too large, or its analysis failed. */
export interface FolderProblem {
  readonly uri: Uri
  readonly name: string
  readonly problem: 'missing' | 'unreadable' | 'binary' | 'too-large' | 'failed'
}

export interface FolderReader {
  readonly engine: Engine
  readonly store: AnalysisStore
  readonly log: LogOutputChannel
  readonly isWanted: () => boolean
}

/** A character takes at most this many bytes in UTF-8. */
const bytesPerCharacter = 4

/** One article from its file, with its kept analysis where the content is known. Undefined when nobody waits any more. Never rejects. */
export async function readFolderArticle(uri: Uri, { engine, store, log, isWanted }: FolderReader): Promise<FolderArticle | FolderProblem | undefined> {
  const name = articleName(uri)
  const withProblem = (problem: FolderProblem['problem']): FolderProblem => ({ uri, name, problem })
  const limit = maximumArticleSize(uri)
  try {
    if ((await workspace.fs.stat(uri)).size > limit * bytesPerCharacter) return withProblem('too-large')
    const bytes = await workspace.fs.readFile(uri)
    const decoded = decodeText(bytes)
    if ('problem' in decoded) return withProblem(decoded.problem)
    if (decoded.text.length > limit) return withProblem('too-large')
    const format = articleFormat(fileName(uri))
    const key = `${await contentKey(bytes)}-${format}`
    const kept = await store.get(key)
    if (kept) return folderArticle(uri, decoded.text, format, kept)
    const read = await analyzeText(engine, decoded.text, format, isWanted)
    if (!read) return undefined
    store.put(key, read.analysis)
    return folderArticle(uri, decoded.text, format, read.analysis)
  } catch (error) {
    log.warn(`${uri.toString(true)} could not be read`, error)
    return withProblem(problemOf(error))
  }
}

export function folderArticle(uri: Uri, text: string, format: ArticleFormat, analysis: Analysis): FolderArticle {
  return {
    uri,
    name: articleName(uri),
    text,
    get reading() {
      return readArticle(text, format)
    },
    analysis
  }
}

function problemOf(error: unknown): FolderProblem['problem'] {
  if (!(error instanceof FileSystemError)) return 'failed'
  return error.code === 'FileNotFound' ? 'missing' : 'unreadable'
}
