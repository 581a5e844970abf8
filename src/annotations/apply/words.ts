import { isPronoun, nameForms, type EntityType, type MentionForm } from '../../analysis'
import { shownText, type SourceText, type Span } from '../../article'
import { onOneLine } from '../../util/oneLine'

/** What a reader sees of a span, on one line. */
export function wordsAt(source: SourceText, span: Span): string {
  return onOneLine(shownText(source, span))
}

/** Equal for names that are written alike: without titles of people, possessives, full stops and case. */
export function nameKey(type: EntityType, name: string): string {
  const words = type === 'person' ? nameForms.personWords(name) : nameForms.wordsOf(name)
  return `${type} ${(words.length > 0 ? words.join(' ') : name).toLowerCase()}`
}

/** How words that a person marked refer to somebody. */
export function formOf(words: string): MentionForm {
  if (isPronoun(words) || isPronoun(words.toLowerCase())) return 'pronoun'
  return looksLikeName(words) ? 'name' : 'nominal'
}

/** A name ends in a word with a capital, or is of a script that has none; "the mayor of Oslo" is described by one. */
export function looksLikeName(words: string): boolean {
  const last = words
    .replace(/['\u2019]s?$/, '')
    .split(' ')
    .at(-1)!
  return (
    /[\p{Lu}\p{Lt}\p{Lo}]/u.test(last) &&
    !/^(?:[Tt]he|[Aa]n?|[Ss]ome|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Tt]his|[Tt]hat|[Oo]ne|[Aa]nother)\s+\p{Ll}/u.test(
      words
    ) &&
    !/^\p{Ll}+ (?:of|for|to|from|at|in|with|by|on)\s/u.test(words)
  )
}

/** Words that describe somebody without a name, as lists show them: "a senior official". Never empty. */
export function asDescription(words: string): string {
  const described = words.replace(
    /^(?:the|an?|some|many|several|another|most|one|no|each|two|three|other)\b/i,
    (determiner) => determiner.toLowerCase()
  )
  return described || '\u2026'
}
