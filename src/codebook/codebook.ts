import type { Disposable, ExtensionContext, LogOutputChannel, TreeView } from 'vscode'
import { disposableList } from '../util/disposable'
import type { Annotations } from '../workspace/annotations/annotations'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import { activeCodebook } from './activeCodebook'
import { codebookView } from './codebookView'
import { codingCounts } from './codingCounts'
import { codingsView } from './codingsView'
import { registerCodeShortcut } from './commands/codeShortcut'
import { registerCodingsCommands } from './commands/codingsCommands'
import { registerDeleteCodes } from './commands/deleteCodes'
import { registerDescribeCode } from './commands/describeCode'
import { registerMergeCodes } from './commands/mergeCodes'
import { registerMoveCodes } from './commands/moveCodes'
import { registerNewCode } from './commands/newCode'
import { registerRecolorCodes } from './commands/recolorCodes'
import { registerRenameCode } from './commands/renameCode'
import { registerRevealCoding } from './commands/revealCoding'
import { registerCodeMemo } from './commands/codeMemo'
import { registerShowCodebook } from './commands/showCodebook'
import { memoDrafts } from './memos/memoDrafts'
import { registerMemoFiles } from './memos/memoFiles'
import { recentCodes } from './recentCodes'
import type { CodebookTools } from './tools'

export interface CodebookOptions {
  readonly annotations: Annotations
  readonly documents: ArticleDocuments
  readonly log: LogOutputChannel
  /** Asks for the annotator's name where nobody has said it yet. False when the user steps back. */
  readonly askAnnotator: () => Promise<boolean>
}

/** What coding works with, and who owns it. */
export interface CodebookRoom extends Disposable {
  readonly tools: CodebookTools
  readonly view: TreeView<string>
}

/** Registers the codebook and the view of codings with their commands, and the memos' documents. */
export function registerCodebook(
  { workspaceState }: Pick<ExtensionContext, 'workspaceState'>,
  { annotations, documents, log, askAnnotator }: CodebookOptions
): CodebookRoom {
  const owned = disposableList()
  const tools: CodebookTools = {
    annotations,
    documents,
    log,
    askAnnotator,
    active: owned.add(activeCodebook(annotations)),
    counts: owned.add(codingCounts(annotations)),
    recent: recentCodes(workspaceState),
    drafts: memoDrafts(workspaceState)
  }
  const codebook = owned.add(codebookView(tools))
  const codings = owned.add(codingsView(tools, codebook.view))
  for (const registered of [
    ...registerNewCode(tools, codebook),
    registerRenameCode(tools, codebook),
    registerRecolorCodes(tools, codebook),
    registerDescribeCode(tools, codebook),
    registerCodeShortcut(tools, codebook),
    ...registerMoveCodes(tools, codebook),
    registerMergeCodes(tools, codebook),
    registerDeleteCodes(tools, codebook),
    registerCodeMemo(tools, codebook),
    ...registerCodingsCommands(tools, codings),
    registerRevealCoding(tools),
    registerShowCodebook(),
    registerMemoFiles(tools, tools.drafts)
  ])
    owned.add(registered)
  return { tools, view: codebook.view, dispose: () => owned.dispose() }
}
