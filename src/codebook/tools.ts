import type { LogOutputChannel } from 'vscode'
import type { Annotations } from '../workspace/annotations/annotations'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import type { ActiveCodebook } from './activeCodebook'
import type { CodingCounts } from './codingCounts'
import type { MemoDrafts } from './memos/memoDrafts'
import type { RecentCodes } from './recentCodes'

/** What the commands of the codebook and of coding work with. */
export interface CodebookTools {
  readonly annotations: Annotations
  readonly documents: ArticleDocuments
  readonly active: ActiveCodebook
  readonly counts: CodingCounts
  readonly recent: RecentCodes
  readonly drafts: MemoDrafts
  readonly log: LogOutputChannel
  /** Asks for the annotator's name where nobody has said it yet. False when the user steps back. */
  readonly askAnnotator: () => Promise<boolean>
}
