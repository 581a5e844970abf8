import { window, type ExtensionContext } from 'vscode'
import { registerAnalyzeFolder } from './commands/analyzeFolder'
import { registerDecideCommands } from './commands/decide'
import { registerCodeCommands } from './commands/code'
import { knownAnnotator } from './commands/decide/perform'
import { registerExport } from './commands/export/registerExport'
import { registerFirstSight } from './commands/firstSight'
import { registerImport } from './commands/import/registerImport'
import { registerMendCopy } from './commands/mendCopy'
import { registerOpenSamples } from './commands/openSamples'
import { registerReopenWithEncoding } from './commands/reopenWithEncoding'
import { registerPeekMentions } from './commands/peekMentions'
import { registerRevealSpan } from './commands/revealSpan'
import { registerShowNoArticles } from './commands/showNoArticles'
import { registerShowSidebar } from './commands/showSidebar'
import { registerToggleHighlighting } from './commands/toggleHighlighting'
import { registerComparison } from './comparison/registerComparison'
import { registerArticleWrap } from './editor/articleWrap'
import { registerCodeActions } from './editor/codeActions'
import { registerCodebook } from './codebook/codebook'
import { registerCodeDecorations } from './editor/codeDecorations'
import { registerCodeHover } from './editor/codeHover'
import { registerDefinition } from './editor/definition'
import { registerDocumentHighlights } from './editor/documentHighlights'
import { registerDocumentSymbols } from './editor/documentSymbols'
import { registerHighlights } from './editor/highlights'
import { registerHover } from './editor/hover'
import { registerInlayHints } from './editor/inlayHints'
import { registerReferences } from './editor/references'
import { registerSemanticTokens } from './editor/semanticTokens'
import { registerStatus } from './editor/status'
import { registerTextStatus } from './editor/textStatus'
import { registerWorkspaceSymbols } from './editor/workspaceSymbols'
import { registerLanguageTools } from './languageTools/registerLanguageTools'
import { registerOverview } from './overview/overview'
import { registerQuotesPanel } from './quotesPanel/quotesPanel'
import { keptReadings } from './reading/keptReadings'
import { registerReading } from './reading/registerReading'
import { registerSidebar } from './sidebar/sidebar'
import { study } from './study/study'
import { windowSettings } from './study/windowSettings'
import { annotatorSettings } from './workspace/annotations/annotatorSettings'
import { decidingInSteps } from './workspace/annotations/decidingInSteps'
import { journalFile } from './workspace/annotations/journalFile'
import { offerStrayLayers } from './workspace/annotations/offerStrayLayers'
import { projectAnnotations } from './workspace/annotations/projectAnnotations'
import { showDecisions } from './workspace/annotations/showDecisions'
import { showAnnotationsProblems } from './workspace/annotations/showProblems'
import { workspaceHomes } from './workspace/annotations/workspaceHomes'
import { analyzerSource } from './workspace/analyzerSource'
import { ArticleDocuments } from './workspace/articleDocuments'
import { editorTexts } from './workspace/editorTexts'
import { engineSource } from './workspace/engineSource'
import { ArticleFolder } from './workspace/articleFolder'
import { analysisCache } from './workspace/extension'
import { keptSuggestions } from './workspace/folderArticle'
import { workspaceFiles } from './workspace/folderFiles'
import { installedLanguageModel, threadFiles } from './workspace/threadFiles'
import { windowThread } from './workspace/windowThread'
import { printableLog } from './workspace/printableLog'
import { registerWrongSettings } from './workspace/wrongSettings'

export function activate(context: ExtensionContext): void {
  const log = printableLog(window.createOutputChannel('Article Annotator', { log: true }))
  const engine = engineSource(context.extensionUri, log)
  const storage = context.storageUri ?? context.globalStorageUri
  const annotations = projectAnnotations({
    homes: workspaceHomes(storage),
    journal: journalFile(storage),
    texts: editorTexts,
    settings: annotatorSettings,
    log
  })
  const languageModel = installedLanguageModel(context.extensionUri, log)
  const thread =
    languageModel && windowThread({ files: () => threadFiles(context.extensionUri), languageModel, engine, log })
  const documents: ArticleDocuments = new ArticleDocuments({
    texts: editorTexts,
    engine,
    whole: thread,
    known: (uri, text) => keptSuggestions(folder.article(uri), text),
    decisions: decidingInSteps(annotations),
    log
  })
  const folder = new ArticleFolder({
    files: workspaceFiles(log),
    documents,
    engine,
    decisions: annotations,
    analyzers: analyzerSource({
      extensionUri: context.extensionUri,
      whole: thread && { languageModel, thread },
      log
    }),
    ...(languageModel && { versionOf: (of) => languageModel.versionOf(of) }),
    cache: analysisCache(context, log),
    log
  })

  const codebook = registerCodebook(context, {
    annotations,
    documents,
    log,
    askAnnotator: async () => (await knownAnnotator({ annotations })) !== undefined
  })

  const shown = study({ folder, annotations, settings: windowSettings, kept: context.workspaceState })
  const sidebar = registerSidebar(context, documents, folder, annotations, shown, log)

  context.subscriptions.push(
    annotations,
    documents,
    folder,
    ...(thread ? [thread, languageModel] : []),
    showDecisions(annotations, documents, editorTexts),
    offerStrayLayers(annotations, documents, log),
    showAnnotationsProblems(annotations, log),
    registerSemanticTokens(documents, log),
    registerHighlights(documents),
    registerCodeDecorations(documents, annotations),
    registerHover(documents, folder, annotations, log),
    registerCodeActions(documents, log),
    registerCodeHover(documents, annotations, log),
    registerDefinition(documents, log),
    registerReferences(documents, folder, log),
    registerDocumentHighlights(documents, log),
    registerDocumentSymbols(documents, log),
    registerWorkspaceSymbols(documents, folder, log),
    registerInlayHints(documents, log),
    registerStatus(documents, languageModel),
    registerArticleWrap(documents, log),
    registerTextStatus(documents, log),
    codebook,
    registerCodeCommands(codebook, { annotations, documents, folder, log }),
    shown,
    sidebar,
    registerReading({
      extensionUri: context.extensionUri,
      documents,
      folder,
      annotations,
      kept: keptReadings(context.workspaceState),
      log
    }),
    registerOverview(context, { folder, study: shown, log }),
    registerQuotesPanel(context, { study: shown, folder, log }),
    registerAnalyzeFolder(folder, log),
    registerShowNoArticles(folder),
    registerImport({ documents, folder, annotations, log }),
    registerExport({ documents, folder, annotations, sidebar, state: context.workspaceState, log }),
    registerComparison(context, annotations, log),
    registerDecideCommands({ annotations, documents, folder, log }),
    registerLanguageTools({ folder, annotations, log }),
    registerShowSidebar(),
    registerFirstSight(context.globalState, documents),
    registerToggleHighlighting(),
    registerOpenSamples(context, log),
    registerMendCopy(),
    registerReopenWithEncoding(log),
    registerPeekMentions(log),
    registerRevealSpan(log),
    registerWrongSettings(),
    log
  )
}
