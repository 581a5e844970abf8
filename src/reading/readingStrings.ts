import type { ReadingStrings } from '../protocol/reading'

/** VS Code's `l10n`, or any other translator. */
interface Translator {
  t(text: string): string
}

/** The texts of the page in the user's language. */
export function readingStrings(l10n: Translator, locale: string): ReadingStrings {
  return {
    locale,
    text: l10n.t('Text of the article'),
    tools: l10n.t('Reading'),
    sources: l10n.t('Sources'),
    sourcesHelp: l10n.t('Keep this source\u2019s quotes lit'),
    noSources: l10n.t('Nobody is quoted'),
    allSources: l10n.t('Show All {0} Sources'),
    fewerSources: l10n.t('Show One Line of Sources'),
    names: l10n.t('Names in the Margin'),
    codes: l10n.t('Codes in the Margin'),
    previousQuote: l10n.t('Previous Quote (P)'),
    nextQuote: l10n.t('Next Quote (N)'),
    showAll: l10n.t('Light All Sources (Escape)'),
    oneQuote: l10n.t('1 quote'),
    manyQuotes: l10n.t('{0} quotes'),
    unnamed: l10n.t('unnamed'),
    quoteOf: l10n.t('Quote {0} of {1}, {2}'),
    lit: l10n.t('Only the quotes of {0} are lit'),
    unlit: l10n.t('All sources are lit'),
    selection: l10n.t('The selected words'),
    markQuote: l10n.t('Quote'),
    markName: l10n.t('Name'),
    code: l10n.t('Code'),
    note: l10n.t('Note'),
    analyzing: l10n.t('Reading the article\u2026'),
    noArticle: l10n.t('This file is no article: here is its text, without highlights.'),
    tooLarge: l10n.t(
      'This article is too large to be analyzed: here is the beginning of its text, without highlights.'
    ),
    binary: l10n.t('This file is not a text'),
    failed: l10n.t('This article could not be analyzed: here is its text, without highlights.'),
    empty: l10n.t('This article is empty'),
    keys: l10n.t(
      'Arrow keys move the caret, Shift selects. On selected words: Q quote, A name, C code, M note, or Tab to the buttons. N and P: next and previous quote of the source. Enter on a quote lights its source, Escape ends it.'
    )
  }
}
