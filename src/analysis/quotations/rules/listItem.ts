import { isReportVerb } from '../cueWords'
import { trimmed } from '../contents'
import type { Prose, Unit } from '../prose'
import type { Finding, Rule } from '../rule'
import { subjectBefore, type Range } from '../sources'

const bullet = /^[\u2022\u25cf\u25aa\u25e6\u2023\u00b7*-]$/
/** Verbs that lists hang on, beside those of speech. */
const demands =
  /^(?:recommend|propose|demand|urge|request|suggest|promise|pledge|vow|insist|conclude|want|ask|call)(?:s|d|ed)?$/
/** Items of a list whose head is looked for, at most. */
const longestList = 40

/** An item below "The commission recommends:": each is a report of its own, and its bullet is the cue. */
export const listItem: Rule = {
  name: 'list-item',
  needsVerb: false,
  decides: true,
  find(prose, unit) {
    const { words, units } = prose
    if (!bullet.test(words[unit.from] ?? '') || units[unit.index - 1]?.paragraph === unit.paragraph) return []
    const head = headOf(prose, unit)
    if (!head) return []
    const content = trimmed(prose, unit.from + 1, unit.to)
    const cue = { from: unit.from, to: unit.from + 1 }
    return content ? [{ content: [content], cue, source: head, verb: unit.from } satisfies Finding] : []
  }
}

/** Who says what the list says: the subject of the reporting verb right before the colon above it. */
function headOf({ words, units, ...prose }: Prose, unit: Unit): Range | null {
  for (let index = unit.index - 1; index >= 0 && unit.index - index <= longestList; index--) {
    const { from, to } = units[index]!
    if (bullet.test(words[from] ?? '') || units[index - 1]?.paragraph === units[index]!.paragraph) continue
    if (words[to - 1] !== ':') return null
    for (let verb = to - 2; verb > from && to - verb < 6; verb--)
      if (isReportVerb(words[verb] ?? '') || demands.test(words[verb] ?? ''))
        return subjectBefore({ words, units, ...prose }, verb, from)?.source ?? null
    return null
  }
  return null
}
