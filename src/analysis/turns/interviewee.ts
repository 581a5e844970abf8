import type { Article } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import type { NamedMention } from '../analysis'
import { roleNouns } from '../entities/roleWords'

/** Who answers in an interview: of those named above its first question the one person, else the first role ("The mayor"); null where several people are named, or nobody is. */
export function interviewee(
  article: Article,
  names: readonly NamedMention[],
  before: number
): { readonly from: number; readonly to: number } | null {
  const { tokens } = article
  const authors = article.byline?.names ?? []
  const people = names.filter(
    ({ type, start, end }) =>
      type === 'person' && end <= before && !authors.some((author) => author.start < end && start < author.end)
  )
  const first = people[0]
  if (first) {
    const written = people.map(({ start, end }) => article.text.slice(start, end).split(/\s+/))
    const longest = written.reduce((one, other) => (other.length > one.length ? other : one))
    // "Tess Holland", "Holland" and "Tess" are one.
    const isOther = (words: readonly string[]) =>
      words.length > 1 ? words.at(-1) !== longest.at(-1) : !longest.includes(words[0]!)
    const answers = written.some(isOther)
      ? (inTitle(article, people) ?? introduced(article, people) ?? introducesSelf(article, names, before))
      : first
    if (!answers) return null
    const from = firstIndex(tokens.length, (at) => tokens[at]!.end > answers.start)
    return { from, to: firstIndex(tokens.length, (at) => tokens[at]!.start >= answers.end) }
  }
  for (let at = 1; at < tokens.length && tokens[at]!.end <= before; at++)
    if (/^the$/i.test(tokens[at - 1]!.text) && roleNouns.has(tokens[at]!.text)) return { from: at - 1, to: at + 1 }
  return null
}

/** Of what stands above the first question, the one person with whom there is an interview: "an interview with the captain, Ana Silk". */
function introduced({ text }: Article, people: readonly NamedMention[]): NamedMention | null {
  const asked = people.filter(({ start }) =>
    isInterviewWith.test(text.slice(Math.max(0, start - longestOffice), start).replace(address, ''))
  )
  return asked.length === 1 ? asked[0]! : null
}

const isInterviewWith =
  /\b(?:interview|Q&A|conversation|talk|spoke|sat down|chat)(?:ed)? with (?:(?!\b(?:about|and|who|which)\b)[^.?!:;\n])*$/i
const address = /\b(?:Mr|Ms|Mrs|Dr|Prof)\. $/
/** In UTF-16 units. */
const longestOffice = 90

/** Who says below the first question who they are: "My name is Ana Silk", "I'm Ana Silk". */
function introducesSelf({ text }: Article, names: readonly NamedMention[], before: number): NamedMention | null {
  return (
    names.find(
      ({ type, start, end }) =>
        type === 'person' &&
        start >= before &&
        start < before + firstAnswer &&
        /\s/.test(text.slice(start, end)) &&
        /\b(?:My name is|my name\u2019s|I am|I['\u2019]m) $/.test(text.slice(start - 12, start))
    ) ?? null
  )
}

/** In UTF-16 units: question and beginning of the answer. */
const firstAnswer = 1000

/** Of a headline's "Q&A with Ana Silk", "Ana Silk talks about the dam" the one person. */
function inTitle({ text, title }: Article, people: readonly NamedMention[]): NamedMention | null {
  if (!title) return null
  const inside = people.filter(({ start, end }) => title.start <= start && end <= title.end)
  const [one] = inside
  if (!one || inside.length > 1) return null
  if (!/\s/.test(text.slice(one.start, one.end))) return null
  const before = text.slice(title.start, one.start)
  const behind = text.slice(one.end, title.end)
  const isAsked =
    /\b(?:interview(?:s|ed|ing)?|Q&A|conversation|talk|talking|questions (?:for|to))\b(?:(?!\b(?:on|about|over|after)\b).)*$/i.test(
      before
    ) && /^(?:\s*$|[,.:;\u2013\u2014-]| (?:on|about|of|at|from|in|\p{Lu}|\d))/u.test(behind)
  const tells =
    /^(?:,?(?: \S+){0,2} (?:talks|tells|speaks|answers|explains|about|interviewed)\b|: (?:An? )?(?:interview|Q&A|conversation)\b)/i.test(
      behind
    )
  return isAsked || tells ? one : null
}
