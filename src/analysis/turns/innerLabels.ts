import type { Article } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import { slugs } from '../entities/slugs'
import type { Label } from './label'

/**
 * Labels in capitals in the midst of paragraphs, behind the end of a sentence, by paragraph: of a transcript whose turns were joined,
 * "We went home. SILK: Did you? VALE: We did.". None where they are not a transcript's: a name must come again, or have turns of its own.
 * `own` are the labels that paragraphs begin with.
 */
export function innerLabels(article: Article, own: readonly (Label | null)[]): readonly (readonly Label[])[] {
  const found = article.paragraphs.map((_, index) => labelsIn(article, index, own[index]?.cue.to ?? 0))
  const names = found.flat().map((label) => nameOf(article, label))
  const known = new Set(own.flatMap((label) => (label ? lastWord(nameOf(article, label)) : [])))
  const comesAgain = new Set(names).size < names.length
  return comesAgain || names.some((name) => known.has(lastWord(name))) ? found : found.map(() => [])
}

/** Behind token `least`: the paragraph's own label is not in its midst. */
function labelsIn(article: Article, index: number, least: number): readonly Label[] {
  const { text, tokens, paragraphs } = article
  const { start, end, role } = paragraphs[index]!
  if (role === 'byline' || role === 'credit') return []
  const tokenAt = (offset: number) => firstIndex(tokens.length, (at) => tokens[at]!.start >= offset)
  const labels: Label[] = []
  for (const match of text.slice(start, end).matchAll(label)) {
    const [whole, name, question] = match
    const from = start + match.index + whole.indexOf(name ?? question!)
    const source = { from: tokenAt(from), to: tokenAt(from + (name ?? question!).length) }
    const isSlug = name?.split(' ').some((word) => slugs.has(word)) ?? false
    if (isSlug || source.from < least || source.from >= source.to || tokens[source.from]!.start !== from) continue
    labels.push(
      name === undefined
        ? { kind: 'question', source, cue: source, name: null }
        : {
            kind: 'capitals',
            source,
            cue: { from: source.to, to: source.to + 1 },
            name: { start: from, end: from + name.length }
          }
    )
  }
  return labels
}

/** Behind a sentence or a bracket: "YDSTIE:", "Ms. KENT:", "THE PRESIDENT:", "Unidentified Man #1:", or a briefing's "Q    And the bridge?" */
const label =
  /(?<=[.?!)\]"\u201c\u201d\u2026]\s{0,4})(?<!\b(?:\p{Lu}|Mr|Ms|Mrs|Dr|MR|MS|MRS|DR|SEN|REP|GEN|GOV)\.\s{0,4})(?:((?:M(?:r|s|rs)\. )?\p{Lu}[\p{Lu}.'\u2019-]{1,24}(?: \p{Lu}[\p{Lu}.'\u2019-]{0,24}){0,4}|Unidentified \p{Lu}\p{Ll}{1,12}(?: #\d{1,2})?)(?=:\s)|(Q)(?=\s{2,}\p{Lu}))/gu

function nameOf({ text, tokens }: Article, { source }: Label): string {
  return text.slice(tokens[source.from]!.start, tokens[source.to - 1]!.end)
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1)
}
