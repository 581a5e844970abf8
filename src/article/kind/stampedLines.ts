import { lineKinds } from './lineKinds'

/** Lines of which the beginnings are looked at, and how much of each, in UTF-16 units. */
const mostLines = 20
const startLength = 80

/** How the first lines of a text begin, without blank ones, however long they are. Takes time in proportion to these lines. */
export function lineStarts(text: string): readonly string[] {
  const starts: string[] = []
  for (let at = 0; at < text.length && starts.length < mostLines; at = lineEnd.lastIndex) {
    const start = text.slice(at, at + startLength)
    lineEnd.lastIndex = at
    const end = lineEnd.exec(text)?.index ?? text.length
    if (/\S/.test(start.slice(0, end - at))) starts.push(start.slice(0, end - at))
    if (end === text.length) break
  }
  return starts
}

/** Whether a line begins with a date and a time of day. */
export function isStamped(lineStart: string): boolean {
  return timeStamp?.test(lineStart) === true
}

/** Whether a text whose line ends are lost begins with a time of day to the second, and has more of them after stops. */
export function hasStampsInside(text: string): boolean {
  innerStamp.lastIndex = 0
  let found = 0
  while (found < stampsOfLog && innerStamp.test(text)) found++
  return found === stampsOfLog
}

/** An article may say when it was written and when it was changed. */
const stampsOfLog = 3
const lineEnd = /[\n\r\u2028\u2029]/g
const timeStamp = lineKinds.find(({ kind }) => kind === 'time-stamp')?.pattern
const innerStamp = /(?<!\S)[<[(]?\d{4}[-/.]\d\d?[-/.]\d\d?[T ,]{1,2}\d\d?:\d\d:\d\d(?!\d)/g
