import type { Memento } from 'vscode'
import type { DismissedJudgements } from './comparisonSession'

const stateKey = 'comparison.dismissed'
/** More of them are not remembered: the oldest go. */
const mostRemembered = 10_000

/** Remembers them for this workspace, on this machine. */
export function dismissedJudgements(state: Memento): DismissedJudgements {
  const stored = state.get<unknown>(stateKey)
  const keys = new Set(Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : [])
  return {
    all: () => keys,
    set(key, isDismissed) {
      if (isDismissed) keys.add(key)
      else keys.delete(key)
      void state.update(stateKey, [...keys].slice(-mostRemembered))
    }
  }
}
