import { mapped } from '../../util/mapped'
import type { Attribution } from '../analysis'
import type { ArticleTables } from './articleTables'
import type { Speaker } from './discourse'

/**
 * Sources within somebody's direct words, once it is known whose they are: "I think" is theirs, and "you" in a turn is who speaks in the
 * next one. Changes `speakers`, by attribution.
 */
export function nameQuotedPersons({ article, attributions }: ArticleTables, speakers: (Speaker | null)[]): void {
  const order = mapped(attributions, (_, index) => index).sort(
    (a, b) => position(attributions[a]!) - position(attributions[b]!)
  )
  const turns = order.filter((index) => attributions[index]!.rule === 'turn')
  const open: number[] = []
  let turn = 0
  for (const index of order) {
    const { source, kind } = attributions[index]!
    const words = source?.[0]
    if (turns[turn] === index) turn++
    const word = words ? article.text.slice(words.start, words.end) : ''
    if (words && self.test(word) && !speakers[index]) {
      const around = open.findLast((other) => holds(attributions[other]!, words))
      const speaker = around === undefined ? null : speakers[around]
      if (speaker?.actor.type === 'person') speakers[index] = { actor: speaker.actor, rule: 'quoted-self' }
    }
    // `turns[turn]` is the next one.
    const own = turns[turn - 1]
    const next = turns[turn]
    if (words && addressed.test(word) && own !== undefined && next !== undefined && holds(attributions[own]!, words)) {
      const answers = speakers[next]
      if (answers?.actor.type === 'person' && answers.actor !== speakers[own]?.actor)
        speakers[index] = { actor: answers.actor, rule: 'turn-by-turn' }
    }
    if (kind === 'direct') open.push(index)
    if (open.length > mostAround) open.shift()
  }
}

const self = /^(?:I|me|my)$/
const addressed = /^you$/i
/** Quotations within each other are no more. */
const mostAround = 8

function holds({ content }: Attribution, words: { readonly start: number; readonly end: number }): boolean {
  return content.some((piece) => piece.start <= words.start && words.end <= piece.end)
}

function position({ content }: Attribution): number {
  return content[0]?.start ?? 0
}
