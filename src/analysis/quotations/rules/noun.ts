import { trimmed } from '../contents'
import type { Finding, Rule } from '../rule'
import { nounPhraseAfter, type Range } from '../sources'
import { determiners } from '../words'

const nouns = new Set(
  'statement warning claim claims assertion suggestion announcement report reports allegation allegations complaint complaints promise pledge vow demand belief hope fear fears view argument contention accusation accusations insistence acknowledgment admission'.split(
    ' '
  )
)

/** A noun that carries a content clause: "a statement that talks would go on", "the ministry's warning that…". */
export const noun: Rule = {
  name: 'noun',
  needsVerb: false,
  find(prose, unit) {
    const { words, quotationOf } = prose
    const findings: Finding[] = []
    for (let at = unit.from; at + 2 < unit.to; at++) {
      if (quotationOf[at] !== -1 || !nouns.has(words[at] ?? '')) continue
      const by = /^(?:by|from)$/.test(words[at + 1] ?? '') ? nounPhraseAfter(prose, at + 2, unit.to) : null
      const that = by ? by.to : at + 1
      if (words[that] !== 'that') continue
      const content = trimmed(prose, that, unit.to)
      if (content)
        findings.push({
          content: [content],
          cue: { from: at, to: at + 1 },
          source: by ?? possessor(words, at, unit.from),
          verb: at
        })
    }
    return findings
  }
}

/** "the ministry's warning", "its warning": whose warning it is. */
function possessor(words: readonly string[], at: number, start: number): Range | null {
  const before = words[at - 1] ?? ''
  if (at > start && /^(?:his|her|its|their|my|our|your)$/.test(before)) return { from: at - 1, to: at }
  if (at <= start || !/['\u2019]s$|s['\u2019]$|^['\u2019]s?$/.test(before)) return null
  let from = at - 1
  while (
    from > start &&
    at - from < 8 &&
    !determiners.has(words[from] ?? '') &&
    !/^[,;:.]$/.test(words[from - 1] ?? '')
  )
    from--
  return { from, to: /^['\u2019]/.test(before) ? at - 1 : at }
}
