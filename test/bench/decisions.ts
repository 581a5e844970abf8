import { anchorAt, followDecisions, placeDecisions, type Decision } from '../../src/annotations'
import { milliseconds, middle } from './measure'

/** What decisions on a long article cost; processor time in milliseconds. */
export interface DecisionsCost {
  readonly characters: number
  readonly decisions: number
  /** One typed letter, and the decisions asked for after it: without looking at them, and looking at all. */
  readonly keystroke: number
  readonly keystrokeAndAll: number
  /** Placing all of them in the same text, and in one that became longer at its beginning. */
  readonly unchanged: number
  readonly moved: number
}

export function measureDecisions(text: string, count: number, runs: number): DecisionsCost {
  const decisions = decisionsOn(text, count)
  return {
    characters: text.length,
    decisions: count,
    keystroke: typing(text, decisions, 30 * runs, () => undefined),
    keystrokeAndAll: typing(text, decisions, 3 * runs, (now) => now.filter(({ target }) => target[0]!.start < 0)),
    unchanged: placing(text, decisions, runs),
    moved: placing(`A new paragraph.\n\n${text}`, decisions, runs)
  }
}

function typing(
  text: string,
  decisions: readonly Decision[],
  runs: number,
  look: (decisions: readonly Decision[]) => unknown
): number {
  const followed = followDecisions(decisions, text)
  let typed = text
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    // All over the text, never at the same place twice.
    const at = Math.floor(((run * 0.618) % 1) * typed.length)
    typed = `${typed.slice(0, at)}x${typed.slice(at)}`
    times.push(
      milliseconds(() => {
        followed.edit([{ start: at, end: at, text: 'x' }])
        look(followed.decisions(typed))
      })
    )
  }
  return middle(times)
}

function placing(text: string, decisions: readonly Decision[], runs: number): number {
  return middle(Array.from({ length: runs + 2 }, () => milliseconds(() => placeDecisions(text, decisions))).slice(2))
}

/** Evenly over the text: codes on some words each. */
function decisionsOn(text: string, count: number): readonly Decision[] {
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor((index / count) * (text.length - 40))
    return {
      id: `urn:uuid:${index}`,
      creator: 'Ann',
      created: '2026-11-27T08:00:00.000Z',
      target: [anchorAt(text, { start, end: start + 5 + (index % 30) })],
      kind: 'code',
      code: 'urn:uuid:code'
    }
  })
}
