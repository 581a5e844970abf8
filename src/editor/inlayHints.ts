import {
  EventEmitter,
  InlayHint,
  InlayHintLabelPart,
  languages,
  Location,
  workspace,
  type Disposable,
  type InlayHintsProvider,
  type LogOutputChannel,
  type Range,
  type TextDocument
} from 'vscode'
import { disposableList } from '../util/disposable'
import { isDecidedAnew, type ArticleDocuments, type OpenArticle } from '../workspace/articleDocuments'
import { articleSelector } from '../workspace/articleLanguage'
import { l10n } from '../workspace/l10n'
import { hintedMentions } from '../workspace/settings'
import { rangeToSpan, spanToRange } from '../workspace/spans'
import { guarded } from './guard'
import { excerpt } from './markdownText'
import { referentHints, type ReferentHint } from './referentHints'
import { identification } from './vocabulary'

/** Shows after "she" and "the official" who that is, if the setting is on. */
export function registerInlayHints(documents: ArticleDocuments, log: LogOutputChannel): Disposable {
  const owned = disposableList()
  const changed = owned.add(new EventEmitter<void>())
  const provider: InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    provideInlayHints: (document, range, token) =>
      guarded(log, 'Inlay hints', async () => {
        if (hintedMentions(document) === 'off') return []
        const analyzed = await documents.analyze(document, token)
        return analyzed && hintsIn(document, range, analyzed)
      })
  }
  owned.add(languages.registerInlayHintsProvider(articleSelector, provider))
  // After an edit VS Code asks again by itself; a new revision of the same text has to be reported.
  owned.add(documents.onDidAnalyze((article) => isDecidedAnew(article) && changed.fire()))
  owned.add(
    workspace.onDidChangeConfiguration(
      (change) => change.affectsConfiguration('articleAnnotator.inlayHints') && changed.fire()
    )
  )
  return owned
}

/** UTF-16 units. */
const longestLabel = 40

function hintsIn(document: TextDocument, range: Range, { uri, article, analysis }: OpenArticle): InlayHint[] {
  return referentHints(article, analysis, rangeToSpan(document, range), hintedMentions(document)).map(
    ({ mention, entity, target }: ReferentHint) => {
      const label = new InlayHintLabelPart(`\u2192 ${excerpt(entity.name, longestLabel)}`)
      // The target of Ctrl+click on the hint and of Go to Definition in its menu.
      label.location = new Location(uri, spanToRange(document, target))
      label.tooltip =
        mention.decidedBy === undefined ? identification(mention) : l10n.t('Decided by {0}', mention.decidedBy)
      const hint = new InlayHint(document.positionAt(mention.end), [label])
      hint.paddingLeft = true
      return hint
    }
  )
}
