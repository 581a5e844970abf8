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
  const shorter = Math.min(before.text.length, after.text.length)
  const most = Math.min(before.sentences.length, after.sentences.length)
  let same = 0
  while (same < shorter && before.text.charCodeAt(same) === after.text.charCodeAt(same)) same++
  let front = 0
  while (front < most && before.sentences[front]!.end <= same && isSame(before, after, front, front, 0, 0)) front++
  let sameAtEnd = 0
  while (sameAtEnd < shorter && before.text.charCodeAt(before.text.length - 1 - sameAtEnd) === after.text.charCodeAt(after.text.length - 1 - sameAtEnd)) sameAtEnd++
  const tail = before.text.length - sameAtEnd
  let back = 0
  for (let old = before.sentences.length - 1; back < most - front && before.sentences[old]!.start >= tail && isSame(before, after, old, old + sentenceShift, shift, tokenShift); old--) back++
  return { front, back, shift, tokenShift, sentenceShift }
}

/** Whether two sentences have their tokens at the same places, so far apart; their characters are known to be the same. */
function isSame(before: Article, after: Article, old: number, now: number, shift: number, tokenShift: number): boolean {
  const a = before.sentences[old]!
  const b = after.sentences[now]!
  if (a.firstToken + tokenShift !== b.firstToken || a.endToken + tokenShift !== b.endToken || a.start + shift !== b.start || a.end + shift !== b.end) return false
  for (let token = a.firstToken; token < a.endToken; token++) {
    const x = before.tokens[token]!
    const y = after.tokens[token + tokenShift]!
    if (x.start + shift !== y.start || x.end + shift !== y.end) return false
  }
  return true
}
