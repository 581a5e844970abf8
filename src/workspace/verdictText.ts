import type { ArticleReason, ArticleVerdict, Resemblance } from '../article'
import type { ArticleStanding } from './articleStanding'
import { l10n, shownLocale } from './l10n'

/** Why a file is no article, in one line: "It looks like a change log: 12 of 40 lines tell of a change." */
export function whyNoArticle({ by }: ArticleStanding, { resembles, reasons }: ArticleVerdict): string {
  if (by === 'decision') return l10n.t('A decision says so.')
  if (by === 'setting') return l10n.t('The setting articleAnnotator.articles.exclude says so.')
  const seen = reasons.map(reasonText).join(', ')
  return resembles
    ? l10n.t('It looks like {0}: {1}.', resemblanceText(resembles), seen)
    : l10n.t('It does not look like an article: {0}.', seen)
}

/** "Not an article: looks like a change log". */
export function noArticleText({ by }: ArticleStanding, { resembles }: ArticleVerdict): string {
  return by === 'text' && resembles
    ? l10n.t('Not an article: looks like {0}', resemblanceText(resembles))
    : l10n.t('Not an article')
}

/** What a text looks like, with its article: "a change log". */
export function resemblanceText(resemblance: Resemblance): string {
  switch (resemblance) {
    case 'log':
      return l10n.t('a log')
    case 'change-log':
      return l10n.t('a change log')
    case 'licence':
      return l10n.t('a licence')
    case 'read-me':
      return l10n.t('a README')
    case 'requirements':
      return l10n.t('a list of requirements')
    case 'code':
      return l10n.t('source code')
    case 'settings':
      return l10n.t('a file of settings')
    case 'table':
      return l10n.t('a table')
    case 'list':
      return l10n.t('a list')
    case 'manual':
      return l10n.t('a manual')
  }
}

function reasonText({ kind, count, of }: ArticleReason): string {
  switch (kind) {
    case 'time-stamps':
      return l10n.t('{0} of {1} lines begin with a time stamp', count, of)
    case 'changes':
      return l10n.t('{0} of {1} lines tell of a change', count, of)
    case 'versions':
      return l10n.t('{0} of {1} lines have a version number', count, of)
    case 'settings':
      return l10n.t('{0} of {1} lines set a value', count, of)
    case 'code':
      return l10n.t('{0} of {1} lines look like code', count, of)
    case 'tables':
      return l10n.t('{0} of {1} lines are rows of a table', count, of)
    case 'bullets':
      return l10n.t('{0} of {1} lines are items of a list', count, of)
    case 'addresses':
      return l10n.t('{0} of {1} lines have an address or a path', count, of)
    case 'single-words':
      return l10n.t('{0} of {1} lines are one word', count, of)
    case 'commands':
      return l10n.t('{0} of {1} lines have a command', count, of)
    case 'markup':
      return l10n.t('{0} of {1} lines are markup', count, of)
    case 'legal-words':
      return l10n.t('{0} of {1} words are of licences', count, of)
    case 'technical-words':
      return l10n.t('{0} of {1} words are of programs', count, of)
    case 'little-prose':
      return l10n.t('{0} sentences in {1} lines', count, of)
  }
}

/** A language's name in the user's language: "German" of "de"; the tag itself where there is none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(shownLocale(), { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
