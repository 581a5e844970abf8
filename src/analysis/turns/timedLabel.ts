import type { Article } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import type { Label } from './label'

/**
 * A line of a name and a clock time, as transcription services write them above what is said: "Ana Silk  0:12", "ANA SILK [00:12]",
 * "Ana Silk: (00:12)", "00:00:12 Speaker 2"; and what a captions file has in its place, "<v Ana Silk>".
 */
export function timedLabel({ text, paragraphs, tokens }: Article, index: number): Label | null {
  const { start, end } = paragraphs[index]!
  const head = text.slice(start, Math.min(end, start + longestLine + 1))
  const line = /^[^\r\n]*/.exec(head)![0]
  const spoken = voice.exec(line)
  if (!spoken && line.length > longestLine) return null
  const above = index > 0 ? paragraphs[index - 1]!.start : start
  const isBelowTime = isCaptionTime(text.slice(above, above + longestTime))
  const found = spoken ?? behindName.exec(line) ?? beforeName.exec(line) ?? (isBelowTime ? alone.exec(line) : null)
  const name = found?.indices?.groups?.['name']
  if (!found || !name) return null
  const tokenAt = (offset: number) => firstIndex(tokens.length, (at) => tokens[at]!.start >= start + offset)
  const source = { from: tokenAt(name[0]), to: tokenAt(name[1]) }
  const before = tokenAt(isBelowTime ? above - start : 0)
  const behind = { from: source.to, to: tokenAt(found[0].length) }
  if (source.from >= source.to) return null
  const cue = behind.from < behind.to ? behind : before < source.from ? { from: before, to: source.from } : source
  return { kind: spoken ? 'person' : 'timed', source, cue, name: { start: start + name[0], end: start + name[1] } }
}

/** "00:00:12.000 --> 00:00:14.000", above the words of a captions file. */
export function isCaptionTime(line: string): boolean {
  return /^(?:\d+:)?\d+:\d+[.,]\d+ --> /.test(line)
}

/** In UTF-16 units. */
const longestLine = 90
const longestTime = 40
const time = String.raw`[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?`
const name = String.raw`(?<name>\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,3}|de|van|von|der|al|bin|la|du|di|da)){0,4})`
const behindName = new RegExp(`^${name}:?[ \t]+${time}[ \t]*$`, 'du')
const beforeName = new RegExp(`^${time}:?[ \t]+${name}:?[ \t]*$`, 'du')
const alone = new RegExp(`^${name}:?[ \t]*$`, 'du')
const voice = /^<v(?:\.[\w.]+)? (?<name>[^<>\d]{2,60})>/du
