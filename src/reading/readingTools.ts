import type { LogOutputChannel, Uri } from 'vscode'
import type { Annotations } from '../workspace/annotations/annotations'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import type { ArticleFolder } from '../workspace/articleFolder'
import type { KeptReadings } from './keptReadings'

/** The type of our custom editor, as the manifest has it. */
export const readingViewType = 'articleAnnotator.reading'

/** What reading views work with. */
export interface ReadingTools {
  readonly extensionUri: Uri
  readonly documents: ArticleDocuments
  readonly folder: Pick<ArticleFolder, 'snapshot'>
  readonly annotations: Pick<Annotations, 'project' | 'onDidChange'>
  readonly kept: KeptReadings
  readonly log: LogOutputChannel
}
