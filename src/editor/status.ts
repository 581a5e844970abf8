import { languages, LanguageStatusSeverity, type Disposable } from 'vscode'
import { disposableList } from '../util/disposable'
import { isReadLanguage, leftOut, whyUnread, type Article, type UnreadReason } from '../article'
import type { OpenArticle, ArticleDocuments, DocumentProblem } from '../workspace/articleDocuments'
import { activeDocument, onDidChangeActiveDocument } from '../workspace/activeDocument'
import { articleSelector, isArticle } from '../workspace/articleLanguage'
import { l10n } from '../workspace/l10n'
import type { LanguageModel } from '../workspace/languageModel'
import { maximumArticleSize } from '../workspace/settings'
import { languageName, noArticleText, whyNoArticle } from '../workspace/verdictText'
import { readingStatus } from './readingStatus'

/**
 * Shows in the status bar's language menu how much was found in the active article, that it is being analyzed, or why
 * not; in the status bar itself while the article is in a reading view.
 */
export function registerStatus(documents: ArticleDocuments, languageModel?: LanguageModel): Disposable {
  const owned = disposableList()
  const item = owned.add(languages.createLanguageStatusItem('articleAnnotator.status', articleSelector))
  item.name = l10n.t('Article Annotator')
  const ofReading = owned.add(readingStatus('articleAnnotator.readingStatus', item.name))
  const showSidebar = { command: 'articleAnnotator.showSidebar', title: l10n.t('Show Sources and Names') }

  function show(): void {
    const document = activeDocument()
    if (!document || !isArticle(document)) return ofReading.show(undefined)
    const analyzed = documents.peek(document.uri)
    item.busy = documents.isAnalyzing(document.uri)
    item.severity = analyzed?.problem ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information
    const isNone = analyzed && !analyzed.problem && analyzed.standing?.isArticle === false
    item.command = isNone
      ? {
          command: 'articleAnnotator.markArticle',
          title: l10n.t('Treat as Article'),
          arguments: [{ uri: document.uri.toString(), start: 0, end: 0 }]
        }
      : showSidebar
    item.text = isNone
      ? noArticleText(analyzed.standing, analyzed.article.verdict)
      : analyzed?.problem
        ? l10n.t('Not annotated')
        : l10n.t('Article Annotator')
    item.detail = analyzed
      ? withLanguageModel(describe(analyzed, maximumArticleSize(document)), analyzed, languageModel)
      : l10n.t('Reading the article…')
    const isSaidFirst = isNone || analyzed?.problem
    ofReading.show({
      icon: item.busy ? 'sync~spin' : analyzed?.problem ? 'warning' : 'book',
      text: isSaidFirst ? item.text : item.detail,
      detail: isSaidFirst ? item.detail : undefined,
      command: item.command
    })
  }

  show()
  owned.add(onDidChangeActiveDocument(show))
  owned.add(documents.onDidChangeActivity(show))
  owned.add(documents.onDidAnalyze(show))
  if (languageModel) owned.add(languageModel.onDidChange(show))
  return owned
}

function describe({ problem, article, analysis, decided, standing }: OpenArticle, maximumSize: number): string {
  if (problem) return describeProblem(problem, maximumSize)
  const unread = whyUnread(article)
  if (unread) return describeUnread(unread)
  if (standing?.isArticle === false) return whyNoArticle(standing, article.verdict)
  const counted = withLeftOut(describeFacts(analysis, decided), article)
  if (isReadLanguage(article)) return counted
  return l10n.t('{0}: in {1}, read by its layout only', counted, languageName(article.language ?? ''))
}

/** What was found, and why that is less than it could be. */
function withLanguageModel(
  found: string,
  { article, problem, standing, isPreliminary, byRules }: OpenArticle,
  languageModel: LanguageModel | undefined
): string {
  const isRead = !problem && standing?.isArticle !== false && isReadLanguage(article) && !whyUnread(article)
  if (!isRead) return found
  if (languageModel?.problem)
    return l10n.t('{0}. Less is found than could be: {1}.', found, l10n.t(languageModel.problem.problem))
  if (!byRules || isPreliminary) return found
  return l10n.t('{0}. Less is found than could be: the language model failed at this article.', found)
}

/** With what is dimmed in the text and says itself why. */
function withLeftOut(found: string, article: Pick<Article, 'text' | 'paragraphs'>): string {
  const count = leftOut(article).length
  if (count === 0) return found
  return count === 1 ? l10n.t('{0}; 1 paragraph left out', found) : l10n.t('{0}; {1} paragraphs left out', found, count)
}

function describeFacts(analysis: OpenArticle['analysis'], decided: OpenArticle['decided']): string {
  const named = analysis.entities.filter((entity) => entity.named).length
  const said = analysis.quotes.filter(({ act }) => act === 'speech').length
  if (!decided) return l10n.t('{0} names, {1} quotes', named, said)
  const facts = [...analysis.mentions, ...analysis.quotes].filter(({ decidedBy }) => decidedBy !== undefined).length
  return l10n.t('{0} names, {1} quotes, {2} decided', named, said, facts)
}

function describeUnread(reason: UnreadReason): string {
  switch (reason) {
    case 'blank':
      return l10n.t('There is no text in the article yet.')
    case 'code':
      return l10n.t('All lines are indented, and Markdown takes indented lines for code: nothing was read.')
    case 'markup':
      return l10n.t('All that is in the article is HTML, code or addresses: nothing was read.')
  }
}

function describeProblem(problem: DocumentProblem, maximumSize: number): string {
  switch (problem) {
    case 'binary':
      return l10n.t('This file is not text.')
    case 'too-large':
      return l10n.t(
        'The article is longer than {0} characters (setting articleAnnotator.article.maximumSize).',
        maximumSize
      )
    case 'no-engine':
      return l10n.t('The models of Article Annotator cannot be read.')
    case 'failed':
      return l10n.t('The analysis failed; the Article Annotator output says why.')
  }
}
