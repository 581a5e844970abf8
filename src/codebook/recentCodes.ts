import type { Memento } from 'vscode'

/** The codes that were given last, the last one first: `Code.id`s, also of codes that are gone. */
export interface RecentCodes {
  list(): readonly string[]
  used(codes: readonly string[]): void
}

const mostRemembered = 20
const key = 'codebook.recent'

export function recentCodes(memory: Pick<Memento, 'get' | 'update'>): RecentCodes {
  function list(): readonly string[] {
    const kept: unknown = memory.get(key)
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  }
  return {
    list,
    used: (codes) => void memory.update(key, [...new Set([...codes, ...list()])].slice(0, mostRemembered))
  }
}
