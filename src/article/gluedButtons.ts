import { flatMapped } from '../util/mapped'
import { startsUpper } from './characters'
import type { Block } from './plainText'

/** "AdvertisementThe mayor", "Hide Ad“There": a button of the page that lost its line end is a paragraph of its own. */
export function withoutGluedButtons(text: string, blocks: readonly Block[]): readonly Block[] {
  return flatMapped(blocks, (block) => {
    const parts: Block[] = []
    let rest = block
    for (let end = endOfButton(text, rest); end > 0; end = endOfButton(text, rest)) {
      parts.push(blockOf(rest.start, end))
      rest = blockOf(end, rest.end)
    }
    return [...parts, rest]
  })
}

function blockOf(start: number, end: number): Block {
  return { start, end, heading: 0, pieces: [{ start, end }] }
}

const buttons =
  /^(?:advertise?ment|(?:hide|skip|close|report) (?:this )?ad|(?:story|article) continues below(?: (?:this )?advertisement)?|continue reading|read more|keep reading)/i
const longestButton = 60

/** Where a capital or an opening mark stands right behind a button's words; 0 where none does. */
function endOfButton(text: string, { start, end, heading, pieces }: Block): number {
  if (heading > 0 || pieces.length > 1) return 0
  const words = buttons.exec(text.slice(start, Math.min(end, start + longestButton)))?.[0]
  if (words === undefined || !/\p{Ll}$/u.test(words)) return 0
  const next = start + words.length
  const letter = /["\u201c\u2018']/.test(text.charAt(next)) ? next + 1 : next
  return letter < end && startsUpper(text, letter) ? next : 0
}
