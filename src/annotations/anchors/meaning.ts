/**
 * The words on which the meaning of a statement hangs: negations, numbers, and what looks like a name, in their order.
 * Two statements that differ in one of them are different ones, however alike they look.
 */
export function weightyWords(words: string): readonly string[] {
  const weighty: string[] = []
  for (const { 0: word, index } of words.matchAll(wordsAndNumbers)) {
    const lower = word.toLowerCase()
    if (negation.test(lower)) weighty.push('not')
    else if (number.test(lower)) weighty.push(lower)
    // The first word has its capital from its place.
    else if (index > 0 && capital.test(word)) weighty.push(lower.replace(/'s?$/, ''))
  }
  return weighty
}

/** How often words negate. */
export function negationsIn(words: string): number {
  let count = 0
  for (const { 0: word } of words.matchAll(wordsAndNumbers)) if (negation.test(word.toLowerCase())) count++
  return count
}

// Of comparable words: apostrophes are straight.
const wordsAndNumbers = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}]|['.,:/-](?=[\p{L}\p{N}]))*/gu
const capital = /^\p{Lu}/u
const negation =
  /^(?:not?|non|nor|none|never|nobody|nothing|nowhere|neither|without|cannot|unable|un(?:likely|willing)|refus\p{L}*|den(?:y|ie[sd]|ying)|barely|hardly|scarcely|few|ne|nicht|kein\p{L}*|niemals|pas|jamais|\p{L}+n't|n't)$/u
const number =
  /\p{N}|^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|[mbt]illions?|dozens?|half|first|second|third|double|twice|once)(?:-|$)/u
