import type { Pointed } from '../../annotations'

/** What a command was asked to decide about by somebody else than the editor: a row of the sidebar, a link in a hover. */
export interface DecideArgument extends Pointed {
  readonly uri: string
  /** What kind of row it came from. */
  readonly section: string | undefined
}

/**
 * Checks the argument of a command. Anybody can run a command with anything; what is no argument of ours is taken for none, and
 * the command then is about the editor's cursor (VS Code itself gives the file's URI from the editor's menu).
 */
export function decideArgument(value: unknown): DecideArgument | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { uri, start, end, key, webviewSection } = value as Readonly<Record<string, unknown>>
  if (typeof uri !== 'string' || uri.length > 10_000) return undefined
  if (!isOffset(start) || !isOffset(end) || end < start) return undefined
  const section = typeof webviewSection === 'string' ? webviewSection : undefined
  const about = section === 'mention' || section === 'quote' || section === 'entity' ? section : undefined
  return {
    uri,
    start,
    end,
    section,
    ...(about && { about }),
    ...(typeof key === 'string' && key !== '' && key.length <= 1000 && { key })
  }
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
