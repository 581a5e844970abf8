import type { LineKind } from './lineKinds'
import type { TextMeasures } from './textMeasures'
import type { ArticleReason, ReasonKind, Resemblance } from './verdict'

const mostReasons = 3

/** What speaks against an article, the most telling first, at least one. */
export function reasonsAgainst(measured: TextMeasures): readonly ArticleReason[] {
  const { lines, lineCount, words } = measured
  const ofLines = (kind: ReasonKind, lineKind: LineKind, telling: number) => {
    const count = lines[lineKind]
    return {
      reason: { kind, count, of: lineCount },
      worth: count < 2 && lineCount > 3 ? 0 : (telling * count) / lineCount
    }
  }
  const ofWords = (kind: ReasonKind, known: RegExp, telling: number) => {
    const count = words.filter((word) => known.test(word)).length
    return { reason: { kind, count, of: words.length }, worth: count < 2 ? 0 : (telling * count) / words.length }
  }
  const sentences = Math.round((measured.measures.sentences * words.length) / 20)
  const found = [
    ofLines('time-stamps', 'time-stamp', 3),
    ofLines('changes', 'change', 2),
    ofLines('versions', 'version', 1.5),
    ofLines('settings', 'setting', 1.5),
    ofLines('code', 'code', 1.5),
    ofLines('tables', 'table', 1.5),
    ofLines('bullets', 'bullet', 0.8),
    ofLines('addresses', 'address', 1),
    ofLines('single-words', 'one-word', 1),
    ofLines('commands', 'command', 2),
    ofLines('markup', 'markup', 1.5),
    ofWords('legal-words', legalWords, 12),
    ofWords('technical-words', technicalWords, 8)
  ]
  const telling = found.filter(({ worth }) => worth >= 0.15).sort((a, b) => b.worth - a.worth)
  const reasons = telling.slice(0, mostReasons).map(({ reason }) => reason)
  return reasons.length > 0 ? reasons : [{ kind: 'little-prose', count: sentences, of: lineCount }]
}

/** What a text that is no article looks like most; null where nothing fits. */
export function resemblance({ lines, lineCount, words, measures }: TextMeasures): Resemblance | null {
  const share = (kind: LineKind) => lines[kind] / Math.max(1, lineCount)
  const wordShare = (known: RegExp) => words.filter((word) => known.test(word)).length / Math.max(1, words.length)
  if (share('time-stamp') >= 0.3) return 'log'
  if (wordShare(legalWords) >= 0.04) return 'licence'
  if (lineCount >= 2 && share('one-word') >= 0.6 && share('setting') + share('version') >= 0.4) return 'requirements'
  if (share('change') >= 0.2 || (share('version') >= 0.15 && share('bullet') >= 0.2)) return 'change-log'
  if (share('code') >= 0.35) return 'code'
  if (share('setting') >= 0.4) return 'settings'
  if (share('table') >= 0.4) return 'table'
  if (lineCount >= 3 && (share('one-word') >= 0.6 || share('bullet') >= 0.5)) return 'list'
  if (share('heading') > 0.05 && (measures.ticks > 0.1 || measures.links > 0.1 || share('command') > 0.03))
    return 'read-me'
  if (share('capitals') > 0.02 && share('indented') > 0.4) return 'manual'
  return wordShare(technicalWords) >= 0.03 ? 'read-me' : null
}

const legalWords =
  /^(?:licen[cs]es?|licen[cs]ed|licensors?|copyright(?:s|ed)?|warrant(?:y|ies)|liable|liability|merchantability|redistributions?|sublicense|permission|herein|noninfringement|GPL|BSD|MIT|LGPL)$/i
const technicalWords =
  /^(?:api|apis|argument|arguments|array|boolean|bug|bugs|build|bytes|callback|cli|code|command|compile|compiler|config|configuration|css|debian|default|dependencies|directory|documentation|encoding|error|file|filename|files|function|functions|html|http|https|install|integer|interface|javascript|json|kernel|libraries|library|linux|manual|method|module|modules|node|npm|object|option|options|output|package|packages|parameter|parameters|parser|patch|path|plugin|python|readme|repository|runtime|script|server|software|source|src|string|syntax|test|tests|typescript|unix|upstream|url|usage|utf|utility|version|xml)$/i
