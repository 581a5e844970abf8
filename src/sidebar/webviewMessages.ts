import { longestFilter, type OpenHow, type Scope, type SidebarCommand, type WebviewMessage } from '../protocol/sidebar'

const scopes: readonly Scope[] = ['article', 'folder']
const hows: readonly OpenHow[] = ['preview', 'open', 'pin', 'side']
const commands: readonly SidebarCommand[] = ['analyzeFolder', 'openSamples', 'openFolder']

/** More keys than a window shows rows are nobody's honest question. */
const mostKeys = 10_000

/** The name of a list holds a name and an address. */
const longestName = 10_000

/** A message of the webview, or undefined for anything that is none: what comes out of a webview is input like any other. */
export function readWebviewMessage(value: unknown): WebviewMessage | undefined {
  if (!isRecord(value)) return undefined
  switch (value['type']) {
    case 'ready':
    case 'scope': {
      const { filter } = value
      const scope = oneOf(scopes, value['scope'])
      return scope && isFilter(filter) ? { type: value['type'], scope, filter } : undefined
    }
    case 'filter': {
      const { filter } = value
      return isFilter(filter) ? { type: 'filter', filter } : undefined
    }
    case 'page': {
      const { revision, list, from } = value
      return isCount(revision) && typeof list === 'string' && list.length <= longestName && isCount(from)
        ? { type: 'page', revision, list, from }
        : undefined
    }
    case 'mentions': {
      const { revision, keys } = value
      return isCount(revision) && isTexts(keys) && keys.length <= mostKeys
        ? { type: 'mentions', revision, keys }
        : undefined
    }
    case 'elsewhere': {
      const { revision, key, count } = value
      return isCount(revision) && typeof key === 'string' && isCount(count)
        ? { type: 'elsewhere', revision, key, count }
        : undefined
    }
    case 'open': {
      const { uri, start, end } = value
      const how = oneOf(hows, value['how'])
      return typeof uri === 'string' && isCount(start) && isCount(end) && start <= end && how
        ? { type: 'open', uri, start, end, how }
        : undefined
    }
    case 'attitudes':
      return typeof value['shown'] === 'boolean' ? { type: 'attitudes', shown: value['shown'] } : undefined
    case 'command': {
      const command = oneOf(commands, value['command'])
      return command && { type: 'command', command }
    }
    default:
      return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isFilter(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestFilter
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
