import type { EntityType } from '../analysis'
import type { AgreementRow, Figure, JudgementKind, Question, SideFacts, SpanKind } from '../annotations/agreement'
import { entityTypeName } from '../editor/vocabulary'
import { onOneLine, trimCut } from '../util/oneLine'
import { l10n, shownNumber } from '../workspace/l10n'

/** What a row of figures is about; those of a code stand below its name. */
export function rowLabel({ measure, about }: AgreementRow): string {
  switch (measure) {
    case 'question':
      return questionName(about as Question)
    case 'spans':
      return spansName(about as SpanKind)
    case 'code in sentences':
      return l10n.t('In sentences')
    case 'code in characters':
      return l10n.t('In characters')
    case 'code spans':
      return l10n.t('Coded words')
  }
}

function questionName(question: Question): string {
  switch (question) {
    case 'mention':
      return l10n.t('Mention is right')
    case 'type':
      return l10n.t('Type of mention')
    case 'acting':
      return l10n.t('Place is acting')
    case 'identity':
      return l10n.t('Who is mentioned')
    case 'quote':
      return l10n.t('Quote is right')
    case 'act':
      return l10n.t('Speech or attitude')
    case 'speaker':
      return l10n.t('Who speaks')
    case 'article':
      return l10n.t('Is an article')
  }
}

function spansName(kind: SpanKind): string {
  switch (kind) {
    case 'mention':
      return l10n.t('Words of mentions')
    case 'quote':
      return l10n.t('Words of quotes')
    case 'cue':
      return l10n.t('Words of cues')
    case 'source':
      return l10n.t('Words of sources')
  }
}

/** The figures of a row, shortly: what matters most first, since a narrow view cuts it. */
export function rowFigures({ units, percent, kappa, alpha, exact, overlapping }: AgreementRow): string {
  const parts =
    percent === null
      ? [`F1 ${figureText(exact)} / ${figureText(overlapping)}`]
      : [
          `\u03ba ${figureText(kappa)}`,
          `\u03b1 ${figureText(alpha)}`,
          typeof percent === 'number' && l10n.t('{0} %', Math.round(percent * 100))
        ]
  return [...parts.filter((part) => part !== false), countOf(units)].join(' \u00b7 ')
}

/** All figures of a row, for whoever rests on it. */
export function rowTooltip(row: AgreementRow, label: string, [first, second]: readonly [string, string]): string {
  const { percent, kappa, alpha, exact, overlapping, overlappingOfFirst, overlappingOfSecond } = row
  const share = (value: number | null) => (value === null ? '\u2013' : l10n.t('{0} %', decimals(value * 100, 1)))
  const lines =
    percent === null
      ? [
          l10n.t('The same words: F1 {0}', exact === null ? '\u2013' : decimals(exact, 3)),
          l10n.t('Words in common: F1 {0}', overlapping === null ? '\u2013' : decimals(overlapping, 3)),
          l10n.t('{0} of what {1} marked, {2} also marked', share(overlappingOfFirst), first, second),
          l10n.t('{0} of what {1} marked, {2} also marked', share(overlappingOfSecond), second, first)
        ]
      : [
          l10n.t('Agreement: {0}', typeof percent === 'number' ? share(percent) : figureReason(percent)),
          l10n.t('Cohen\u2019s kappa: {0}', longFigure(kappa)),
          l10n.t('Krippendorff\u2019s alpha: {0}', longFigure(alpha))
        ]
  return [label, countOf(row.units), ...lines].join('\n')
}

function countOf(units: number): string {
  return units === 1 ? l10n.t('one unit') : l10n.t('{0} units', units)
}

function figureText(figure: Figure | null): string {
  return typeof figure === 'number' ? decimals(figure, 2) : '\u2013'
}

function longFigure(figure: Figure | null): string {
  return typeof figure === 'number' ? decimals(figure, 3) : figureReason(figure)
}

/** With a real minus, and as many digits behind the point. */
function decimals(value: number, digits: number): string {
  return shownNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace('-', '\u2212')
}

function figureReason(figure: Exclude<Figure, number> | null): string {
  return figure === 'no-variation'
    ? l10n.t('undefined, since all answers are the same one')
    : l10n.t('nothing to compare')
}

export function judgementKindName(kind: JudgementKind): string {
  switch (kind) {
    case 'mention':
      return l10n.t('Mention')
    case 'quote':
      return l10n.t('Quote')
    case 'identity':
      return l10n.t('Who is mentioned')
    case 'speaker':
      return l10n.t('Who speaks')
    case 'code':
      return l10n.t('Code')
    case 'article':
      return l10n.t('Article')
  }
}

/** What one annotator says. `subject`: the words of the judgement, which are not said again. */
export function sideLabel(facts: SideFacts, subject: string, codeName: (code: string) => string): string {
  const withWords = (name: string, words: string) =>
    words === subject ? name : l10n.t('{0}: \u201c{1}\u201d', name, shortWords(words))
  switch (facts.kind) {
    case 'nothing':
      return l10n.t('nothing')
    case 'rejected':
      return l10n.t('rejected')
    case 'nobody':
      return l10n.t('nobody')
    case 'mention':
      return withWords(typeName(facts.type, facts.acting), facts.words)
    case 'quote': {
      const name =
        facts.source === null ? l10n.t('quote') : l10n.t('quote of \u201c{0}\u201d', shortWords(facts.source))
      return withWords(name, facts.words)
    }
    case 'named':
      return shortWords(facts.name)
    case 'code':
      return withWords(codeName(facts.code), facts.words)
    case 'article':
      return facts.isArticle ? l10n.t('an article') : l10n.t('no article')
  }
}

export function typeName(type: EntityType, acting: boolean): string {
  return type === 'place' && acting ? l10n.t('acting place') : entityTypeName(type)
}

/** Words for a label, on one line. */
export function shortWords(words: string): string {
  const line = onOneLine(words.slice(0, 400))
  return line.length <= longestWords ? line : `${trimCut(line.slice(0, longestWords))}\u2026`
}

/** UTF-16 units. */
const longestWords = 80
