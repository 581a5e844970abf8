import type { PanelStrings, Show } from '../protocol/quotesPanel'
import { conditionStrings } from '../study/conditionStrings'

/** VS Code's `l10n`, or any other translator. */
interface Translator {
  t(text: string, ...values: (string | number)[]): string
}

/** What the host itself puts into words. */
export interface PanelTexts {
  readonly unread: string
  readonly reading: string
  readonly noArticles: string
  readonly nothingFound: string
  readonly typeWords: string
  readonly noArticleOpen: string
  readonly notInFolder: string
  articles(count: number): string
  /** `distinct`: the same quote again is counted once; `where`: of which articles they are. */
  quotes(rows: number, distinct: number, sources: number, where: string): string
  rows(show: Show, rows: number, where: string): string
  line(line: number): string
}

export function panelTexts(l10n: Translator, locale: string): PanelTexts {
  const number = (value: number) => value.toLocaleString(locale)
  const counted = (show: Show, count: number) => {
    switch (show) {
      case 'quotes':
        return count === 1 ? l10n.t('1 quote') : l10n.t('{0} quotes', number(count))
      case 'mentions':
        return count === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', number(count))
      case 'codings':
        return count === 1 ? l10n.t('1 coding') : l10n.t('{0} codings', number(count))
      case 'words':
        return count === 1 ? l10n.t('1 hit') : l10n.t('{0} hits', number(count))
    }
  }
  return {
    unread: l10n.t('Analyze the folder to list its quotes.'),
    reading: l10n.t('The folder is being read.'),
    noArticles: l10n.t('There are no articles in this folder.'),
    nothingFound: l10n.t('Nothing matches.'),
    typeWords: l10n.t('Type the words that you look for.'),
    noArticleOpen: l10n.t('Open an article to list what it says.'),
    notInFolder: l10n.t('The open article is not among those of the folder.'),
    articles: (count) => (count === 1 ? l10n.t('1 article') : l10n.t('{0} articles', number(count))),
    quotes: (rows, distinct, sources, where) =>
      [
        counted('quotes', distinct),
        sources === 1 ? l10n.t('1 source') : l10n.t('{0} sources', number(sources)),
        where,
        ...(distinct === rows ? [] : [l10n.t('{0} rows with repetitions', number(rows))])
      ].join(', '),
    rows: (show, rows, where) => `${counted(show, rows)}, ${where}`,
    line: (line) => l10n.t('line {0}', number(line))
  }
}

/** The texts of the page in the user's language. */
export function panelStrings(l10n: Translator, locale: string): PanelStrings {
  return {
    locale,
    conditions: conditionStrings(l10n),
    grid: l10n.t('Quotes, mentions, codings or words with what stands around them'),
    showsLabel: l10n.t('List'),
    scopes: { article: l10n.t('This Article'), folder: l10n.t('Folder') },
    scopesLabel: l10n.t('Articles'),
    shows: {
      quotes: l10n.t('Quotes'),
      mentions: l10n.t('Mentions'),
      codings: l10n.t('Codings'),
      words: l10n.t('Words')
    },
    columns: {
      place: l10n.t('Line'),
      left: l10n.t('Before'),
      keyword: l10n.t('Words'),
      right: l10n.t('After'),
      source: l10n.t('Source'),
      article: l10n.t('Article'),
      date: l10n.t('Date'),
      outlet: l10n.t('Outlet'),
      kind: l10n.t('Kind'),
      codes: l10n.t('Codes'),
      status: l10n.t('Status')
    },
    columnName: l10n.t('Name'),
    columnsMenu: l10n.t('Columns'),
    words: l10n.t('Words in all articles'),
    pressEnter: l10n.t('Press Enter to search.'),
    matchCase: l10n.t('Match Case'),
    wholeWord: l10n.t('Match Whole Word'),
    stop: l10n.t('Stop'),
    sorting: l10n.t('{0} done'),
    filteredBy: l10n.t('Filter'),
    removeCondition: l10n.t('Remove {0}'),
    selected: l10n.t('{0} selected'),
    code: l10n.t('Code'),
    accept: l10n.t('Accept'),
    reject: l10n.t('Reject'),
    copy: l10n.t('Copy with Source'),
    exportShown: l10n.t('Export\u2026'),
    analyzeFolder: l10n.t('Analyze Folder'),
    kinds: { direct: l10n.t('direct'), indirect: l10n.t('indirect'), mixed: l10n.t('mixed') },
    states: {
      suggested: l10n.t('suggested'),
      partly: l10n.t('partly decided'),
      decided: l10n.t('decided'),
      review: l10n.t('to review')
    },
    unnamed: l10n.t('unnamed'),
    nobody: l10n.t('nobody named'),
    line: l10n.t('line {0}'),
    loading: l10n.t('Loading\u2026'),
    keys: l10n.t(
      'Arrow keys move and show the place in the text, Enter goes there. Shift selects several, C codes, A accepts, R rejects.'
    ),
    tooMany: l10n.t('At most {0} rows at once.')
  }
}
