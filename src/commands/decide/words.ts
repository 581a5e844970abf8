import type { AnalyzedText, EntityType } from '../../analysis'
import type { Fact, FactGroup } from '../../annotations'
import { shownText, type Span } from '../../article'
import { excerpt } from '../../editor/markdownText'
import { entityTypeName } from '../../editor/vocabulary'
import { withoutMarks } from '../../util/printable'
import { l10n } from '../../workspace/l10n'

/** The beginning of words, in UTF-16 units, in quotation marks, for labels; marks of their own are left out. */
export function inMarks(words: string, length = 40): string {
  const bare = words.trim().replace(/^["'\u2018\u201C\u201E\u00AB]+|[,"'\u2019\u201D\u00BB]+$/gu, '')
  return l10n.t('\u201C{0}\u201D', withoutMarks(excerpt(bare || words, length)))
}

export function wordsAt(article: AnalyzedText, spans: readonly Span[]): string {
  return inMarks(spans.map((span) => shownText(article, span)).join(' \u2026 '))
}

/** The words of a mention or quote in quotation marks. */
export function wordsOf(article: AnalyzedText, { about, index }: Fact): string {
  const { mentions, quotes } = article.analysis
  const mention = mentions[index]
  return wordsAt(article, about === 'quote' ? (quotes[index]?.content ?? []) : mention ? [mention] : [])
}

/** "person", or "place, acting". */
export function kindName(type: EntityType, acting: boolean): string {
  return type === 'place' && acting ? l10n.t('place, acting') : entityTypeName(type)
}

export function groupName(group: FactGroup): string {
  switch (group) {
    case 'person':
      return l10n.t('Names of persons')
    case 'organization':
      return l10n.t('Names of organizations')
    case 'group':
      return l10n.t('Names of groups')
    case 'place':
      return l10n.t('Names of places')
    case 'acting':
      return l10n.t('Names of acting places')
    case 'references':
      return l10n.t('Descriptions and pronouns')
    case 'direct':
      return l10n.t('Direct quotes')
    case 'indirect':
      return l10n.t('Indirect quotes')
    case 'mixed':
      return l10n.t('Mixed quotes')
  }
}
