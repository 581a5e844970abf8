import {
  languages,
  LanguageStatusSeverity,
  workspace,
  type Command,
  type Disposable,
  type LanguageStatusItem,
  type LogOutputChannel,
  type TextDocument
} from 'vscode'
import { decodeText, encodingName, fileRemarks, findSpoilage, type Encoding } from '../article'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import { activeDocument, onDidChangeActiveDocument } from '../workspace/activeDocument'
import { articleSelector, documentFormat, isArticle } from '../workspace/articleLanguage'
import { l10n } from '../workspace/l10n'
import { remarkText } from '../workspace/remarkText'
import { guarded } from './guard'
import { readingStatus } from './readingStatus'

interface Finding {
  readonly text: string
  readonly command: Command
}

/**
 * Says in the language menu of the status bar that VS Code reads the active article in a wrong encoding, or that its text was
 * spoiled before it was saved, with an offer to mend it. Nothing is said of a clean article.
 */
export function registerTextStatus(documents: ArticleDocuments, log: LogOutputChannel): Disposable {
  let item: LanguageStatusItem | undefined
  let shown: string | undefined
  let found: Finding | undefined
  const ofReading = readingStatus('articleAnnotator.readingText', l10n.t('Article Annotator: the text'))
  const showInReading = () =>
    ofReading.show(found && { icon: 'warning', text: found.command.title, detail: found.text, command: found.command })

  async function show(): Promise<void> {
    const document = activeDocument()
    if (!document || !isArticle(document) || !documents.peek(document.uri)) return ofReading.show(undefined)
    const state = `${document.uri.toString()} ${document.version}`
    if (state === shown) return showInReading()
    shown = state
    found = undefined
    const finding = await findingOf(document)
    if (shown !== state) return
    found = finding
    item?.dispose()
    item = finding && statusItem(finding)
    showInReading()
  }

  const look = () => void guarded(log, 'Looking for a wrong encoding', show)
  const listening = [onDidChangeActiveDocument(look), documents.onDidAnalyze(look), ofReading]
  look()
  return {
    dispose() {
      for (const one of listening) one.dispose()
      item?.dispose()
    }
  }
}

function statusItem({ text, command }: Finding): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('articleAnnotator.text', articleSelector)
  item.name = l10n.t('Article Annotator: the text')
  item.severity = LanguageStatusSeverity.Warning
  item.text = text
  item.command = command
  return item
}

async function findingOf(document: TextDocument): Promise<Finding | undefined> {
  const text = document.getText()
  const encoding = await betterEncoding(document, text)
  if (encoding)
    return {
      text: l10n.t('This file looks like {0} and is read as something else.', encodingName(encoding)),
      command: {
        command: 'articleAnnotator.reopenWithEncoding',
        title: l10n.t('Reopen with Encoding'),
        arguments: [document.uri.toString(), encoding]
      }
    }
  const [spoilage] = findSpoilage(text, documentFormat(document))
  return (
    spoilage && {
      text: remarkText({ kind: 'spoiled', spoilage }),
      command: { command: 'articleAnnotator.mendCopy', title: l10n.t('Mend a Copy') }
    }
  )
}

/** The encoding of the file's bytes, where the document has characters in it that stand for bytes that could not be read. */
async function betterEncoding(document: TextDocument, text: string): Promise<Encoding | undefined> {
  if (!text.includes('\uFFFD') || document.isDirty || document.isUntitled) return undefined
  const decoded = decodeText(await workspace.fs.readFile(document.uri))
  if (!('text' in decoded) || decoded.text === text) return undefined
  const remarks = fileRemarks(decoded, { text: '', format: 'plain' })
  return remarks.some(({ kind }) => kind === 'encoding') ? decoded.encoding : undefined
}
