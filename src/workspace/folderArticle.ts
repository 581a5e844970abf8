import type { Uri } from 'vscode'
import type { Analysis } from '../analysis'
import { articleFormat, readArticle, type Article, type ArticleFormat } from '../article'
import { digestArticle, recordAnalysis, recordDigest, recordText, type ArticleDigest } from '../corpus'
import { lazy } from '../util/lazy'
import type { KeptRecord } from './folderStore'
import type { ReadingProblem } from './folderReading'
import { articleName, fileName } from './names'
import type { Recent } from './recent'

/** The text, the reading and the analysis are made anew when they are asked for: those of a whole folder would fill the memory. */
export interface FolderArticle {
  readonly uri: Uri
  readonly name: string
  readonly text: string
  readonly reading: Article
  readonly analysis: Analysis
  /** Costs nothing: it lies unpacked. */
  readonly digest: ArticleDigest
}

/** An article of the folder without a result. */
export interface FolderProblem {
  readonly uri: Uri
  readonly name: string
  readonly problem: ReadingProblem
}

/** What was lately unpacked. */
export interface Unpacked {
  readonly text: string
  readonly analysis: Analysis
}

/** An article whose text and analysis lie packed. */
export function keptArticle(uri: Uri, kept: KeptRecord, recent: Recent<KeptRecord, Unpacked>): FolderArticle {
  const unpacked = () => recent(kept, ({ record }) => ({ text: recordText(record), analysis: recordAnalysis(record) }))
  return {
    uri,
    name: articleName(uri),
    get text() {
      return unpacked().text
    },
    get reading() {
      return readArticle(unpacked().text, articleFormat(fileName(uri)))
    },
    get analysis() {
      return unpacked().analysis
    },
    get digest() {
      return recordDigest(kept.record)
    }
  }
}

/** An article as an editor has it, saved or not. */
export function openArticle(uri: Uri, text: string, format: ArticleFormat, analysis: Analysis): FolderArticle {
  const digest = lazy(() => digestArticle(text, analysis))
  return {
    uri,
    name: articleName(uri),
    text,
    get reading() {
      return readArticle(text, format)
    },
    analysis,
    get digest() {
      return digest()
    }
  }
}
