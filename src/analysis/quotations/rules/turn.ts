import { firstIndex } from '../../../util/binarySearch'
import type { Finding, Rule } from '../rule'

/** A turn of a transcript or an interview: the label says who speaks, the layout where. */
export const turn: Rule = {
  name: 'turn',
  needsVerb: false,
  decides: true,
  isWhole: true,
  find({ turns }, unit) {
    const findings: Finding[] = []
    for (
      let index = firstIndex(turns.length, (at) => turns[at]!.cue.from >= unit.from);
      index < turns.length;
      index++
    ) {
      const { source, cue, content } = turns[index]!
      if (cue.from >= unit.to) break
      findings.push({ content, cue, source, verb: cue.from })
    }
    return findings
  }
}
