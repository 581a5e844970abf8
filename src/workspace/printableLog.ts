import type { LogOutputChannel } from 'vscode'
import { printableMessage } from '../util/printable'

/** The channel, with messages of one line: a file's name or an error may have anything in it, at any length. */
export function printableLog(channel: LogOutputChannel): LogOutputChannel {
  const safe = (level: 'info' | 'warn' | 'error') => ({
    value: (message: string | Error, ...details: unknown[]) =>
      channel[level](printableMessage(String(message), longest), ...details.map(detail))
  })
  return Object.create(channel, { info: safe('info'), warn: safe('warn'), error: safe('error') }) as LogOutputChannel
}

const longest = 1000

/** Of an error where it came from, line by line: its message stands in its stack as well. */
function detail(value: unknown): string {
  const text = value instanceof Error ? (value.stack ?? String(value)) : String(value)
  return text
    .slice(0, 8 * longest)
    .split('\n')
    .map((line) => `${/^\s*/.exec(line)?.[0].slice(0, 8) ?? ''}${printableMessage(line.trim(), longest)}`)
    .join('\n')
}
