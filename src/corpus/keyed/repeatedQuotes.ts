import { fieldsOf, keyedLine, sections, type KeyedLine, type KeyedRecord } from './keys'
import type { WordingSets } from './wordingSets'

/** Finds the groups of quotes that come by wording, in order. Gives the quotes of wordings that come several times or have versions. */
export function repeatedQuotes(
  sets: Pick<WordingSets, 'setOf'>,
  emit: (line: KeyedLine) => void
): (quote: KeyedRecord) => void {
  let wording = ''
  let set: string | undefined
  let alone: KeyedLine | undefined
  return ({ key, value }) => {
    const [own = '', article = '', quote = ''] = fieldsOf(key)
    const [, start, end] = JSON.parse(value) as readonly [string, number, number]
    const line = (group: string) => keyedLine(sections.repeat, [group, article, quote], [start, end])
    if (own !== wording) {
      wording = own
      set = sets.setOf(own)
      alone = set === undefined ? line(own) : undefined
      if (set !== undefined) emit(line(set))
      return
    }
    if (alone !== undefined) emit(alone)
    alone = undefined
    emit(line(set ?? own))
  }
}
