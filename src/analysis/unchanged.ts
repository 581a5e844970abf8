import type { Article } from '../article'

/**
 * What two versions of an article have in common: so many sentences at the beginning, and so many at the end, where
 * everything stands `shift` characters, `tokenShift` tokens and `sentenceShift` sentences further on in the later version.
 * The sentences between are the ones that an edit touched.
 */
export interface Unchanged {
  readonly front: number
  readonly back: number
  readonly shift: number
  readonly tokenShift: number
  readonly sentenceShift: number
}

/**
 * Finds the sentences of two versions that have the same characters in the same tokens. One edit is found whole; of
 * several, what lies between the first and the last counts as changed. Linear, and cheap beside reading the article.
 */
export function findUnchanged(before: Article, after: Article): Unchanged {
  const shift = after.text.length - before.text.length
  const tokenShift = after.tokens.length - before.tokens.length
  const sentenceShift = after.sentences.length - before.sentences.length
  const most = Math.min(before.sentences.length, after.sentences.length)
  const same = sameAtStart(before.text, after.text)
  let front = 0
  while (front < most && before.sentences[front]!.end <= same && isSame(before, after, front, front, 0, 0)) front++
  const tail = before.text.length - sameAtEnd(before.text, after.text)
  let back = 0
  for (
    let old = before.sentences.length - 1;
    back < most - front &&
    before.sentences[old]!.start >= tail &&
    isSame(before, after, old, old + sentenceShift, shift, tokenShift);
    old--
  )
    back++
  return { front, back, shift, tokenShift, sentenceShift }
}

/** Characters that are compared at once. */
const block = 1024

function sameAtStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let same = 0
  while (same + block <= shorter && a.slice(same, same + block) === b.slice(same, same + block)) same += block
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same++
  return same
}

function sameAtEnd(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let same = 0
  while (
    same + block <= shorter &&
    a.slice(a.length - same - block, a.length - same) === b.slice(b.length - same - block, b.length - same)
  )
    same += block
  while (same < shorter && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++
  return same
}

/** Whether two sentences have their tokens at the same places, so far apart; their characters are known to be the same. */
function isSame(before: Article, after: Article, old: number, now: number, shift: number, tokenShift: number): boolean {
  const a = before.sentences[old]!
  const b = after.sentences[now]!
  if (
    a.firstToken + tokenShift !== b.firstToken ||
    a.endToken + tokenShift !== b.endToken ||
    a.start + shift !== b.start ||
    a.end + shift !== b.end
  )
    return false
  for (let token = a.firstToken; token < a.endToken; token++) {
    const x = before.tokens[token]!
    const y = after.tokens[token + tokenShift]!
    if (x.start + shift !== y.start || x.end + shift !== y.end) return false
  }
  return true
}
