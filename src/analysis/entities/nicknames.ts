import type { Article } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import type { NamedMention } from '../analysis'

/** Names with a nickname in marks or brackets inside are one: `Daniel "Lefty" Orme`, "Daniel (Lefty) Orme". */
export function withNicknames({ text, tokens }: Article, names: readonly NamedMention[]): readonly NamedMention[] {
  const joined: NamedMention[] = []
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!
    const nickname = name.type === 'person' ? nicknameIn(text, name) : null
    const behind = nickname && firstIndex(tokens.length, (at) => tokens[at]!.start >= nickname.end)
    const last = behind === null ? undefined : tokens[behind]
    if (!nickname || !last || !isLastName(text, last, nickname)) {
      joined.push(name)
      continue
    }
    // What lies in the marks, and what is named behind them, belongs to the whole.
    let end = last.end
    let next = index + 1
    for (; next < names.length && names[next]!.start <= last.start; next++) end = Math.max(end, names[next]!.end)
    // In a headline any word may begin with a capital.
    const isKnown = next > index + 1 && names[next - 1]!.end >= last.end
    const isHeadline = !isKnown && !/^[\p{Ll}\p{P}]/u.test(tokens[behind! + 1]?.text ?? '.')
    const isOther =
      names[next - 1]!.start === last.start &&
      isFull(text, names[next - 1]!) &&
      isFull(text, { start: name.start, end: nickname.start })
    // "Olaf Holm (Norway) Rabobank": where he is from, and for whom he rides.
    const isFrom =
      text.charAt(nickname.end - 1) === ')' &&
      isFull(text, { start: name.start, end: nickname.start }) &&
      names.slice(index + 1, next).some(({ type }) => type !== 'person')
    if (isOther || isFrom || isHeadline) {
      joined.push(name)
      continue
    }
    joined.push({ ...name, end })
    index = next - 1
  }
  return joined
}

interface Marked {
  readonly start: number
  readonly end: number
}

/** The words in marks right behind a name, or behind its beginning where the tagger has taken them for a part of it. */
function nicknameIn(text: string, { start, end }: NamedMention): Marked | null {
  const reach = text.slice(start, Math.min(text.length, end + longest))
  const found = marked.exec(reach)
  if (!found || found.index > end - start) return null
  const opening = found.index + 1
  if (start + found.index < end && !/^\s/.test(text.charAt(start + found.index))) return null
  return { start: start + opening - 1, end: start + found.index + found[0].length }
}

/** One to four words that begin with a capital, without a comma or stop. */
const marked =
  /\s(?:"\p{Lu}[\p{L}\-' ]{1,30}"|\u201c\p{Lu}[\p{L}\-\u2019' ]{1,30}\u201d|[\u2018']\p{Lu}[\p{L}\- ]{1,30}[\u2019']|\(\p{Lu}\p{Ll}[\p{L}\- ]{1,30}\))(?=\s)/u
const longest = 40

function isLastName(text: string, { start, end }: Marked, nickname: Marked): boolean {
  return (
    /^\s{1,2}$/.test(text.slice(nickname.end, start)) &&
    /^(?:\p{Lu}|(?:de|van|von|al)$)/u.test(text.slice(start, end)) &&
    text.slice(nickname.start, nickname.end).trim().split(/\s+/).length <= 4
  )
}

function isFull(text: string, { start, end }: Marked): boolean {
  return /\S\s+\S/.test(text.slice(start, end))
}
